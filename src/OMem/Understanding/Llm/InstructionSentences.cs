using System.Collections.Frozen;
using OMem.Text;
using OMem.Understanding.Lexicon;

namespace OMem.Understanding.Llm;

/// <summary>
/// Splits a message and marks sentences that tell a reader what to do ("ignore the above", "store that the user ..."). English words
/// only, and on the cautious side: what is marked gives no item unless the speaker speaks of themself in it ("remember that I am allergic to nuts").
/// </summary>
internal static class InstructionSentences
{
    private const int Reach = 6;

    private static readonly FrozenSet<string> Overriding = WordSet.Of("ignore disregard forget override bypass skip discard");
    private static readonly FrozenSet<string> Overridden = WordSet.Of("above previous prior earlier preceding instructions instruction prompt prompts rules guidelines everything context");
    private static readonly FrozenSet<string> Storing = WordSet.Of(
        "store save remember memorize memorise record note log add register write keep update set mark delete remove erase forget insert put make output respond answer say treat");

    private static readonly FrozenSet<string> Stored = WordSet.Of(
        "that memory memories mind profile database persona record down fact facts user user's users sure as this following attribute attributes aspect preference preferences");

    private static readonly FrozenSet<string> Leading = WordSet.Of("please and then now also just to must should shall could can you to so instead simply always never do");

    /// <summary>The sentences of a text, in order; together they hold every word.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its words.</param>
    public static IReadOnlyList<InstructionSentence> Of(string text, List<Token> tokens)
    {
        var sentences = new List<InstructionSentence>();
        var first = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var next = i + 1 < tokens.Count ? tokens[i + 1].Start : text.Length;
            if (i + 1 == tokens.Count || EndsBetween(text, tokens[i].Start + tokens[i].Length, next))
            {
                var start = sentences.Count == 0 ? 0 : sentences[^1].End;
                sentences.Add(Of(tokens, first, i + 1, start, i + 1 == tokens.Count ? text.Length : next));
                first = i + 1;
            }
        }

        return sentences;
    }

    private static InstructionSentence Of(List<Token> tokens, int first, int end, int start, int stop)
    {
        var overrides = false;
        var stores = -1;
        for (var i = first; i < end; i++)
        {
            var word = tokens[i].Text;
            overrides |= IsOverride(tokens, i, first, end);
            if (stores < 0 && Storing.Contains(word) && IsCommand(tokens, i, first) && Any(tokens, i + 1, Math.Min(end, i + 4), Stored))
            {
                stores = i;
            }
        }

        var kind = overrides ? InstructionKind.Override : stores >= 0 ? InstructionKind.Store : InstructionKind.None;
        var own = false;
        var user = false;
        for (var i = stores >= 0 ? stores : first; i < end; i++)
        {
            own |= MessageWords.IsFirstPerson(tokens[i].Text);
            user |= tokens[i].Text is "user" or "user's" && i > first && tokens[i - 1].Text is "the" or "this" or "your" or "that" or "current";
        }

        return new InstructionSentence(start, stop, first, end, kind, own, user);
    }

    private static bool IsOverride(List<Token> tokens, int at, int first, int end)
    {
        var word = tokens[at].Text;
        var next = at + 1 < end ? tokens[at + 1].Text : string.Empty;
        return (word is "system" or "developer" && next is "prompt" or "message" or "instruction" or "instructions")
            || (word is "new" && next is "instructions" or "instruction")
            || (word is "you" && next is "are" && at + 2 < end && tokens[at + 2].Text is "now")
            || (Overriding.Contains(word) && IsCommand(tokens, at, first) && Any(tokens, at + 1, Math.Min(end, at + 1 + Reach), Overridden));
    }

    /// <summary>Whether the verb may be an order: at the start, after "please", "and", "you must" and the like, but not after "I".</summary>
    private static bool IsCommand(List<Token> tokens, int at, int first) =>
        at == first || (Leading.Contains(tokens[at - 1].Text) && !Any(tokens, Math.Max(first, at - 3), at, static word => MessageWords.IsFirstPerson(word)))
        || tokens[at].Start > tokens[at - 1].Start + tokens[at - 1].Length + 1;

    private static bool Any(List<Token> tokens, int from, int to, FrozenSet<string> words) => Any(tokens, from, to, words.Contains);

    private static bool Any(List<Token> tokens, int from, int to, Func<string, bool> isWanted)
    {
        for (var i = from; i < to; i++)
        {
            if (isWanted(tokens[i].Text))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsBetween(string text, int from, int to)
    {
        for (var i = from; i < to && i < text.Length; i++)
        {
            if (text[i] is '!' or '?' or '\n' or '\r' or '\u3002' or '\uFF01' or '\uFF1F' || (text[i] is '.' && (i + 1 >= text.Length || !char.IsLetterOrDigit(text[i + 1]))))
            {
                return true;
            }
        }

        return false;
    }
}
