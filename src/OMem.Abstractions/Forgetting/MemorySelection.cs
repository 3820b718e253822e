namespace OMem;

/// <summary>Which interactions to forget or erase. What is given has to hold together: a session and a time range mean what was said in that session in that time. Within a list any one will do.</summary>
public sealed record MemorySelection
{
    /// <summary>Everything the scope holds.</summary>
    public static MemorySelection All { get; } = new() { Everything = true };

    /// <summary>Interactions with these ids.</summary>
    public IReadOnlyList<string> Interactions { get; init; } = [];

    /// <summary>Interactions of these sessions.</summary>
    public IReadOnlyList<string> Sessions { get; init; } = [];

    /// <summary>Interactions of the topics with these ids.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>What occurred at or after this instant.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>What occurred before this instant.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The interactions that a recall of this text brings and that say at least half of its words, past and superseded ones too.</summary>
    public string? Query { get; init; }

    /// <summary>The most interactions of <see cref="Query"/>, 1-10,000.</summary>
    /// <value>The default is 10.</value>
    public int QueryLimit { get; init; } = 10;

    /// <summary>The whole scope; stands alone.</summary>
    public bool Everything { get; init; }
}
