using OMem.Understanding.Grammar;
using OMem.Understanding.Prose;

namespace OMem.Understanding.Attributes;

/// <summary>One asserted clause, with what the rules ask about it. A rule adds drafts and never takes any away.</summary>
internal sealed class ClauseReading
{
    private readonly List<AttributeDraft> _drafts;

    public ClauseReading(Clause clause, string speaker, List<AttributeDraft> drafts)
    {
        Clause = clause;
        Speaker = speaker;
        _drafts = drafts;
        Verb = clause.Verb!;
        Subject = clause.Subject.Display(speaker);
        IsNow = SaysNow(clause);
        NoLonger = Verb.NoLonger || (Verb.IsNegated && HasAnymore(clause));
    }

    public Clause Clause { get; }

    public VerbGroup Verb { get; }

    /// <summary>The speaker's name.</summary>
    public string Speaker { get; }

    /// <summary>Whom the clause is about, in the third person.</summary>
    public string Subject { get; }

    /// <summary>"no longer", "not ... anymore".</summary>
    public bool NoLonger { get; }

    /// <summary>Whether it says of itself that it is so now.</summary>
    public bool IsNow { get; }

    public Sentence Sentence => Clause.Sentence;

    /// <summary>Whether it denies that something is so now ("don't", "never", "no longer").</summary>
    public bool Denies => Verb.IsNegated || NoLonger;

    public Polarity Polarity => Denies ? Polarity.Negative : Polarity.Positive;

    /// <summary>Index of the first word after the main verb.</summary>
    public int Next => Verb.Next;

    /// <summary>Word at an offset after the main verb; empty beyond the clause.</summary>
    public string After(int offset) => Clause.After(offset);

    /// <summary>Whether the clause is about a person: the speaker, or somebody they have.</summary>
    public bool IsOfPerson => Clause.Subject.Kind is not (SubjectKind.Thing or SubjectKind.Other);

    /// <summary>The value phrase from an offset after the main verb on.</summary>
    public Phrase ObjectAt(int offset, bool keepsTime = false) => PhraseReader.Read(Clause, Next + offset, keepsTime);

    /// <summary>Index of the first of the words in the clause after the verb, or -1.</summary>
    public int Find(params ReadOnlySpan<string> words)
    {
        for (var i = Next; i < Clause.End; i++)
        {
            if (words.Contains(Sentence.At(i)))
            {
                return i;
            }
        }

        return -1;
    }

    public void Add(AttributeDraft draft)
    {
        if (draft.Value.Length > 0)
        {
            var weaker = (Verb.IsHedged ? 0.15 : 0) + (Clause.Matrix is { } matrix && Matrices.IsWeak(matrix) ? 0.1 : 0);
            var text = Clause.Subject.IsSeveral && draft.Text.StartsWith(Subject + " ", StringComparison.Ordinal)
                ? $"{Subject} {ThirdPerson.Plural(draft.Text[(Subject.Length + 1)..])}" : draft.Text;
            _drafts.Add(draft with { Text = text, IsNow = IsNow, Confidence = Math.Max(0.1, draft.Confidence - weaker) });
        }
    }

    /// <summary>"now", "these days", "instead": but not "right now" or "for now", which pass.</summary>
    private static bool SaysNow(Clause clause)
    {
        for (var i = clause.First; i < clause.End; i++)
        {
            var isNow = clause.Sentence.At(i) switch
            {
                "now" => clause.Sentence.At(i - 1) is not ("right" or "for" or "until" or "till" or "by" or "just"),
                "nowadays" or "instead" => true,
                "these" => clause.Sentence.At(i + 1) is "days",
                _ => false,
            };
            if (isNow)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasAnymore(Clause clause)
    {
        for (var i = clause.Verb!.Next; i < clause.End; i++)
        {
            if (clause.Sentence.At(i) is "anymore" || clause.Sentence.Matches(i, "any", "more") || clause.Sentence.Matches(i, "any", "longer"))
            {
                return true;
            }
        }

        return false;
    }
}
