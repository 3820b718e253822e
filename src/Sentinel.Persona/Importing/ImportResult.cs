namespace Sentinel.Persona;

/// <summary>What was read from a file of fills.</summary>
public sealed record ImportResult
{
    /// <summary>The layout it was read as.</summary>
    public FillLayout? Layout { get; init; }

    /// <summary>Rows of data.</summary>
    public int Rows { get; init; }

    /// <summary>One entry an account, in ordinal order; empty when there are faults.</summary>
    public IReadOnlyList<ImportedAccount> Accounts { get; init; } = [];

    /// <summary>What makes the file unreadable as it is, by line: nothing was taken.</summary>
    public IReadOnlyList<ImportFault> Faults { get; init; } = [];

    /// <summary>Rows left out, by line, each with its reason.</summary>
    public IReadOnlyList<QuarantinedRow> Quarantined { get; init; } = [];

    /// <summary>What a reader of the profile should know.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Whether the file can be used.</summary>
    public bool IsUsable => Faults.Count == 0;
}

/// <summary>A reason why a file cannot be read.</summary>
/// <param name="Line">Line in the file, from 1; the header's for columns.</param>
/// <param name="Column">Column, or empty.</param>
/// <param name="Code">A stable word ("decimal_separator", "time_zone" ...).</param>
/// <param name="Message">What is wrong and what would help, in one sentence.</param>
public sealed record ImportFault(int Line, string Column, string Code, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Column.Length == 0 ? $"line {Line}: {Message}" : $"line {Line}, {Column}: {Message}";
}

/// <summary>A row that was left out.</summary>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Code">A stable word ("duplicate", "stablecoin_conversion" ...).</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record QuarantinedRow(int Line, string Code, string Reason);

/// <summary>The fills of one account.</summary>
public sealed record ImportedAccount
{
    /// <summary>Its name, or empty.</summary>
    public required string Account { get; init; }

    /// <summary>Fills in order of time, then as the positions chain; empty in a dry run.</summary>
    public IReadOnlyList<Fill> Fills { get; init; } = [];

    /// <summary>Positions that no fill explains.</summary>
    public IReadOnlyList<PositionAdjustment> Adjustments { get; init; } = [];

    /// <summary>Number of fills, in a dry run too.</summary>
    public int FillCount { get; init; }

    /// <summary>First and last time; null without fills.</summary>
    public TimeWindow? Range { get; init; }

    /// <summary>Number of symbols.</summary>
    public int Symbols { get; init; }

    /// <summary>The venue's closed result against ours; null where the file gives none.</summary>
    public PnlCheck? Pnl { get; init; }
}

/// <summary>The venue's closed result against the one recomputed from fills at average cost, fees not counted in either.</summary>
public sealed record PnlCheck
{
    /// <summary>Sum of the venue's figures over all rows.</summary>
    public required decimal Venue { get; init; }

    /// <summary>Sum of the venue's figures over rows whose cost is known to us.</summary>
    public required decimal VenueComparable { get; init; }

    /// <summary>Sum of ours over the same rows.</summary>
    public required decimal Recomputed { get; init; }

    /// <summary>Closing rows compared.</summary>
    public required int Compared { get; init; }

    /// <summary>Those that agree within 1 % or 0.01 of the quote currency.</summary>
    public required int Agreeing { get; init; }

    /// <summary>Closing rows whose cost lies before the file.</summary>
    public required int CostUnknown { get; init; }
}
