namespace Sentinel;

/// <summary>What the gate says of an order.</summary>
public sealed record GateResult
{
    /// <summary>The verdict.</summary>
    public required GateVerdict Verdict { get; init; }

    /// <summary>The order that may be sent: as it came, or clamped; null when denied.</summary>
    public OrderRequest? Order { get; init; }

    /// <summary>Every rule that spoke, in order of evaluation.</summary>
    public IReadOnlyList<GateFinding> Findings { get; init; } = [];
}

/// <summary>The verdict of the gate.</summary>
public enum GateVerdict
{
    /// <summary>As it came.</summary>
    Accepted = 0,

    /// <summary>Smaller than it came.</summary>
    Clamped = 1,

    /// <summary>Not at all.</summary>
    Denied = 2,
}

/// <summary>What one rule of the gate said.</summary>
/// <param name="Code">One of <see cref="GateCodes"/>.</param>
/// <param name="IsDenial">Whether it denied; else it clamped.</param>
/// <param name="Before">Quantity before the clamp.</param>
/// <param name="After">Quantity after it, never more.</param>
/// <param name="Severity"><c>max(0, (x - limit) / limit)</c> of what was asked for.</param>
/// <param name="Detail">What was compared, in one sentence.</param>
public sealed record GateFinding(string Code, bool IsDenial, decimal Before, decimal After, double Severity, string Detail);
