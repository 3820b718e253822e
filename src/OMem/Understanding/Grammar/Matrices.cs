using System.Collections.Frozen;
using OMem.Understanding.Lexicon;

namespace OMem.Understanding.Grammar;

/// <summary>The speaker's verbs that take a whole clause: some assert it ("I know I'm allergic"), some do not ("I wish I had a dog").</summary>
internal static class Matrices
{
    private static readonly FrozenSet<string> Asserting = WordSet.Of(
        "think guess believe know realise realize mean swear admit figure reckon feel confess notice discover learn find decide remember announce");

    private static readonly FrozenSet<string> NotAsserting = WordSet.Of(
        "wish hope dream doubt wonder imagine pretend suppose forget want expect worry fear say tell hear ask bet pray assume");

    private static readonly FrozenSet<string> Weak = WordSet.Of("think guess believe figure reckon feel");

    private static readonly FrozenSet<string> Speech = WordSet.Of(
        """
        said says say saying told tells tell telling claimed claims claim thinks thought think believes believed heard asked asks
        insists insisted joked jokes joking reckons wrote replied replies mentioned mentions suggested suggests
        """);

    /// <summary>Whether the verb may take a clause without "that".</summary>
    public static bool TakesClause(string lemma) => Asserting.Contains(lemma) || NotAsserting.Contains(lemma);

    /// <summary>Whether the clause after it is asserted.</summary>
    public static bool Asserts(string lemma) => Asserting.Contains(lemma);

    /// <summary>Whether it lowers the confidence of what it asserts.</summary>
    public static bool IsWeak(string lemma) => Weak.Contains(lemma);

    /// <summary>Whether the form is one of a verb of speech or thought.</summary>
    public static bool IsSpeech(string word) => Speech.Contains(word);
}
