namespace OMem.Understanding.Grammar;

/// <summary>How real a clause's verb says it is.</summary>
internal enum Mood
{
    /// <summary>Asserted: "I live", "I moved".</summary>
    Indicative = 0,

    /// <summary>Imagined or uncertain: would, could, should, might, may, must.</summary>
    Conditional = 1,

    /// <summary>Able: can.</summary>
    Ability = 2,

    /// <summary>Still to come: will, going to, about to.</summary>
    Future = 3,
}

/// <summary>The verb of a clause with its helpers.</summary>
internal sealed record VerbGroup
{
    /// <summary>Index of the first word of the group.</summary>
    public required int First { get; init; }

    /// <summary>Index of the main verb.</summary>
    public required int Main { get; init; }

    /// <summary>Index after the main verb.</summary>
    public required int Next { get; init; }

    /// <summary>Base form of the main verb: "be" for a copula.</summary>
    public required string Lemma { get; init; }

    /// <summary>Mood of the group.</summary>
    public Mood Mood { get; init; }

    /// <summary>Whether the main verb or its helper stands in the past.</summary>
    public bool IsPast { get; init; }

    /// <summary>Whether the form may be present or past ("I read", "I put").</summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>"have moved".</summary>
    public bool IsPerfect { get; init; }

    /// <summary>"am moving".</summary>
    public bool IsProgressive { get; init; }

    /// <summary>"not", "never", "hardly".</summary>
    public bool IsNegated { get; init; }

    /// <summary>"no longer", or "not ... anymore".</summary>
    public bool NoLonger { get; init; }

    /// <summary>"used to smoke".</summary>
    public bool UsedTo { get; init; }

    /// <summary>"had to stop": done, of necessity.</summary>
    public bool HadTo { get; init; }

    /// <summary>A word of habit among the helpers ("always", "usually", "never"); null when there is none.</summary>
    public string? Frequency { get; init; }

    /// <summary>"maybe", "probably", "kind of".</summary>
    public bool IsHedged { get; init; }

    /// <summary>"would love", "would like": a wish, not a state.</summary>
    public bool IsWish { get; init; }

    /// <summary>Asserted and about the present: "I live", "I'm living", "I've lived".</summary>
    public bool IsPresentState => Mood is Mood.Indicative && !UsedTo && (!IsPast || IsPerfect);
}
