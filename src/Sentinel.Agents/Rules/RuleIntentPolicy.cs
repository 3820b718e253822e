using System.Globalization;
using Sentinel.Memory;

namespace Sentinel.Agents;

/// <summary>
/// Forms an intent by rules. The same rules whatever memory there is: a section that is missing only means that less is known, and the market's defaults
/// stand in. The persona gives risk, stop, horizon, sides, assets and hours; the mandate, where it is in the context, what is left; working memory theses
/// and earlier events; episodes what became of such situations.
/// </summary>
public sealed class RuleIntentPolicy(AgentSettings settings) : IIntentPolicy
{
    private const double CaseWeight = 0.25;
    private const double EarlierEventWeight = 0.5;
    private const double EvenChance = 0.5;
    private const double LeanChance = 0.1;
    private const decimal LeastRiskShare = 0.5m;

    /// <inheritdoc/>
    public PolicyModel? Model => null;

    /// <inheritdoc/>
    public Task<AgentOutput<TradeIntent>> DecideAsync(AgentBrief brief, Panel panel, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(panel);
        return Task.FromResult(RuleRecord.Of(AgentNames.DeepTraderManager, Decide(brief, panel), AgentJson.Default.TradeIntent));
    }

    /// <inheritdoc/>
    public Task<AgentOutput<TradeIntent>> ReviseAsync(
        AgentBrief brief, Panel panel, TradeIntent intent, LikeDecisions like, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(intent);
        ArgumentNullException.ThrowIfNull(like);
        return Task.FromResult(RuleRecord.Of(AgentNames.SecondLook, Revise(brief, intent, like), AgentJson.Default.TradeIntent));
    }

    private TradeIntent Decide(AgentBrief brief, Panel panel)
    {
        if (brief.Situation.Portfolio is not { } books)
        {
            return Intents.Hold(brief, "what is held is not known");
        }

        if (panel.Thesis is not { } thesis || brief.Market is not { LastBar: { Close: > 0m } bar, Atr: > 0 and { } atr })
        {
            return Intents.Hold(brief, "there is no view of the market");
        }

        var wishes = Wishes.Of(brief, settings);
        var lean = Lean(brief, panel, thesis);
        if (brief.Position is { Quantity: not 0m } position)
        {
            return PositionWatch.Decide(brief, position, lean, wishes, settings);
        }

        if (brief.Context.Working?.PendingOrders.Any(pending => pending.Order.Symbol == brief.Situation.Symbol && !pending.Order.ReduceOnly) is true)
        {
            return Intents.Hold(brief, "an entry is open at the venue");
        }

        var (side, why) = Side(brief, lean);
        if (side is 0)
        {
            return Intents.Hold(brief, why, thesis.Cites);
        }

        var isLong = side > 0;
        if (wishes.Objection(isLong) is { } objection)
        {
            return Intents.Hold(brief, objection, wishes.Cites);
        }

        var stopShare = (decimal)(wishes.StopAtr * atr) / bar.Close;

        // The usual risk is wished at an even lean, half as much again where everything speaks for the side.
        var wished = wishes.Risk * (LeastRiskShare + (decimal)Math.Min(1, Math.Abs(lean)));
        var risk = wishes.PositionShare is { } share ? Math.Min(wished, share * stopShare) : wished;
        var cites = new List<string>(thesis.Cites);
        cites.AddRange(wishes.Cites);
        if (brief.Context.Mandate is { } view)
        {
            cites.Add(MandateMask.IdOf(view));
            (risk, var limit) = MandatePlan.Fit(view.Mandate, books, brief, isLong, risk, stopShare);
            if (limit is not null)
            {
                return Intents.Hold(brief, limit, cites);
            }
        }

        if (Evidence.Chance(brief, isLong) is not null)
        {
            cites.AddRange(brief.Context.Episodes!.Items.Select(static item => item.Episode.Id));
        }

        return risk > 0m && Intents.Entry(brief, new EntryPlan
        {
            IsLong = isLong,
            Conviction = Math.Round(Math.Clamp(Evidence.Chance(brief, isLong) ?? EvenChance + (LeanChance * Math.Min(1, Math.Abs(lean))), 0, 1), 4),
            Risk = Math.Round(risk, 8, MidpointRounding.ToZero),
            StopAtr = wishes.StopAtr,
            Horizon = wishes.Horizon,
            RewardToRisk = settings.RewardToRisk,
            Cites = cites,
            Rationale = why,
        }) is { } entry
            ? entry
            : Intents.Hold(brief, "the distances fit no price");
    }

    /// <summary>The thesis and the two cases; what earlier events say against them takes some of it back, and never makes a side of its own.</summary>
    private static double Lean(AgentBrief brief, Panel panel, MarketThesis thesis)
    {
        var cases = (panel.Bull?.Strength ?? 0) - (panel.Bear?.Strength ?? 0);
        var lean = Math.Clamp(thesis.Lean + (CaseWeight * cases), -1, 1);
        var fresh = brief.Situation.Events.Select(static found => found.Id).ToHashSet(StringComparer.Ordinal);
        var earlier = (brief.Context.Working?.Events ?? []).Where(found => found.Symbol == brief.Situation.Symbol && !fresh.Contains(found.Id)).Sum(EventWeights.Of);
        return earlier * lean >= 0 ? lean : Math.Sign(lean) * Math.Max(0, Math.Abs(lean) - (EarlierEventWeight * Math.Abs(earlier)));
    }

    private (int Side, string Why) Side(AgentBrief brief, double lean)
    {
        var wanted = Math.Abs(lean) >= settings.EntryLean ? Math.Sign(lean) : 0;
        var statistics = brief.Context.Episodes?.Statistics;
        var shown = Evidence.Direction(brief);
        var strong = Evidence.IsStrong(brief, settings);
        if (shown != 0 && shown != wanted)
        {
            return wanted is 0 && !strong ? (0, "nothing speaks clearly for a side")
                : strong ? (shown, Told($"{statistics!.NEff:0} like situations moved {statistics.MeanMoveAtr:+0.00;-0.00} average true ranges, which outweighs a lean of {lean:+0.00;-0.00;0}"))
                : (0, Told($"{statistics!.NEff:0} like situations speak against a lean of {lean:+0.00;-0.00;0}"));
        }

        return wanted is 0 ? (0, "nothing speaks clearly for a side")
            : (wanted, Told($"a lean of {lean:+0.00;-0.00}{(shown == wanted ? $", as in {statistics!.NEff:0} like situations" : "")}"));
    }

    /// <summary>Drops the trade when the market clearly went against like decisions; losers alone prove nothing, there are always some.</summary>
    private static TradeIntent Revise(AgentBrief brief, TradeIntent intent, LikeDecisions like)
    {
        var cites = intent.CitedMemoryIds.Concat(like.Losers.Select(static loser => loser.Episode.Id)).ToArray();
        return like.SpeakAgainst
            ? Intents.Hold(brief, Told($"after {like.Moves.Count} like decisions the market went {like.MeanMove:0.00} average true ranges their way"), cites)
            : intent with { CitedMemoryIds = Intents.Known(brief, cites) };
    }

    private static string Told(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
