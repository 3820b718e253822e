using System.Globalization;

namespace Sentinel.Persona;

/// <summary>Reads swaps on decentralised exchanges. Only what is bought or sold for dollars is a trade; conversions are quarantined with their reason.</summary>
internal static class DexSwaps
{
    private const decimal MaxPrice = MappedFills.LargestPrice;
    private const decimal MaxAmount = MappedFills.LargestQuantity;
    private const decimal Tolerance = 0.01m;

    public static IReadOnlyList<ImportedAccount> Read(CsvTable table, IReadOnlyDictionary<Column, int> columns, ImportRun run)
    {
        SortedDictionary<string, List<Fill>> byWallet = new(StringComparer.Ordinal);
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        decimal gas = 0;
        foreach (var row in table.Rows)
        {
            if (run.IsOver)
            {
                break;
            }

            var cells = new CellReader(row, columns, table, run);
            var wallet = cells.Text(Column.Account);
            if ((run.Options.Account is { } wanted && !string.Equals(wanted, wallet, StringComparison.Ordinal)) || cells.Time(isUtc: true) is not { } time)
            {
                continue;
            }

            var content = string.Join('|', row.Cells);
            if (!seen.TryAdd(content, row.Line))
            {
                run.Quarantine(row.Line, "duplicate", $"the same row as line {seen[content]}");
                continue;
            }

            if (ToFill(cells, wallet, time, run) is not { } fill)
            {
                continue;
            }

            gas += cells.Text(Column.Gas).Length > 0 ? cells.Number(Column.Gas) ?? 0 : 0;
            if (!byWallet.TryGetValue(wallet, out var fills))
            {
                byWallet[wallet] = fills = [];
            }

            fills.Add(fill);
        }

        if (gas > 0)
        {
            run.Warn(string.Create(CultureInfo.InvariantCulture, $"gas of {gas} ETH is not in the fees: its price is not in the file"));
        }

        return [.. byWallet.Select(pair => MappedFills.ToAccount(pair.Key, pair.Value, SpotHoldings.Explain(pair.Value), null))];
    }

    private static Fill? ToFill(CellReader cells, string wallet, DateTimeOffset time, ImportRun run)
    {
        if (Amount(cells.Text(Column.Sold)) is not { } sold || Amount(cells.Text(Column.Bought)) is not { } bought)
        {
            run.Quarantine(cells.Line, "unreadable_amount", "an amount is no number of a plausible size: a token whose decimals are not known");
            return null;
        }

        if (Reason(sold, bought, cells) is { } reason)
        {
            run.Quarantine(cells.Line, reason.Code, reason.Text);
            return null;
        }

        var isBuy = DexTokens.IsStable(sold.Token);
        var (asset, dollars) = isBuy ? (bought, sold) : (sold, bought);
        if (!Symbol.TryParse($"{(DexTokens.IsAccruing(asset.Token) ? asset.Token : DexTokens.UnderlyingOf(asset.Token))}/USD", out var symbol))
        {
            run.Quarantine(cells.Line, "symbol", $"{ImportRun.Show(asset.Token)} is no symbol");
            return null;
        }

        return new Fill
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"dex-{wallet}-{time:yyyyMMddHHmmss}-{cells.Line:000000}"),
            ClientOrderId = "",
            Symbol = symbol,
            Side = isBuy ? OrderSide.Buy : OrderSide.Sell,
            Quantity = asset.Quantity,
            Price = dollars.Quantity / asset.Quantity,
            Timestamp = time,
        };
    }

    private static (string Code, string Text)? Reason((string Token, decimal Quantity) sold, (string Token, decimal Quantity) bought, CellReader cells)
    {
        var price = Parse(cells.Text(Column.Price));
        var volume = Parse(cells.Text(Column.Quantity));
        if (price is not > 0 || price > MaxPrice || volume is not > 0 || volume > MaxAmount)
        {
            return ("price_artefact", "price or volume is no plausible number: decimals of a token were not applied");
        }

        if (sold.Quantity is > 0 and < MappedFills.Smallest || bought.Quantity is > 0 and < MappedFills.Smallest
            || sold.Quantity > MaxPrice * bought.Quantity || bought.Quantity > MaxPrice * sold.Quantity)
        {
            return sold.Quantity > 0 && bought.Quantity > 0
                ? ("price_artefact", "the amounts give no plausible price: decimals of a token were not applied")
                : ("quantity", "an amount is not above 0");
        }

        if (sold.Quantity <= 0 || bought.Quantity <= 0)
        {
            return ("quantity", "an amount is not above 0");
        }

        var (soldStable, boughtStable) = (DexTokens.IsStable(sold.Token), DexTokens.IsStable(bought.Token));
        if (soldStable && boughtStable)
        {
            return ("stablecoin_conversion", "one dollar token for another");
        }

        if (string.Equals(DexTokens.UnderlyingOf(sold.Token), DexTokens.UnderlyingOf(bought.Token), StringComparison.OrdinalIgnoreCase))
        {
            return ("bridge_conversion", "a wrapped or bridged token for what it stands for");
        }

        if (DexTokens.IsDeposit(sold.Token) || DexTokens.IsDeposit(bought.Token))
        {
            return ("deposit_token", "a share of a pool, a deposit or its receipt");
        }

        if (!soldStable && !boughtStable)
        {
            return ("quote_currency", "neither side is in dollars: its value is not in the file");
        }

        var product = price.Value * volume.Value;
        var other = DexTokens.IsStable(sold.Token) ? sold.Quantity : bought.Quantity;
        var asset = DexTokens.IsStable(sold.Token) ? bought.Quantity : sold.Quantity;
        return Near(product, other) || Near(product, asset) ? null : ("inconsistent", "price times volume is neither of the amounts");
    }

    private static bool Near(decimal value, decimal amount) => Math.Abs(value - amount) <= Math.Max(0.01m, Tolerance * amount);

    /// <summary>"TOKEN:amount", where a token's name may hold anything but the last colon.</summary>
    private static (string Token, decimal Quantity)? Amount(string text)
    {
        var colon = text.LastIndexOf(':');
        return colon > 0 && Parse(text[(colon + 1)..]) is { } quantity && Math.Abs(quantity) <= MaxAmount ? (text[..colon].Trim(), quantity) : null;
    }

    private static decimal? Parse(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value) ? value : null;
}
