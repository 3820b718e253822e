using Sentinel.Memory;
using Sentinel.Risk;

namespace Sentinel.Agents;

/// <summary>
/// What the outcomes of like situations say, when there are enough of them to say anything. Only where an event marks the situation: events lie apart, while
/// ordinary bars that are alike mostly lie next to each other and share one outcome, so that many of them are no evidence.
/// </summary>
internal static class Evidence
{
    private const double EvenChance = 0.5;

    /// <summary>1 when the market rose after such situations, -1 when it fell, 0 when nothing is shown: the interval has to exclude an even chance.</summary>
    public static int Direction(AgentBrief brief) => Marked(brief) is not { IsSufficient: true } known ? 0
        : known.RiseRateLow > EvenChance && known.MeanMoveAtr is null or > 0 ? 1
        : known.RiseRateHigh < EvenChance && known.MeanMoveAtr is null or < 0 ? -1
        : 0;

    /// <summary>Whether what is shown is also large enough to act on by itself.</summary>
    public static bool IsStrong(AgentBrief brief, AgentSettings settings) =>
        Direction(brief) != 0 && Marked(brief)?.MeanMoveAtr is { } move && Math.Abs(move) >= settings.FlipMoveAtr;

    /// <summary>The chance of a move that way, as the outcomes give it; null when they are too few.</summary>
    public static double? Chance(AgentBrief brief, bool isLong) =>
        Marked(brief) is { IsSufficient: true, RiseRate: { } rise } ? isLong ? rise : 1 - rise : null;

    /// <summary>For Kelly: the win rate's lower end, and the payoff that the mean result implies when a loss is one unit of risk.</summary>
    public static SizingEvidence? ForSizing(EpisodeStatistics? statistics) =>
        statistics is { IsSufficient: true, WinRate: > 0 and { } rate, WinRateLow: { } low, MeanR: { } mean }
            ? new SizingEvidence(low, Math.Max(0, (mean + 1 - rate) / rate), statistics.NEff)
            : null;

    private static EpisodeStatistics? Marked(AgentBrief brief) => brief.Situation.Events.Count > 0 ? brief.Context.Episodes?.Statistics : null;
}
