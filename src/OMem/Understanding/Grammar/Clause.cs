using OMem.Understanding.Prose;

namespace OMem.Understanding.Grammar;

/// <summary>How a clause hangs on the one before it.</summary>
internal enum ClauseLink
{
    /// <summary>It stands alone.</summary>
    None = 0,

    /// <summary>and, then, so, but, because: asserted like a clause of its own.</summary>
    Joined = 1,

    /// <summary>when, while, before, after, until: asserted only about the past.</summary>
    Temporal = 2,

    /// <summary>if, unless, whether, as if, even if: never asserted.</summary>
    Hypothetical = 3,

    /// <summary>"that", or nothing at all after a verb of saying or thinking.</summary>
    Content = 4,
}

/// <summary>A subject with its verb and what follows, up to the next clause.</summary>
internal sealed record Clause
{
    /// <summary>The sentence it is part of.</summary>
    public required Sentence Sentence { get; init; }

    /// <summary>Index of its first word, opening words of time included.</summary>
    public required int First { get; init; }

    /// <summary>Index after its last word.</summary>
    public int End { get; init; }

    /// <summary>How it hangs on the one before.</summary>
    public ClauseLink Link { get; init; }

    /// <summary>Its subject.</summary>
    public required Subject Subject { get; init; }

    /// <summary>Its verb; null for subjects nothing is read from.</summary>
    public VerbGroup? Verb { get; init; }

    /// <summary>The speaker's own verb of thinking it hangs on ("think", "wish"); null when it hangs on none.</summary>
    public string? Matrix { get; init; }

    /// <summary>Whether the speaker asks rather than tells.</summary>
    public bool IsQuestion { get; init; }

    /// <summary>Whether somebody else is quoted in the speaker's words ("she told me I am funny").</summary>
    public bool IsReported { get; init; }

    /// <summary>Whether the speaker says that it is so.</summary>
    public bool IsAsserted => Verb is not null && !IsQuestion && !IsReported && Link is not ClauseLink.Hypothetical
        && (Link is not ClauseLink.Temporal || (Verb.IsPast && !Verb.IsPerfect))
        && (Link is not ClauseLink.Content || Matrix is not null)
        && (Matrix is null || Matrices.Asserts(Matrix));

    /// <summary>The words after the main verb.</summary>
    public Phrase Rest => new(Sentence, Verb?.Next ?? End, End);

    /// <summary>The word at an offset from the main verb's end; empty beyond the clause.</summary>
    public string After(int offset)
    {
        var index = (Verb?.Next ?? End) + offset;
        return index < End ? Sentence.At(index) : string.Empty;
    }
}
