namespace OMem.Understanding.Grammar;

/// <summary>Who or what a clause is about.</summary>
internal enum SubjectKind
{
    /// <summary>The speaker: "I".</summary>
    Speaker = 0,

    /// <summary>The speaker and others: "we", "my wife and I".</summary>
    Group = 1,

    /// <summary>Somebody the speaker has: "my sister Anna".</summary>
    Relative = 2,

    /// <summary>Something the speaker has: "my favourite colour", "my car".</summary>
    Thing = 3,

    /// <summary>No subject where the speaker must be meant: "Just finished my book!"</summary>
    Dropped = 4,

    /// <summary>Anybody or anything else: nothing is read from it.</summary>
    Other = 5,
}

/// <summary>The subject of a clause.</summary>
/// <param name="Kind">What kind of subject it is.</param>
/// <param name="First">Index of its first word.</param>
/// <param name="Next">Index after its last word.</param>
internal sealed record Subject(SubjectKind Kind, int First, int Next)
{
    /// <summary>The relative or thing the speaker has, without "my": "sister", "favourite colour". Empty for others.</summary>
    public string Noun { get; init; } = string.Empty;

    /// <summary>The relative's name as written, if it was said.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the relative only owns what the clause is about: "my daughter Sara's birthday".</summary>
    public bool IsPossessive { get; init; }

    /// <summary>Whether the clause takes its verb in the first person.</summary>
    public bool IsFirstPerson => Kind is SubjectKind.Speaker or SubjectKind.Group or SubjectKind.Dropped;

    /// <summary>Whether the relatives are several: "my parents".</summary>
    public bool IsSeveral => Kind is SubjectKind.Relative
        && (Noun is "children" || (Noun.EndsWith('s') && !Noun.EndsWith("ss", StringComparison.Ordinal)));

    /// <summary>Whom statements of this clause are about, in words of a third person.</summary>
    public string Display(string speaker) => Kind is not SubjectKind.Relative ? speaker
        : Name is null ? $"{speaker}'s {Noun}" : $"{speaker}'s {Noun} ({Name})";
}
