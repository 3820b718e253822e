using OMem.Recall;

namespace OMem.Trust.Recognition;

/// <summary>Finds single lines of a block, as a source that repeats a part of its context gives them back.</summary>
internal static class LineFinder
{
    /// <summary>What may stand before a line that was quoted or listed.</summary>
    private const string Lead = " \t>-*+\u2022\"'`";

    private const string Tail = " \t\r\"'`,";

    private static readonly (string Start, string[] Parts, string End)[] Forms =
    [
        ($"<{ContextForm.Message} id=\"", ["\" speaker=\"", "\" role=\"", "\" at=\"", "\">"], $"</{ContextForm.Message}>"),
        ($"<{ContextForm.Attribute} ", ["evidence=\"", "\">"], $"</{ContextForm.Attribute}>"),
        ($"<{ContextForm.Fact} ", ["evidence=\"", "\">"], $"</{ContextForm.Fact}>"),
    ];

    private static readonly string[] Notes = [ContextForm.Note, ContextForm.TrustNote, ContextForm.Nothing];

    private static readonly string[] Ends = [$"</{ContextForm.Message}>", $"</{ContextForm.Attribute}>", $"</{ContextForm.Fact}>"];

    /// <summary>Whether a text can hold such a line.</summary>
    public static bool MayHold(string text) =>
        Ends.Any(end => text.Contains(end, StringComparison.Ordinal)) || Notes.Any(note => text.Contains(note, StringComparison.Ordinal));

    /// <summary>The text without such lines; the very text when it has none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="anyLine">Whether each such line goes; else only those of a block that was cut off, from its first mark on.</param>
    public static string Without(string text, bool anyLine)
    {
        var from = anyLine ? 0 : CutOff(text);
        if (from < 0)
        {
            return text;
        }

        var kept = new List<string>();
        var cut = 0;
        var at = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text[range];
            var bare = line.Trim().TrimStart(Lead.ToCharArray()).TrimEnd(Tail.ToCharArray()).Replace("\\\"", "\"", StringComparison.Ordinal);
            if (at >= from && IsLine(bare))
            {
                cut++;
            }
            else if (at < from || bare is not (ContextForm.Open or ContextForm.Close))
            {
                kept.Add(line);
            }

            at += line.Length + 1;
        }

        // Marks without anything of a block are somebody's own words.
        return cut == 0 ? text : string.Join('\n', kept).Trim();
    }

    /// <summary>Where a block begins that has no end: the place of its first mark, -1 for none.</summary>
    private static int CutOff(string text)
    {
        for (var open = MarkForm.Find(text, ContextForm.Open, 0); open >= 0; open = MarkForm.Find(text, ContextForm.Open, open + 1))
        {
            if (BlockFinder.IsBeginning(text, open + ContextForm.Open.Length))
            {
                return text.LastIndexOf('\n', Math.Max(0, open - 1)) + 1;
            }
        }

        return -1;
    }

    private static bool IsLine(string line) => Notes.Contains(line, StringComparer.Ordinal) || Forms.Any(form => Has(line, form.Start, form.Parts, form.End));

    /// <summary>The parts in their order, and nothing of another element between them: an escaped text holds no bracket.</summary>
    private static bool Has(string text, string start, string[] parts, string end)
    {
        if (!text.StartsWith(start, StringComparison.Ordinal) || !text.EndsWith(end, StringComparison.Ordinal) || text.LastIndexOf('<') != text.Length - end.Length)
        {
            return false;
        }

        var at = start.Length - 1;
        foreach (var part in parts)
        {
            at = text.IndexOf(part, at, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }
        }

        return true;
    }
}
