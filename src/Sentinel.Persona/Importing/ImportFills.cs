namespace Sentinel.Persona;

/// <summary>
/// Reads fills from CSV files of traders and venues. Whatever leaves a doubt of how the file is meant (a decimal comma, a time without a zone, another venue's columns) is a
/// fault with its line, and nothing is taken; a row that is readable and not a trade (no quantity, a duplicate, a conversion of one dollar token into another) is quarantined
/// with its reason.
/// </summary>
public static class ImportFills
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static ImportResult ReadFile(string path, ImportOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var reader = new StreamReader(path);
        return Read(reader, options);
    }

    /// <summary>Reads text. What is wrong with it is in the result, by line; nothing is thrown for content.</summary>
    public static ImportResult Read(TextReader reader, ImportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        options ??= new ImportOptions();
        var run = new ImportRun(options);
        var table = CsvTable.Read(reader, run);
        if (table is null || LayoutDetector.Detect(table.Header, run) is not { } layout)
        {
            return run.Failed(null, table?.Rows.Count ?? 0);
        }

        var columns = layout.Bind(table.Header);
        IReadOnlyList<ImportedAccount> accounts = layout.Kind switch
        {
            FillLayout.Hyperliquid => HyperliquidFills.Read(table, columns, run),
            FillLayout.DexSwaps => DexSwaps.Read(table, columns, run),
            _ => MappedFills.Read(table, layout, columns, run),
        };
        if (run.Faults.Count > 0)
        {
            return run.Failed(layout.Kind, table.Rows.Count);
        }

        return new ImportResult
        {
            Layout = layout.Kind,
            Rows = table.Rows.Count,
            Accounts = options.DryRun ? [.. accounts.Select(account => account with { Fills = [], Adjustments = [] })] : accounts,
            Quarantined = run.Quarantined,
            Warnings = run.Warnings,
        };
    }
}
