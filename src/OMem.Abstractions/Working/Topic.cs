namespace OMem;

/// <summary>A thread of what is being talked about, with its interactions (working memory: topic -> interactions).</summary>
public sealed record Topic
{
    /// <summary>Derived from the label it was born with.</summary>
    public required string Id { get; init; }

    /// <summary>A short noun phrase.</summary>
    public required string Label { get; init; }

    /// <summary>Other wordings that were found to mean the same.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Log positions of its interactions, ascending, each once.</summary>
    public required IReadOnlyList<long> Interactions { get; init; }

    /// <summary>When it was first talked about.</summary>
    public required DateTimeOffset FirstAt { get; init; }

    /// <summary>When it was last talked about.</summary>
    public required DateTimeOffset LastAt { get; init; }
}

/// <summary>Which topics to read.</summary>
public sealed record TopicQuery
{
    /// <summary>Only topics near this text, best first; null lists all, most talked about first.</summary>
    public string? Near { get; init; }

    /// <summary>At most so many.</summary>
    public int Limit { get; init; } = 50;
}
