using System.Buffers;

namespace OMem.Asking;

/// <summary>What a model wrote as an answer: the words, whether it knows, which option it took, what it rests on. Never trusts it: ids that were not recalled are dropped.</summary>
/// <param name="Text">The words alone; empty when it abstains.</param>
/// <param name="IsAbstention">Whether it says that the memory does not hold the answer.</param>
/// <param name="Choice">The place of the chosen option, from 0; null when none was chosen.</param>
/// <param name="Citations">Ids of recalled interactions it names, in the order it names them.</param>
internal sealed record AnswerText(string Text, bool IsAbstention, int? Choice, IReadOnlyList<string> Citations)
{
    /// <summary>What a model answers when it does not know.</summary>
    public const string Unknown = "UNKNOWN";

    /// <summary>What begins the last line.</summary>
    public const string Sources = "SOURCES:";

    /// <summary>What may stand before the sources on their line.</summary>
    public const string Marks = "*_ \r";

    /// <summary>What may stand around the mark of not knowing.</summary>
    public const string UnknownMarks = ".*\"'() \r\n";

    private const string Final = "<final_answer>";

    /// <summary>Reads an answer.</summary>
    /// <param name="raw">What the model wrote.</param>
    /// <param name="choices">How many options there were.</param>
    /// <param name="ids">The ids it may name.</param>
    public static AnswerText Read(string raw, int choices, IEnumerable<string> ids)
    {
        var at = FindSources(raw);
        var words = (at < 0 ? raw : raw[..at]).Trim();
        var citations = at < 0 ? [] : Named(raw[at..].AsSpan().TrimStart(Marks)[Sources.Length..], ids);
        var abstains = words.Length == 0 || words.AsSpan().Trim(UnknownMarks).Equals(Unknown, StringComparison.OrdinalIgnoreCase);
        var choice = choices == 0 || abstains ? null : FindChoice(words, choices);
        return new AnswerText(abstains ? "" : words, abstains, choice, abstains ? [] : citations);
    }

    /// <summary>Where the line of sources begins; -1 when there is none.</summary>
    public static int FindSources(string raw)
    {
        for (var at = raw.LastIndexOf(Sources, StringComparison.OrdinalIgnoreCase); at >= 0;
            at = at == 0 ? -1 : raw.LastIndexOf(Sources, at - 1, StringComparison.OrdinalIgnoreCase))
        {
            var line = raw.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
            if (at == 0 || raw.AsSpan(line, at - line).Trim(Marks).IsEmpty)
            {
                return at == 0 ? 0 : line;
            }
        }

        return -1;
    }

    /// <summary>The ids that stand in a text by themselves, longest first so that none is found inside another.</summary>
    private static List<string> Named(ReadOnlySpan<char> text, IEnumerable<string> ids)
    {
        var rest = text.ToArray();
        var found = new List<(int At, string Id)>();
        foreach (var id in ids.Distinct(StringComparer.Ordinal).OrderByDescending(static id => id.Length).ThenBy(static id => id, StringComparer.Ordinal))
        {
            for (var at = Find(rest, id, 0); at >= 0; at = Find(rest, id, at + id.Length))
            {
                if (IsEdge(rest, at - 1) && IsEdge(rest, at + id.Length))
                {
                    found.Add((at, id));
                    rest.AsSpan(at, id.Length).Fill('\n');
                    break;
                }
            }
        }

        return [.. found.OrderBy(static entry => entry.At).Select(static entry => entry.Id)];
    }

    private static int Find(char[] text, string id, int from)
    {
        var at = from > text.Length ? -1 : text.AsSpan(from).IndexOf(id, StringComparison.Ordinal);
        return at < 0 ? -1 : from + at;
    }

    private static bool IsEdge(char[] text, int at) => at < 0 || at >= text.Length || char.IsWhiteSpace(text[at]) || SearchEdges.Contains(text[at]);

    private static readonly SearchValues<char> SearchEdges = SearchValues.Create(",;[](){}<>\"'`*.");

    /// <summary>The one letter in brackets; else the one that stands first, by itself. Several different letters choose nothing.</summary>
    private static int? FindChoice(string words, int choices)
    {
        var marked = words.LastIndexOf(Final, StringComparison.OrdinalIgnoreCase);
        var text = marked < 0 ? words : words[(marked + Final.Length)..];
        var bracketed = new HashSet<int>();
        for (var i = 0; i + 2 < text.Length; i++)
        {
            if (text[i] == '(' && text[i + 2] == ')' && Letter(text[i + 1], choices) is { } letter)
            {
                bracketed.Add(letter);
            }
        }

        if (bracketed.Count > 0)
        {
            return bracketed.Count == 1 ? bracketed.Single() : null;
        }

        var first = text.AsSpan().Trim("*\"' \r\n");
        return first.Length > 0 && (first.Length == 1 || !char.IsLetterOrDigit(first[1])) ? Letter(first[0], choices) : null;
    }

    private static int? Letter(char c, int choices) => (c | 0x20) - 'a' is >= 0 and var place && place < choices && char.IsAsciiLetter(c) ? place : null;
}
