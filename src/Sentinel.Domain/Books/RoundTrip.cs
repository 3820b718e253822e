namespace Sentinel;

/// <summary>A position of one lot from opening to closing, matched first in first out, fees included.</summary>
public sealed record RoundTrip
{
    /// <summary>What was traded.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>Whether it was long.</summary>
    public required bool IsLong { get; init; }

    /// <summary>How much.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>When it was opened, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it was closed, UTC.</summary>
    public required DateTimeOffset ClosedAt { get; init; }

    /// <summary>Price of the opening.</summary>
    public required decimal EntryPrice { get; init; }

    /// <summary>Price of the closing.</summary>
    public required decimal ExitPrice { get; init; }

    /// <summary>Fees of both sides, their share of this quantity.</summary>
    public required decimal Fees { get; init; }

    /// <summary>What it brought, fees taken off.</summary>
    public decimal Pnl => ((ExitPrice - EntryPrice) * Quantity * (IsLong ? 1 : -1)) - Fees;

    /// <summary>How long it was held.</summary>
    public TimeSpan Held => ClosedAt - OpenedAt;

    /// <summary>Id of the opening fill.</summary>
    public required string EntryFillId { get; init; }

    /// <summary>Id of the closing fill.</summary>
    public required string ExitFillId { get; init; }
}
