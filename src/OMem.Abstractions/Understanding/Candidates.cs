namespace OMem;

/// <summary>A topic a reader found in one interaction.</summary>
/// <param name="Label">A short noun phrase, lower case.</param>
/// <param name="Weight">How much of the message it is about, 0-1.</param>
/// <param name="Evidence">Where it is said.</param>
public sealed record TopicCandidate(string Label, double Weight, Evidence Evidence);

/// <summary>Something a person is like, read out of one interaction and not yet consolidated.</summary>
public sealed record AttributeCandidate
{
    /// <summary>Whom it is about: the speaker, or a person the speaker named.</summary>
    public required string Subject { get; init; }

    /// <summary>What side of the person it tells: <c>preference</c>, <c>home</c>, <c>job</c>, <c>relation</c>, <c>possession</c>, <c>health</c>, <c>habit</c>, <c>state</c>, <c>role</c>, ...</summary>
    public required string Aspect { get; init; }

    /// <summary>The value in the speaker's words, trimmed ("jazz", "Berlin", "a nurse").</summary>
    public required string Value { get; init; }

    /// <summary>A readable sentence in the third person ("Alice likes jazz").</summary>
    public required string Text { get; init; }

    /// <summary>Whether it is affirmed or denied.</summary>
    public Polarity Polarity { get; init; }

    /// <summary>Whether it holds now, has ended or is yet to come.</summary>
    public Tense Tense { get; init; }

    /// <summary>True when a person has one current value of this aspect at a time (home, job): a new value then supersedes the old.</summary>
    public bool Exclusive { get; init; }

    /// <summary>True when it ends what is known and shares its words, and nothing of it is stored where nothing is known ("I gave up the flat"). Goes with <see cref="Tense.Ended"/>; the aspect <c>*</c> then stands for all.</summary>
    public bool EndsOnly { get; init; }

    /// <summary>True when the speaker says that it is so now, so that another value of the kind may no longer be ("I get up at eight now").</summary>
    public bool IsNow { get; init; }

    /// <summary>The value this one puts right, when the speaker corrected themself ("sorry, I meant Lisbon"); null otherwise.</summary>
    public string? Corrects { get; init; }

    /// <summary>When it is or was true, as far as said.</summary>
    public TimeRange? Valid { get; init; }

    /// <summary>How sure the reader is, 0-1.</summary>
    public double Confidence { get; init; }

    /// <summary>The words it rests on.</summary>
    public required Evidence Evidence { get; init; }
}

/// <summary>Something that happened, read out of one interaction and not yet consolidated.</summary>
public sealed record FactCandidate
{
    /// <summary>Whom it happened to.</summary>
    public required string Subject { get; init; }

    /// <summary>A readable sentence in the third person ("Alice ran a half marathon").</summary>
    public required string Text { get; init; }

    /// <summary>When it happened or will happen, resolved against the message's <c>OccurredAt</c>; null when nothing was said.</summary>
    public TimeRange? When { get; init; }

    /// <summary>The <see cref="Text"/> this one puts right, when the speaker corrected themself; null otherwise.</summary>
    public string? Corrects { get; init; }

    /// <summary>Whether it is affirmed or denied.</summary>
    public Polarity Polarity { get; init; }

    /// <summary>Whether it has happened or is planned.</summary>
    public Tense Tense { get; init; }

    /// <summary>How sure the reader is, 0-1.</summary>
    public double Confidence { get; init; }

    /// <summary>The words it rests on.</summary>
    public required Evidence Evidence { get; init; }
}
