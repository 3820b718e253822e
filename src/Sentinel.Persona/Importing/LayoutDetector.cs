namespace Sentinel.Persona;

/// <summary>Finds a file's layout by its header.</summary>
internal static class LayoutDetector
{
    private static readonly (Column Column, string[] Names)[] Usual =
    [
        (Column.Time, ["time", "timestamp", "date", "datetime", "time_utc", "date(utc)", "created_at", "created at", "executed_at"]),
        (Column.Symbol, ["symbol", "pair", "market", "product", "instrument", "coin", "ticker"]),
        (Column.Side, ["side", "type", "direction", "action"]),
        (Column.Price, ["price", "avg_price", "filled_price", "execution_price", "rate"]),
        (Column.Quantity, ["quantity", "qty", "size", "amount", "volume", "executed", "filled"]),
        (Column.Fee, ["fee", "fees", "commission"]),
        (Column.Id, ["id", "trade_id", "trade id", "tradeid", "fill_id", "txid"]),
        (Column.OrderId, ["order_id", "order id", "orderid", "order", "client_order_id"]),
        (Column.Account, ["account", "wallet", "portfolio", "user"]),
    ];

    /// <summary>The layout, or null with a fault.</summary>
    public static Layout? Detect(IReadOnlyList<string> header, ImportRun run)
    {
        foreach (var name in header.GroupBy(name => name.Trim(), StringComparer.OrdinalIgnoreCase).Where(group => group.Key.Length > 0 && group.Count() > 1))
        {
            run.Fault(1, name.Key, "duplicate_column", $"the column {ImportRun.Show(name.Key)} is there twice");
        }

        if (run.Faults.Count > 0)
        {
            return null;
        }

        var asked = run.Options.Layout;
        if (run.Options.Columns is { } mapping)
        {
            return Mapped(mapping, header, run);
        }

        if (asked is null or not FillLayout.Generic)
        {
            var found = Layout.Known.FirstOrDefault(layout => layout.Fits(header));
            if (found is not null && (asked is null || asked == found.Kind))
            {
                Unused(found, header, run);
                return found;
            }

            if (asked is not null)
            {
                var missing = Layout.Known.First(layout => layout.Kind == asked).Required.Where(name => !header.Contains(name, StringComparer.OrdinalIgnoreCase));
                run.Fault(
                    1,
                    "",
                    "layout",
                    found is null
                        ? $"this is no {asked} file: columns {string.Join(", ", missing)} are missing"
                        : $"this is a {found.Kind} file, not a {asked} file");
                return null;
            }
        }

        return Generic(header, run);
    }

    private static Layout? Generic(IReadOnlyList<string> header, ImportRun run)
    {
        Dictionary<Column, string> names = [];
        foreach (var (column, candidates) in Usual)
        {
            if (header.FirstOrDefault(name => candidates.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase)) is { } found)
            {
                names[column] = found.Trim();
            }
        }

        return Complete(new Layout(FillLayout.Generic, names), header, run);
    }

    private static Layout? Mapped(ColumnMapping mapping, IReadOnlyList<string> header, ImportRun run)
    {
        Dictionary<Column, string> names = [];
        foreach (var (column, name) in new (Column, string?)[]
                 {
                     (Column.Time, mapping.Time), (Column.Symbol, mapping.Symbol), (Column.Side, mapping.Side), (Column.Price, mapping.Price),
                     (Column.Quantity, mapping.Quantity), (Column.Fee, mapping.Fee), (Column.Id, mapping.Id), (Column.OrderId, mapping.OrderId),
                     (Column.Account, mapping.Account),
                 })
        {
            if (name is null)
            {
                continue;
            }

            if (!header.Any(cell => string.Equals(cell.Trim(), name, StringComparison.OrdinalIgnoreCase)))
            {
                run.Fault(1, name, "missing_column", $"there is no column {ImportRun.Show(name)}; there are: {Columns(header)}");
            }

            names[column] = name;
        }

        return run.Faults.Count > 0 ? null : Complete(new Layout(FillLayout.Generic, names), header, run);
    }

    private static Layout? Complete(Layout layout, IReadOnlyList<string> header, ImportRun run)
    {
        foreach (var column in new[] { Column.Time, Column.Symbol, Column.Side, Column.Price, Column.Quantity })
        {
            if (!layout.Names.ContainsKey(column))
            {
                run.Fault(
                    1,
                    "",
                    "missing_column",
                    $"no column is known to hold the {column.ToString().ToLowerInvariant()}; there are: {Columns(header)}. Say which column it is");
            }
        }

        Unused(layout, header, run);
        return run.Faults.Count > 0 ? null : layout;
    }

    private static void Unused(Layout layout, IReadOnlyList<string> header, ImportRun run)
    {
        var unused = header.Where(name => name.Trim().Length > 0 && !layout.Names.Values.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase)).ToArray();
        if (unused.Length > 0)
        {
            run.Warn($"columns not used: {Columns(unused)}");
        }
    }

    private static string Columns(IEnumerable<string> names) => string.Join(", ", names.Select(ImportRun.Show));
}
