namespace Sentinel.Market.Bars;

/// <summary>Which column of a file is what.</summary>
internal sealed record BarColumns(int Time, int Open, int High, int Low, int Close, int Volume, int Count)
{
    private static readonly string[] TimeNames =
        ["open_time", "opentime", "unix", "unix_timestamp", "timestamp", "time", "datetime", "date", "start", "ts", "t"];

    private static readonly string[] VolumeNames = ["volume", "vol", "v", "base_volume", "volume_base", "volumefrom", "amount"];

    // "Volume BTC" beside "Volume USDT": what is counted in money is not the volume of the asset.
    private static readonly string[] Money = ["usd", "usdt", "usdc", "eur", "quote"];

    /// <summary>The order of columns that Binance's archives have, which come without a header.</summary>
    public static BarColumns Positional(int count) => new(0, 1, 2, 3, 4, 5, count);

    /// <summary>Whether a first row holds values and no names.</summary>
    public static bool IsData(IReadOnlyList<string> row) =>
        row.Count >= 6 && row.Take(6).All(field => field.Length > 0 && char.IsAsciiDigit(field.Trim()[^1]) && !field.Any(char.IsAsciiLetter));

    /// <summary>Reads a header.</summary>
    public static BarColumns FromHeader(IReadOnlyList<string> header, long line)
    {
        var names = header.Select(Normalize).ToArray();
        var twice = names.Where(name => name.Length > 0).GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new BarFileException(line, $"column '{BarText.Shorten(twice.Key)}' is there twice");
        }

        return new BarColumns(
            Find("open_time", TimeNames),
            Find("open", ["open", "o", "open_price"]),
            Find("high", ["high", "h", "high_price", "max"]),
            Find("low", ["low", "l", "low_price", "min"]),
            Find("close", ["close", "c", "close_price", "last"]),
            Find("volume", [.. VolumeNames, .. names.Where(IsVolumeOfAnAsset)]),
            names.Length);

        int Find(string what, string[] known)
        {
            foreach (var name in known)
            {
                var at = Array.IndexOf(names, name);
                if (at >= 0)
                {
                    return at;
                }
            }

            throw new BarFileException(
                line,
                $"the header has no column '{what}' (it has: {BarText.Shorten(string.Join(", ", names), 120)}); needed are open_time, open, high, low, close, volume");
        }
    }

    private static bool IsVolumeOfAnAsset(string name) =>
        name.StartsWith("volume_", StringComparison.Ordinal) && !Money.Contains(name["volume_".Length..], StringComparer.Ordinal);

    private static string Normalize(string name) =>
        string.Join('_', name.Trim().ToLowerInvariant().Split([' ', '-', '(', ')', '_', '.', '/'], StringSplitOptions.RemoveEmptyEntries));
}
