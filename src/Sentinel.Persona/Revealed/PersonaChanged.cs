namespace Sentinel.Persona;

/// <summary>A change of behaviour.</summary>
public sealed record PersonaChanged
{
    /// <summary>A stable id, derived from the content.</summary>
    public required string Id { get; init; }

    /// <summary>One of <see cref="AttributeNames"/>.</summary>
    public required string Attribute { get; init; }

    /// <summary>When behaviour changed, as estimated, UTC.</summary>
    public required DateTimeOffset EventTime { get; init; }

    /// <summary>When it could be known: the sample that crossed the threshold, UTC.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>Typical value before; NaN for a change of shares.</summary>
    public required double Before { get; init; }

    /// <summary>Typical value after; NaN for a change of shares.</summary>
    public required double After { get; init; }

    /// <summary>"cusum" or "jensen-shannon".</summary>
    public required string Method { get; init; }

    /// <summary>The statistic over its threshold, 1 is at it.</summary>
    public required double Severity { get; init; }

    /// <summary>Fills that show it, newest first, capped.</summary>
    public IReadOnlyList<string> SourceIds { get; init; } = [];
}

/// <summary>A difference between what was declared and what is done. The declared value still rules.</summary>
public sealed record Contradiction
{
    /// <summary>One of <see cref="AttributeNames"/>, with key.</summary>
    public required string Attribute { get; init; }

    /// <summary>Where it was declared ("profile.risk_tolerance", "mandate.stop_required").</summary>
    public required string Source { get; init; }

    /// <summary>What was declared, in the attribute's unit.</summary>
    public required double Declared { get; init; }

    /// <summary>What is done.</summary>
    public required double Revealed { get; init; }

    /// <summary>95 % interval of what is done; the declared value is outside.</summary>
    public required ValueInterval Interval { get; init; }

    /// <summary>End of the first of the windows in a row, UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>End of the window that confirmed it, UTC.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>Ids of evidence.</summary>
    public IReadOnlyList<string> SourceIds { get; init; } = [];
}
