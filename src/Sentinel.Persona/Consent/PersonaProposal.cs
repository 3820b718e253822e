namespace Sentinel.Persona;

/// <summary>A change of the persona read out of text. It changes nothing until a person or an explicit rule accepts it.</summary>
public sealed record PersonaProposal
{
    /// <summary>A stable id, derived from the content.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about: one of <see cref="AttributeNames"/>, or another lower-case name.</summary>
    public required string Attribute { get; init; }

    /// <summary>What is proposed, in words or a number.</summary>
    public required string Value { get; init; }

    /// <summary>Ids of the messages it was read from.</summary>
    public IReadOnlyList<string> EvidenceIds { get; init; } = [];

    /// <summary>Who proposed it (an agent, a reader).</summary>
    public required string ProposedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public ProposalState State { get; init; }

    /// <summary>Who decided; null while queued.</summary>
    public ConsentAuthority? DecidedBy { get; init; }

    /// <summary>When it was decided, UTC.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Why, in words.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>Where a proposal stands.</summary>
public enum ProposalState
{
    /// <summary>Waits.</summary>
    Queued = 0,

    /// <summary>Holds from the decision on.</summary>
    Accepted = 1,

    /// <summary>Never held.</summary>
    Rejected = 2,
}

/// <summary>Who may decide. There is no kind for a model.</summary>
/// <param name="Kind">A person or an explicit rule.</param>
/// <param name="Name">Which one.</param>
public sealed record ConsentAuthority(ConsentKind Kind, string Name)
{
    /// <summary>A person.</summary>
    public static ConsentAuthority Person(string name) => new(ConsentKind.Person, name);

    /// <summary>A rule that a person wrote.</summary>
    public static ConsentAuthority Rule(string name) => new(ConsentKind.Rule, name);
}

/// <summary>Kinds of those who may decide.</summary>
public enum ConsentKind
{
    /// <summary>A person.</summary>
    Person = 0,

    /// <summary>An explicit rule.</summary>
    Rule = 1,
}
