using System.Globalization;

namespace Sentinel.Persona;

/// <summary>Reads Hyperliquid fills: one fill for all rows of an order within a minute.</summary>
internal static class HyperliquidFills
{
    public static IReadOnlyList<ImportedAccount> Read(CsvTable table, IReadOnlyDictionary<Column, int> columns, ImportRun run)
    {
        List<HyperliquidRow> rows = [];
        Dictionary<HyperliquidRow, int> seen = [];
        foreach (var csv in table.Rows)
        {
            if (run.IsOver)
            {
                break;
            }

            if (HyperliquidRow.Read(csv, columns, table, run) is not { } row || (run.Options.Account is { } wanted && !string.Equals(wanted, row.Account, StringComparison.Ordinal)))
            {
                continue;
            }

            // A start position belongs to one row only: the same one again, with the same rest, is the same row.
            if (!seen.TryAdd(row with { Line = 0 }, row.Line))
            {
                run.Quarantine(row.Line, "duplicate", $"the same row as line {seen[row with { Line = 0 }]}");
                continue;
            }

            rows.Add(row);
        }

        return [.. rows.GroupBy(row => row.Account, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(ToAccount)];
    }

    private static ImportedAccount ToAccount(IGrouping<string, HyperliquidRow> account)
    {
        List<Fill> fills = [];
        List<PositionAdjustment> adjustments = [];
        List<HyperliquidPnl> results = [];
        foreach (var coin in account.GroupBy(row => row.Symbol).OrderBy(group => group.Key))
        {
            var (chain, unexplained) = HyperliquidChain.Order([.. coin]);
            adjustments.AddRange(unexplained);
            var pnl = new HyperliquidPnl();
            results.Add(pnl);
            foreach (var row in chain)
            {
                pnl.Take(row);
            }

            foreach (var minute in chain.GroupBy(row => row.Time))
            {
                var rank = 0;
                foreach (var order in minute.GroupBy(row => (row.Order, row.Side)))
                {
                    fills.Add(ToFill(account.Key, [.. order], rank++));
                }
            }
        }

        return MappedFills.ToAccount(account.Key, fills, [.. adjustments.OrderBy(adjustment => adjustment.Time).ThenBy(adjustment => adjustment.Symbol)], HyperliquidPnl.Sum(results));
    }

    private static Fill ToFill(string account, IReadOnlyList<HyperliquidRow> rows, int rank)
    {
        var quantity = rows.Sum(row => row.Quantity);
        var first = rows[0];
        return new Fill
        {
            // The rank keeps the order of the chain within the minute; coins do not depend on each other.
            Id = string.Create(CultureInfo.InvariantCulture, $"hl-{account}-{first.Time:yyyyMMddHHmm}-{first.Symbol}-{rank:000}-{first.Order}"),
            ClientOrderId = $"hl-{account}-{first.Order}",
            Symbol = first.Symbol,
            Side = first.Side,
            Quantity = quantity,
            Price = rows.Sum(row => row.Quantity * row.Price) / quantity,
            Fee = rows.Sum(row => row.FeeInQuote),
            Liquidity = first.IsTaker ? Liquidity.Taker : Liquidity.Maker,
            Timestamp = first.Time,
        };
    }
}
