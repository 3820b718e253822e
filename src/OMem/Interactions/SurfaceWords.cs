using System.Collections.Frozen;
using OMem.Text;

namespace OMem.Interactions;

/// <summary>English words that tell what a message does rather than what it is about.</summary>
internal static class SurfaceWords
{
    private static readonly FrozenSet<string> Past = Set(
        """
        went got had was were did made took gave saw came found said told felt met bought started won lost left began thought
        knew kept held brought wrote ran sat stood heard let spent grew drew
        """);

    private static readonly FrozenSet<string> You = Set("you your yours yourself you're you've you'll you'd youre u ur");

    private static readonly FrozenSet<string> Reasons = Set("because since so reason cause therefore due");

    /// <summary>Phrases of a standing wish or instruction.</summary>
    private static readonly string[][] Directives =
    [
        ["always"], ["never"], ["prefer"],
        ["please", "make", "sure"], ["please", "remember"], ["please", "use"], ["please", "include"],
        ["when", "i", "ask"], ["whenever", "i", "ask"], ["i", "like"], ["i", "want", "you", "to"], ["from", "now", "on"],
        ["don't", "use"], ["don't", "give"], ["don't", "include"],
    ];

    /// <summary>How many words stand in the past tense: a list of frequent ones, and all that end in "ed".</summary>
    public static int CountPast(List<Token> tokens)
    {
        var count = 0;
        foreach (var token in tokens)
        {
            count += token.Text.EndsWith("ed", StringComparison.Ordinal) || Past.Contains(token.Text) ? 1 : 0;
        }

        return count;
    }

    /// <summary>How many words address the other.</summary>
    public static int CountYou(List<Token> tokens)
    {
        var count = 0;
        foreach (var token in tokens)
        {
            count += You.Contains(token.Text) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether a word announces a reason.</summary>
    public static bool GivesReason(List<Token> tokens) => tokens.Exists(static token => Reasons.Contains(token.Text));

    /// <summary>Whether a phrase of a standing wish or instruction occurs: such messages matter whatever a later question asks.</summary>
    public static bool IsDirective(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            foreach (var phrase in Directives)
            {
                if (StartsAt(tokens, i, phrase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool StartsAt(List<Token> tokens, int at, string[] phrase)
    {
        if (at + phrase.Length > tokens.Count)
        {
            return false;
        }

        for (var i = 0; i < phrase.Length; i++)
        {
            if (!string.Equals(tokens[at + i].Text, phrase[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
