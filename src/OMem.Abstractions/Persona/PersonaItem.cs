using System.Text.Json.Serialization;

namespace OMem;

/// <summary>One attribute (what the person is like) or fact (what happened to them), with its truth in time and its evidence.</summary>
public sealed record PersonaItem
{
    /// <summary>Derived from content, so the same log gives the same ids.</summary>
    public required string Id { get; init; }

    /// <summary>Attribute or fact.</summary>
    public required PersonaItemKind Kind { get; init; }

    /// <summary>Whom it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>What side of the person it tells; null for a fact.</summary>
    public string? Aspect { get; init; }

    /// <summary>The value alone; for a fact the same as <see cref="Text"/>.</summary>
    public required string Value { get; init; }

    /// <summary>A readable sentence in the third person.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it is affirmed or denied.</summary>
    public Polarity Polarity { get; init; }

    /// <summary>Whether a newer value of the same subject and aspect supersedes it.</summary>
    public bool Exclusive { get; init; }

    /// <summary>From when it is true of the person; null when unknown. For a fact: when it happened.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>Until when (exclusive) it is true of the person; null while it holds. For a fact: the end of when it happened.</summary>
    public DateTimeOffset? ValidTo { get; init; }

    /// <summary>True when the words about time were vague.</summary>
    public bool Approximate { get; init; }

    /// <summary>When it was learnt: the <c>RecordedAt</c> of its first evidence.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The latest <c>OccurredAt</c> among its evidence: an older message that arrives later does not supersede it. Null when unknown.</summary>
    public DateTimeOffset? LastStatedAt { get; init; }

    /// <summary>When it stopped being believed as current; null while it is.</summary>
    public DateTimeOffset? SupersededAt { get; init; }

    /// <summary>The item that took its place, if one did.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>How sure the memory is, 0-1; grows with independent evidence.</summary>
    public double Confidence { get; init; }

    /// <summary>Whether it is held back: it rests on sources that cannot vouch for it alone, and is not part of the persona until one that can says the same, or a person confirms it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Held { get; init; }

    /// <summary>Every interaction it rests on, in log order.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>The attribute cluster it belongs to; null for a fact or a lone attribute.</summary>
    public string? ClusterId { get; init; }

    /// <summary>The reader that produced it, as <c>name@version</c>.</summary>
    public required string Reader { get; init; }
}

/// <summary>The two kinds of persona memory.</summary>
public enum PersonaItemKind
{
    /// <summary>What the person is like.</summary>
    Attribute = 0,

    /// <summary>What happened to them.</summary>
    Fact = 1,
}
