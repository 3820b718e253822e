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
    private const int ManyLosers = 3;

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
        AgentBrief brief, Panel panel, TradeIntent intent, IReadOnlyList<RecalledEpisode> losers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(intent);
        return Task.FromResult(RuleRecord.Of(AgentNames.SecondLook, Revise(brief, intent, losers), AgentJson.Default.TradeIntent));
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
        var risk = wishes.PositionShare is { } share ? Math.Min(wishes.Risk, share * stopShare) : wishes.Risk;
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

        var statistics = brief.Context.Episodes?.Statistics;
        if (statistics is { IsSufficient: true })
        {
            cites.AddRange(brief.Context.Episodes!.Items.Select(static item => item.Episode.Id));
        }

        return risk > 0m && Intents.Entry(brief, new EntryPlan
        {
            IsLong = isLong,
            Conviction = Math.Round(Math.Clamp(Evidence.Chance(statistics, isLong) ?? EvenChance + (LeanChance * Math.Min(1, Math.Abs(lean))), 0, 1), 4),
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

    /// <summary>The thesis, the two cases, and what earlier events still say.</summary>
    private static double Lean(AgentBrief brief, Panel panel, MarketThesis thesis)
    {
        var fresh = brief.Situation.Events.Select(static found => found.Id).ToHashSet(StringComparer.Ordinal);
        var earlier = (brief.Context.Working?.Events ?? []).Where(found => found.Symbol == brief.Situation.Symbol && !fresh.Contains(found.Id)).Sum(EventWeights.Of);
        var cases = (panel.Bull?.Strength ?? 0) - (panel.Bear?.Strength ?? 0);
        return Math.Clamp(thesis.Lean + (CaseWeight * cases) + (EarlierEventWeight * earlier), -1, 1);
    }

    private (int Side, string Why) Side(AgentBrief brief, double lean)
    {
        var wanted = Math.Abs(lean) >= settings.EntryLean ? Math.Sign(lean) : 0;
        var statistics = brief.Context.Episodes?.Statistics;
        var shown = Evidence.Direction(statistics);
        var strong = statistics?.MeanMoveAtr is { } move && Math.Abs(move) >= settings.FlipMoveAtr;
        if (shown != 0 && shown != wanted)
        {
            return wanted is 0 && !strong ? (0, "nothing speaks clearly for a side")
                : strong ? (shown, Told($"{statistics!.NEff:0} like situations moved {statistics.MeanMoveAtr:+0.00;-0.00} average true ranges, which outweighs a lean of {lean:+0.00;-0.00;0}"))
                : (0, Told($"{statistics!.NEff:0} like situations speak against a lean of {lean:+0.00;-0.00;0}"));
        }

        return wanted is 0 ? (0, "nothing speaks clearly for a side")
            : Evidence.OwnDecisionsLose(statistics) ? (0, Told($"decisions in {statistics!.NEff:0} like situations lost {statistics.MeanR:0.00} R on average"))
            : (wanted, Told($"a lean of {lean:+0.00;-0.00}{(shown == wanted ? $", as in {statistics!.NEff:0} like situations" : "")}"));
    }

    /// <summary>Drops the trade when those of the same direction that were recalled lost clearly more often than they won; losers alone prove nothing.</summary>
    private static TradeIntent Revise(AgentBrief brief, TradeIntent intent, IReadOnlyList<RecalledEpisode> losers)
    {
        var exposure = intent.Direction is IntentDirection.Long ? 1 : -1;
        var same = (brief.Context.Episodes?.Items ?? []).Where(item => item.Episode.Exposure == exposure).ToArray();
        var won = same.Count(static item => item.End is EpisodeEnd.Won);
        var lost = same.Select(static item => item).Where(static item => item.End is EpisodeEnd.Lost).Concat(losers.Where(loser => loser.Episode.Exposure == exposure))
            .DistinctBy(static item => item.Episode.Id, StringComparer.Ordinal).Count();
        var cites = intent.CitedMemoryIds.Concat(losers.Select(static loser => loser.Episode.Id)).ToArray();
        return lost >= ManyLosers && lost >= ManyLosers * (won + 1)
            ? Intents.Hold(brief, Told($"{lost} like decisions lost and {won} won"), cites)
            : intent with { CitedMemoryIds = Intents.Known(brief, cites) };
    }

    private static string Told(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
