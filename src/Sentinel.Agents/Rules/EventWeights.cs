namespace Sentinel.Agents;

/// <summary>How much an event of a type speaks for its side. Priors of the trade, not fitted to anything.</summary>
internal static class EventWeights
{
    /// <summary>-1 to 1.</summary>
    public static double Of(MarketEvent found) => found.Type switch
    {
        MarketEventTypes.BullTurn or MarketEventTypes.Recovery => 0.3,
        MarketEventTypes.BearTurn or MarketEventTypes.Drawdown => -0.3,
        MarketEventTypes.CusumUp => 0.2,
        MarketEventTypes.CusumDown => -0.2,
        MarketEventTypes.FlashCrash => -0.2,
        MarketEventTypes.Jump or MarketEventTypes.AtrShock => 0.2 * Math.Sign(found.Side),
        MarketEventTypes.News => 0.1 * Math.Sign(found.Side),
        _ => 0,
    };
}
