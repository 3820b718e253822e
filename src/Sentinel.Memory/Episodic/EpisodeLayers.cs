namespace Sentinel.Memory;

/// <summary>How slowly an episode fades, by the kinds of its events alone.</summary>
internal static class EpisodeLayers
{
    public static EpisodeLayer Of(IReadOnlyList<MarketEventRef> events)
    {
        var layer = EpisodeLayer.Shallow;
        foreach (var happening in events)
        {
            var own = Of(happening.Type);
            layer = own > layer ? own : layer;
        }

        return layer;
    }

    private static EpisodeLayer Of(string type) => type switch
    {
        MarketEventTypes.BullTurn or MarketEventTypes.BearTurn or MarketEventTypes.News or MarketEventTypes.FlashCrash => EpisodeLayer.Deep,
        MarketEventTypes.CusumUp or MarketEventTypes.CusumDown or MarketEventTypes.VolumeSpike or MarketEventTypes.Gap => EpisodeLayer.Shallow,

        // Shocks, jumps, drawdowns, regimes, and kinds this version does not know.
        _ => EpisodeLayer.Intermediate,
    };
}
