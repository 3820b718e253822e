using System.Globalization;
using System.Text;

namespace Sentinel.Memory;

/// <summary>A situation in the words in which episodes are told, for recall by words.</summary>
public static class SituationWords
{
    /// <summary>The market, its regime and each event; null when there is no event, because an ordinary bar has nothing to be found by.</summary>
    public static string? Of(MarketSnapshot market, IReadOnlyList<MarketEvent> events)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(events);
        if (events.Count is 0)
        {
            return null;
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{market.Symbol} {market.Regime}");
        foreach (var happening in events)
        {
            text.Append("; ").Append(happening.Type).Append(' ').Append(Side(happening.Side));
        }

        return text.ToString().ToLowerInvariant();
    }

    /// <summary>A direction in a word.</summary>
    internal static string Side(int side) => side switch { > 0 => "up", < 0 => "down", _ => "flat" };
}
