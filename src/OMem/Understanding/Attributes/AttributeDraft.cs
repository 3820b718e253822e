namespace OMem.Understanding.Attributes;

/// <summary>Which part of a time expression bounds an attribute.</summary>
internal enum TimeUse
{
    /// <summary>None: "I love swimming in summer".</summary>
    None = 0,

    /// <summary>It starts there: "I moved to Oslo in May".</summary>
    Start = 1,

    /// <summary>It ends there: "I quit my job last week".</summary>
    End = 2,

    /// <summary>It spans it: "I lived in Rome in 2010".</summary>
    Span = 3,
}

/// <summary>An attribute as a rule reads it, before time is resolved.</summary>
internal sealed record AttributeDraft
{
    /// <summary>The aspect.</summary>
    public required string Aspect { get; init; }

    /// <summary>The value in the speaker's words.</summary>
    public required string Value { get; init; }

    /// <summary>The sentence in the third person.</summary>
    public required string Text { get; init; }

    /// <summary>Whom it is about, when that is not the clause's subject.</summary>
    public string? Subject { get; init; }

    /// <summary>Affirmed or denied.</summary>
    public Polarity Polarity { get; init; }

    /// <summary>Now, ended or planned.</summary>
    public Tense Tense { get; init; }

    /// <summary>One value at a time.</summary>
    public bool Exclusive { get; init; }

    /// <summary>It only ends what is known and is about it; nothing is stored of it.</summary>
    public bool EndsOnly { get; init; }

    /// <summary>The speaker says that it is so now, so that something like it may no longer be.</summary>
    public bool IsNow { get; init; }

    /// <summary>What a time expression in the clause bounds.</summary>
    public TimeUse Time { get; init; }

    /// <summary>Sureness of the rule, 0-1.</summary>
    public required double Confidence { get; init; }
}
