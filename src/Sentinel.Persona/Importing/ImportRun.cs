namespace Sentinel.Persona;

/// <summary>What goes wrong while a file is read.</summary>
internal sealed class ImportRun(ImportOptions options)
{
    private readonly List<ImportFault> _faults = [];
    private readonly List<QuarantinedRow> _quarantined = [];
    private readonly SortedDictionary<string, int> _counted = new(StringComparer.Ordinal);
    private readonly List<string> _warnings = [];

    public ImportOptions Options => options;

    public IReadOnlyList<ImportFault> Faults => _faults;

    /// <summary>In order of lines.</summary>
    public IReadOnlyList<QuarantinedRow> Quarantined => [.. _quarantined.OrderBy(row => row.Line)];

    public IReadOnlyList<string> Warnings => [.. _warnings, .. _counted.Select(pair => FormattableString.Invariant($"{pair.Key}: {pair.Value} rows"))];

    /// <summary>Whether there are so many faults that reading on helps nobody.</summary>
    public bool IsOver => _faults.Count >= Math.Max(1, options.MaxFaults);

    public void Fault(int line, string column, string code, string message)
    {
        if (!IsOver)
        {
            _faults.Add(new ImportFault(line, column, code, message));
        }
    }

    public void Quarantine(int line, string code, string reason) => _quarantined.Add(new QuarantinedRow(line, code, reason));

    public void Warn(string text) => _warnings.Add(text);

    /// <summary>A warning said once with the number of rows it is about.</summary>
    public void Count(string text) => _counted[text] = _counted.GetValueOrDefault(text) + 1;

    public ImportResult Failed(FillLayout? layout, int rows) => new()
    {
        Layout = layout,
        Rows = rows,
        Faults = [.. _faults.OrderBy(fault => fault.Line)],
        Quarantined = Quarantined,
        Warnings = Warnings,
    };

    /// <summary>The start of a cell, safe to show.</summary>
    public static string Show(string cell)
    {
        var text = new string([.. cell.Take(24).Select(c => char.IsControl(c) ? '?' : c)]);
        return cell.Length > 24 ? $"'{text}...'" : $"'{text}'";
    }
}
