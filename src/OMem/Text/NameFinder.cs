using System.Buffers;

namespace OMem.Text;

/// <summary>What a name seems to be the name of.</summary>
internal enum NameKind
{
    /// <summary>Its surroundings do not tell.</summary>
    Unknown = 0,

    /// <summary>A person or an animal of the family.</summary>
    Person = 1,

    /// <summary>A place.</summary>
    Place = 2,
}

/// <summary>A name in a text.</summary>
/// <param name="Text">The name as written, a final 's off.</param>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="Kind">What its surroundings make of it.</param>
internal readonly record struct NameMention(string Text, int Start, int Length, NameKind Kind);

/// <summary>
/// Finds names by their capitals: runs of capitalised words inside a sentence. At the start of a sentence a single capital
/// says nothing, so a word there counts only when the text has it with a capital elsewhere or another name word follows.
/// A heuristic for scripts with capitals; lower-case names, and all names in a shouted text, are missed.
/// </summary>
/// <remarks>Thread-safe; any string is legal; looks at the first <see cref="MaxLength"/> UTF-16 units.</remarks>
internal static class NameFinder
{
    /// <summary>How much of a text is read, in UTF-16 units.</summary>
    public const int MaxLength = 65_536;

    /// <summary>The most words of a name: longer runs of capitals are headings.</summary>
    private const int MaxWords = 5;

    private static readonly SearchValues<char> Beginnings = SearchValues.Create(".!?\n:;\u2026\"\u201C(*\u2022");

    /// <summary>The names in order, without overlap.</summary>
    public static IReadOnlyList<NameMention> Find(string text) =>
        Find(text, Tokenizer.Tokenize(text.AsSpan(0, Math.Min(text.Length, MaxLength))));

    /// <summary>The names in order, without overlap; <paramref name="tokens"/> are those of the text.</summary>
    public static IReadOnlyList<NameMention> Find(string text, List<Token> tokens)
    {
        var names = new List<NameMention>();
        if (IsShouted(text, tokens))
        {
            return names;
        }

        var sure = CapitalisedInside(text, tokens);
        for (var first = 0; first < tokens.Count;)
        {
            if (!IsNameWord(tokens[first]))
            {
                first++;
                continue;
            }

            var end = RunEnd(text, tokens, first);
            if (end - first <= MaxWords && (!StartsSentence(text, tokens, first) || end - first > 1 || sure.Contains(tokens[first].Text)))
            {
                names.Add(Mention(text, tokens, first, end));
            }

            first = end;
        }

        return names;
    }

    private static bool IsNameWord(Token token) =>
        token.Capitalized && !NameWords.IsCapitalByRule(token.Text) && !NameWords.IsOpener(token.Text) && !NameWords.IsTitle(token.Text);

    private static HashSet<string> CapitalisedInside(string text, List<Token> tokens)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (IsNameWord(tokens[i]) && !StartsSentence(text, tokens, i))
            {
                words.Add(tokens[i].Text);
            }
        }

        return words;
    }

    /// <summary>The end of a run of name words, with connectors inside ("Bank of America") and a possessive only at its end.</summary>
    private static int RunEnd(string text, List<Token> tokens, int first)
    {
        var end = first + 1;
        for (var i = end; i < tokens.Count && JoinedBySpace(text, tokens, i); i++)
        {
            if (IsNameWord(tokens[i]))
            {
                end = i + 1;
            }
            else if (tokens[i].Capitalized || !NameWords.IsConnector(tokens[i].Text))
            {
                break;
            }
        }

        return end;
    }

    private static bool JoinedBySpace(string text, List<Token> tokens, int at)
    {
        var gap = Gap(text, tokens, at);
        return gap.Length == 1 && gap[0] is ' ' or '-' or '\u00A0';
    }

    private static bool StartsSentence(string text, List<Token> tokens, int at)
    {
        if (at == 0)
        {
            return true;
        }

        // "Thanks! Anna" and "He said: Anna" start anew, "Hey, Anna" and "Dr. Smith" do not.
        return !(NameWords.IsTitle(tokens[at - 1].Text) && Gap(text, tokens, at) is ". ")
            && Gap(text, tokens, at).IndexOfAny(Beginnings) >= 0;
    }

    private static ReadOnlySpan<char> Gap(string text, List<Token> tokens, int at)
    {
        var end = tokens[at - 1].Start + tokens[at - 1].Length;
        return text.AsSpan(end, Math.Max(0, tokens[at].Start - end));
    }

    private static NameMention Mention(string text, List<Token> tokens, int first, int end)
    {
        var start = tokens[first].Start;
        var length = tokens[end - 1].Start + tokens[end - 1].Length - start;
        return new NameMention(text.Substring(start, length), start, length, KindOf(text, tokens, first, end));
    }

    private static NameKind KindOf(string text, List<Token> tokens, int first, int end)
    {
        var before = Neighbour(first - 1, first);
        var after = end < tokens.Count && Gap(text, tokens, end) is " " ? tokens[end].Text : "";
        if (NameWords.IsTitle(before))
        {
            return NameKind.Person;
        }

        if (NameWords.EndsPlace(tokens[end - 1].Text) || NameWords.AnnouncesPlace(Neighbour(first - 2, first - 1), before))
        {
            return NameKind.Place;
        }

        return NameWords.AnnouncesPerson(before) || NameWords.FollowsPerson(after) ? NameKind.Person : NameKind.Unknown;

        string Neighbour(int at, int next) =>
            at >= 0 && Gap(text, tokens, next) is var gap && (gap is " " or ", " or ". ") ? tokens[at].Text : "";
    }

    /// <summary>Whether most words are written in capitals only.</summary>
    private static bool IsShouted(string text, List<Token> tokens)
    {
        var (words, shouted) = (0, 0);
        foreach (var token in tokens)
        {
            if (token.Length > 2)
            {
                words++;
                shouted += char.IsUpper(text[token.Start]) && char.IsUpper(text[token.Start + token.Length - 1]) ? 1 : 0;
            }
        }

        return words > 2 && shouted * 2 > words;
    }
}
