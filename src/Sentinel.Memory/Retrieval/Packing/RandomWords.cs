using System.Text;

namespace Sentinel.Memory;

/// <summary>Words without meaning, as long as the text they stand for.</summary>
internal static class RandomWords
{
    private static readonly string[] Words =
        ["lamp", "river", "seven", "cloud", "paper", "stone", "window", "garden", "copper", "winter", "table", "yellow", "engine", "harbor", "silver", "forest", "pencil", "bridge", "market", "candle"];

    public static string Of(string text, long seed)
    {
        var words = new StringBuilder(text.Length + 8);
        for (var i = 0; words.Length < text.Length; i++)
        {
            words.Append(Words[(int)(Draws.Unit(seed, text, i.ToString(System.Globalization.CultureInfo.InvariantCulture)) * Words.Length)]).Append(' ');
        }

        return words.ToString()[..text.Length];
    }

    /// <summary>An id that names nothing.</summary>
    public static string Id(string id, long seed)
    {
        var name = JournalIds.Derive("rnd", id, seed.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return name.Length >= id.Length ? name[..id.Length] : name.PadRight(id.Length, '0');
    }
}
