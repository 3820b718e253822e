using System.Collections.Frozen;
using OMem.Text;
using OMem.Understanding.Lexicon;

namespace OMem.Consolidation.Judging;

/// <summary>
/// English words by which people say that something is different from before: "cancelled the gym", "eats fish again". They only make it more likely that a
/// statement is asked about; what changes is never decided by them.
/// </summary>
internal static class ChangeWords
{
    private static readonly FrozenSet<string> Words = WordSet.Of(
        """
        again anymore longer instead now stop stops stopped stopping quit quits quitting cancel cancels cancelled canceled cancelling dropped drops gave give
        gives given off left leaves leaving returned returns sold split ended ends over replaced replaces switched switches changed changes swapped postponed
        rescheduled rebooked delayed withdrew pulled backed declined rejected lost found recovered healed cured outgrew died divorced separated broke resigned
        fired retired moved stay stays staying decided not never without back no
        """);

    /// <summary>Whether a sentence holds such a word.</summary>
    public static bool AreIn(string sentence) => Tokenizer.Tokenize(sentence).Exists(static token => Words.Contains(token.Text));
}
