namespace Sentinel.Memory;

/// <summary>A situation in the words in which episodes are told, for recall by words.</summary>
public static class SituationWords
{
    /// <summary>
    /// Each event with its side; null when there is none, because an ordinary bar has nothing to be found by. Market and regime are left out: nearly every
    /// episode has their words, so they tell nothing apart and only cost.
    /// </summary>
    public static string? Of(IReadOnlyList<MarketEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return events.Count is 0 ? null : string.Join("; ", events.Select(happening => $"{happening.Type} {Side(happening.Side)}"));
    }

    /// <summary>A direction in a word.</summary>
    internal static string Side(int side) => side switch { > 0 => "up", < 0 => "down", _ => "flat" };
}
