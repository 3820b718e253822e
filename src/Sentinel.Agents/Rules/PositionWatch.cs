using Sentinel.Memory;

namespace Sentinel.Agents;

/// <summary>What to do with a position that is open: watched by its thesis where working memory knows it, by its age where it does not.</summary>
internal static class PositionWatch
{
    public static TradeIntent Decide(AgentBrief brief, PositionView position, double lean, Wishes wishes, AgentSettings settings)
    {
        var isLong = position.Quantity > 0m;
        var direction = isLong ? IntentDirection.Long : IntentDirection.Short;
        var thesis = brief.Context.Working?.Theses.LastOrDefault(open => open.Symbol == position.Symbol && open.Direction == direction);
        if (thesis?.Broken is { } broken)
        {
            return Intents.Flat(brief, "the thesis was invalidated", [thesis.Id, broken.Evidence]);
        }

        var end = thesis?.HorizonEnd ?? position.OpenedAt + wishes.Horizon;
        if (brief.AsOf >= end)
        {
            return Intents.Flat(brief, "the horizon has passed", thesis is null ? wishes.Cites : [thesis.Id]);
        }

        var against = (brief.Context.Working?.Events ?? []).Concat(brief.Situation.Events)
            .Where(found => found.Symbol == position.Symbol && found.KnownAt > position.OpenedAt && IsAgainst(found, isLong)).Select(static found => found.Id).ToArray();
        if (against.Length > 0)
        {
            return Intents.Flat(brief, "an event speaks against the position", thesis is null ? against : [thesis.Id, .. against]);
        }

        var sign = isLong ? 1 : -1;
        if (brief.Context.Episodes is { } episodes && Evidence.IsStrong(brief, settings) && Evidence.Direction(brief) == -sign)
        {
            return Intents.Flat(brief, "like situations went against the position", [.. thesis is null ? (IEnumerable<string>)[] : [thesis.Id], .. episodes.Items.Select(static item => item.Episode.Id)]);
        }

        return lean * sign <= -settings.ExitLean
            ? Intents.Flat(brief, "the market leans against the position", thesis is null ? [] : [thesis.Id])
            : Intents.Hold(brief, "the position stands", thesis is null ? [] : [thesis.Id]);
    }

    private static bool IsAgainst(MarketEvent found, bool isLong) => isLong
        ? found.Type is MarketEventTypes.BearTurn or MarketEventTypes.Drawdown or MarketEventTypes.FlashCrash
        : found.Type is MarketEventTypes.BullTurn or MarketEventTypes.Recovery;
}
