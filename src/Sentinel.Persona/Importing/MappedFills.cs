using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sentinel.Persona;

/// <summary>Reads layouts with one trade a row.</summary>
internal static class MappedFills
{
    /// <summary>One unit of a token with 18 decimals.</summary>
    public const decimal Smallest = 0.000_000_000_000_000_001m;

    public const decimal LargestPrice = 1_000_000_000_000m;

    public const decimal LargestQuantity = 1_000_000_000_000_000m;

    public static IReadOnlyList<ImportedAccount> Read(CsvTable table, Layout layout, IReadOnlyDictionary<Column, int> columns, ImportRun run)
    {
        Dictionary<string, List<Fill>> byAccount = new(StringComparer.Ordinal);
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            if (run.IsOver)
            {
                break;
            }

            var cells = new CellReader(row, columns, table, run);
            var account = cells.Text(Column.Account);
            if (run.Options.Account is { } wanted && !string.Equals(wanted, account, StringComparison.Ordinal))
            {
                continue;
            }

            if (ToFill(cells, layout, run, account) is not { } fill)
            {
                continue;
            }

            if (!seen.TryAdd(fill.Id, row.Line))
            {
                run.Quarantine(row.Line, "duplicate", $"the same trade as line {seen[fill.Id]}");
                continue;
            }

            if (!byAccount.TryGetValue(account, out var fills))
            {
                byAccount[account] = fills = [];
            }

            fills.Add(fill);
        }

        var isSpot = layout.Kind is not FillLayout.Generic || run.Options.SpotOnly;
        return [.. byAccount.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => ToAccount(pair.Key, pair.Value, isSpot ? SpotHoldings.Explain(pair.Value) : [], null))];
    }

    /// <summary>An account of fills in order of time and id.</summary>
    public static ImportedAccount ToAccount(string account, List<Fill> fills, IReadOnlyList<PositionAdjustment> adjustments, PnlCheck? pnl)
    {
        IReadOnlyList<Fill> ordered = [.. fills.OrderBy(fill => fill.Timestamp).ThenBy(fill => fill.Id, StringComparer.Ordinal)];
        return new ImportedAccount
        {
            Account = account,
            Fills = ordered,
            Adjustments = adjustments,
            FillCount = ordered.Count,
            Range = ordered.Count == 0 ? null : new TimeWindow(ordered[0].Timestamp, ordered[^1].Timestamp),
            Symbols = ordered.Select(fill => fill.Symbol).Distinct().Count(),
            Pnl = pnl,
        };
    }

    /// <summary>Whether a price and a quantity can be meant; their product then fits a decimal many times over.</summary>
    public static bool IsPlausible(decimal quantity, decimal price) =>
        quantity is >= Smallest and <= LargestQuantity && price is >= Smallest and <= LargestPrice && quantity * price <= LargestQuantity;

    /// <summary>Whether a fee in the quote currency can be meant: not many times the trade, but for the least fee of a small one.</summary>
    public static bool IsPlausibleFee(decimal fee, decimal value) => Math.Abs(fee) <= Math.Max(1000, 10 * value);

    /// <summary>A side, or null.</summary>
    public static OrderSide? ToSide(string text) => text.ToUpperInvariant() switch
    {
        "BUY" or "B" or "BID" or "LONG" => OrderSide.Buy,
        "SELL" or "S" or "ASK" or "SHORT" => OrderSide.Sell,
        _ => null,
    };

    private static Fill? ToFill(CellReader cells, Layout layout, ImportRun run, string account)
    {
        var time = cells.Time(layout.TimesAreUtc);
        var price = cells.Number(Column.Price);
        var (quantity, baseCoin) = cells.NumberWithCoin(Column.Quantity) is { } number ? (number.Value, number.Coin) : ((decimal?)null, "");
        var (fee, feeCoin) = Fee(cells);
        if (time is null || price is null || quantity is null || fee is null)
        {
            return null;
        }

        var text = cells.Text(Column.Symbol);
        if (!Symbol.TryParse(text, out var symbol))
        {
            run.Quarantine(cells.Line, "symbol", $"{ImportRun.Show(text)} is no symbol");
            return null;
        }

        if (ToSide(cells.Text(Column.Side)) is not { } side)
        {
            run.Quarantine(cells.Line, "side", $"{ImportRun.Show(cells.Text(Column.Side))} is neither BUY nor SELL");
            return null;
        }

        // Coinbase and others give sold sizes with a sign in some reports; a sign against the side is a doubt, and both are no quantity.
        if (quantity <= 0 || price <= 0)
        {
            run.Quarantine(cells.Line, quantity <= 0 ? "quantity" : "price", quantity <= 0 ? "the quantity is not above 0" : "the price is not above 0");
            return null;
        }

        if (!IsPlausible(quantity.Value, price.Value) || Math.Abs(fee.Value) > LargestQuantity)
        {
            run.Quarantine(cells.Line, "implausible", "no trade has this price or quantity: decimals of an asset were not applied");
            return null;
        }

        var paid = InQuote(fee.Value, feeCoin, symbol, baseCoin, price.Value, run);
        if (!IsPlausibleFee(paid, price.Value * quantity.Value))
        {
            run.Quarantine(cells.Line, "fee", "the fee is many times the trade");
            return null;
        }

        var id = cells.Text(Column.Id);
        return new Fill
        {
            Id = id.Length > 0 ? Padded(id, account) : ContentId(account, time.Value, symbol, side, price.Value, quantity.Value),
            ClientOrderId = cells.Text(Column.OrderId),
            Symbol = symbol,
            Side = side,
            Quantity = quantity.Value,
            Price = price.Value,
            Fee = paid,
            Timestamp = time.Value,
        };
    }

    private static (decimal? Fee, string Coin) Fee(CellReader cells)
    {
        if (cells.Text(Column.Fee).Length == 0)
        {
            return (0, "");
        }

        var fee = cells.NumberWithCoin(Column.Fee);
        var coin = cells.Text(Column.FeeCoin);
        return (fee?.Value, coin.Length > 0 ? coin.ToUpperInvariant() : fee?.Coin ?? "");
    }

    /// <summary>A fee in the quote currency: taken as such where its coin is the quote or not said, at the trade's price where it is the base, left out elsewhere.</summary>
    private static decimal InQuote(decimal fee, string coin, Symbol symbol, string baseCoin, decimal price, ImportRun run)
    {
        if (fee == 0 || coin.Length == 0 || symbol.Value.EndsWith(coin, StringComparison.Ordinal))
        {
            return fee;
        }

        if (string.Equals(coin, baseCoin, StringComparison.Ordinal) || symbol.Value.StartsWith(coin, StringComparison.Ordinal))
        {
            return fee * price;
        }

        run.Count($"fee in {coin}, whose price is not in the file, left out");
        return 0;
    }

    /// <summary>Running numbers sort as numbers.</summary>
    private static string Padded(string id, string account)
    {
        var padded = id.All(char.IsAsciiDigit) ? id.PadLeft(20, '0') : id;
        return account.Length == 0 ? padded : $"{account}/{padded}";
    }

    private static string ContentId(string account, DateTimeOffset time, Symbol symbol, OrderSide side, decimal price, decimal quantity)
    {
        var content = string.Create(CultureInfo.InvariantCulture, $"{account}|{time.UtcTicks}|{symbol}|{side}|{price / 1.000000000000000000m}|{quantity / 1.000000000000000000m}");
        return "row-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 10));
    }
}
