using OMem.Recall;

namespace OMem.Trust.Recognition;

/// <summary>Finds rendered blocks. The marks alone make none: what follows the first one has to be what the engine writes there.</summary>
internal static class BlockFinder
{
    /// <summary>Units after the first mark in which the block's note begins, quotation marks and escapes included.</summary>
    private const int NoteWithin = 64;

    private static readonly string[] Beginnings = [Letters(ContextForm.Note)[..24], Letters(ContextForm.Nothing)[..24]];

    /// <summary>The first block of a text; null when there is none.</summary>
    public static (int Start, int End)? Find(string text)
    {
        (int Start, int End)? first = null;
        foreach (var form in MarkForm.All)
        {
            if (Find(text, form) is { } block && (first is null || block.Start < first.Value.Start))
            {
                first = block;
            }
        }

        return first;
    }

    private static (int Start, int End)? Find(string text, MarkForm form)
    {
        for (var open = MarkForm.Find(text, form.Open, 0); open >= 0; open = MarkForm.Find(text, form.Open, open + 1))
        {
            var inside = open + form.Open.Length;
            if (!IsBeginning(text, inside))
            {
                continue;
            }

            var close = MarkForm.Find(text, form.Close, inside);
            if (close < 0)
            {
                return null;
            }

            return (open, close + form.Close.Length);
        }

        return null;
    }

    /// <summary>Whether the engine's own words stand at a place, whatever white space, quotation marks and escapes are between.</summary>
    public static bool IsBeginning(string text, int at)
    {
        // Escaped line breaks leave an "n" or an "r" before the first word.
        var letters = Letters(text.AsSpan(at, Math.Min(NoteWithin, text.Length - at)));
        return Beginnings.Any(beginning => letters.IndexOf(beginning, StringComparison.Ordinal) is >= 0 and <= 4);
    }

    private static string Letters(ReadOnlySpan<char> text)
    {
        var letters = new char[text.Length];
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiLetter(c))
            {
                letters[count++] = c;
            }
        }

        return new string(letters, 0, count);
    }
}
