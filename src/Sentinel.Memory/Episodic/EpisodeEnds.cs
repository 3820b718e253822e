namespace Sentinel.Memory;

/// <summary>Whether an outcome is a good one.</summary>
public static class EpisodeEnds
{
    /// <summary>With exposure: a result above 0. Without: staying out was no worse than owning the asset.</summary>
    public static EpisodeEnd Of(Outcome outcome) => outcome.Exposure is 0
        ? outcome.AlphaVsHold >= 0 ? EpisodeEnd.Won : EpisodeEnd.Lost
        : outcome.Raw > 0 ? EpisodeEnd.Won : EpisodeEnd.Lost;
}
