namespace OMem;

/// <summary>What a selection takes, before it is forgotten or erased.</summary>
public sealed record ForgetPreview
{
    /// <summary>Stands for exactly these interactions: given to forget or erase, they take these or nothing.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>How many interactions are selected, forgotten ones too.</summary>
    public required int Interactions { get; init; }

    /// <summary>How many of them are forgotten already: forget passes over them, erase takes them.</summary>
    public required int Forgotten { get; init; }

    /// <summary>The newest of them, in log order; at most 20.</summary>
    public required IReadOnlyList<StoredInteraction> Sample { get; init; }

    /// <summary>Attributes and facts that rest on nothing else, or say what only these interactions said: they go.</summary>
    public required IReadOnlyList<PersonaItem> Removed { get; init; }

    /// <summary>Attributes and facts that rest on others too. Forget leaves them with the rest of their evidence; erase takes them as well, since their wording may be that of an erased message, and has the rest of their evidence read again.</summary>
    public required IReadOnlyList<PersonaItem> Weakened { get; init; }

    /// <summary>Attributes and facts that these interactions had superseded or ended, and that hold again.</summary>
    public required IReadOnlyList<PersonaItem> Reopened { get; init; }

    /// <summary>Topics that were talked about nowhere else.</summary>
    public required IReadOnlyList<Topic> Topics { get; init; }

    /// <summary>How many attribute clusters are made anew.</summary>
    public required int Clusters { get; init; }

    /// <summary>How many other interactions an erase has read again.</summary>
    public required int ReadAgain { get; init; }
}

/// <summary>What a forget did.</summary>
/// <param name="Entry">The ledger position of the new entry: <c>undo</c> of it brings everything back.</param>
/// <param name="Interactions">Interactions that nobody sees any more.</param>
/// <param name="Removed">Ids of attributes and facts that are no more.</param>
/// <param name="Changed">Attributes and facts that changed, as they are now.</param>
/// <param name="Topics">Topics that are no more.</param>
public sealed record ForgetResult(long Entry, int Interactions, IReadOnlyList<string> Removed, IReadOnlyList<PersonaItem> Changed, int Topics);
