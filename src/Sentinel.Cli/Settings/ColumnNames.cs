using Sentinel.Cli.Hosting;
using Sentinel.Persona;

namespace Sentinel.Cli.Settings;

/// <summary>Reads <c>--columns</c>.</summary>
internal static class ColumnNames
{
    private static readonly string[] Needed = ["time", "symbol", "side", "price", "quantity"];
    private static readonly string[] Possible = [.. Needed, "fee", "id", "order", "account"];

    /// <summary>The columns of <c>time=Date,symbol=Pair,...</c>.</summary>
    /// <exception cref="UsageException">A needed one is missing, one is unknown or named twice, or has no name.</exception>
    public static ColumnMapping Read(string text)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            var (what, name) = at < 0 ? (part, "") : (part[..at].Trim(), part[(at + 1)..].Trim());
            if (name.Length is 0 || !Possible.Contains(what, StringComparer.OrdinalIgnoreCase) || !names.TryAdd(what, name))
            {
                throw new UsageException($"--columns: '{part}' must be WHAT=COLUMN, each once; known are {string.Join(", ", Possible)}.");
            }
        }

        var missing = Needed.Where(what => !names.ContainsKey(what)).ToArray();
        return missing.Length is 0
            ? new ColumnMapping
            {
                Time = names["time"],
                Symbol = names["symbol"],
                Side = names["side"],
                Price = names["price"],
                Quantity = names["quantity"],
                Fee = names.GetValueOrDefault("fee"),
                Id = names.GetValueOrDefault("id"),
                OrderId = names.GetValueOrDefault("order"),
                Account = names.GetValueOrDefault("account"),
            }
            : throw new UsageException($"--columns: {string.Join(" and ", missing)} must be named too.");
    }
}
