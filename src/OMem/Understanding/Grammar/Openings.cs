using System.Collections.Frozen;
using OMem.Understanding.Lexicon;
using OMem.Understanding.Prose;

namespace OMem.Understanding.Grammar;

/// <summary>Words before a subject: links, exclamations, adverbs, and phrases of time.</summary>
internal static class Openings
{
    private const int LongestTimePhrase = 7;

    private static readonly FrozenSet<string> Fillers = WordSet.Of(
        """
        well yeah yes yep yup nope no oh ok okay hey hi hello wow haha hehe lol hmm um uh ah actually honestly lately recently currently nowadays
        today yesterday tonight tomorrow personally basically anyway anyways btw fyi fun fact still now sometimes usually often normally
        generally luckily fortunately unfortunately sadly thankfully finally seriously frankly sure absolutely totally definitely
        thanks sorry additionally furthermore moreover overall instead maybe perhaps somehow suddenly eventually apparently
        also too plus then though mostly right like especially guess turns out
        """);

    private static readonly FrozenSet<string> TimePhraseWords = WordSet.Of(
        """
        in on at for since during after before last next this that these every each the a an past other few couple of two three four five six
        seven eight nine ten several many one first second weeks week days day months month years year weekend weekends morning mornings
        afternoon afternoons evening evenings night nights summer winter spring autumn fall season semester moment minute minutes hour hours ago
        january february march april may june july august september october november december monday tuesday wednesday thursday friday
        saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays early late earlier later back then now right
        by way over from time times to be honest fact course my childhood college university school work lunch dinner breakfast most some
        christmas easter thanksgiving halloween half long while once twice about around almost just
        """);

    /// <summary>The kind of link a word is, or null when it is none.</summary>
    public static ClauseLink? LinkOf(Sentence sentence, int index) => sentence.At(index) switch
    {
        "and" or "but" or "so" or "because" or "since" or "then" or "plus" or "though" or "although" or "as" or "yet" or "cause" => ClauseLink.Joined,
        "when" or "while" or "whenever" or "before" or "after" or "until" or "till" or "once" => ClauseLink.Temporal,
        "if" or "unless" or "whether" or "suppose" or "supposing" or "imagine" or "assuming" => ClauseLink.Hypothetical,
        "that" => ClauseLink.Content,
        _ => null,
    };

    /// <summary>Whether it may stand before a subject without saying anything.</summary>
    public static bool IsFiller(string word) => Fillers.Contains(word);

    /// <summary>Index after a phrase of time that leads to "I", "we" or "my" without a comma; <paramref name="index"/> when there is none.</summary>
    public static int AfterTimePhrase(Sentence sentence, int index)
    {
        var end = index;
        while (end < sentence.End && end - index < LongestTimePhrase && (end == index || sentence.GapAt(end) == Gap.None) && IsOfTime(sentence.At(end)))
        {
            end++;
        }

        return end > index && sentence.At(end) is "i" or "we" or "my" or "our" && sentence.GapAt(end) != Gap.Strong ? end : index;
    }

    private static bool IsOfTime(string word) => TimePhraseWords.Contains(word) || (word.Length > 0 && char.IsAsciiDigit(word[0]));
}
