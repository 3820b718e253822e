using System.Text;

namespace OMem.Asking;

/// <summary>Lets the words of a streamed answer through as they come, and keeps back what may turn out to be no words of it: the line of sources, or the mark of not knowing.</summary>
internal sealed class AnswerStream
{
    private readonly StringBuilder _all = new();
    private int _shown;

    /// <summary>Everything that came.</summary>
    public string All => _all.ToString();

    /// <summary>Takes a piece; gives the words that may be shown now.</summary>
    public string Take(string piece)
    {
        _all.Append(piece);
        var all = _all.ToString();
        var end = Safe(all);
        if (end <= _shown)
        {
            return "";
        }

        var words = all[_shown..end];
        _shown = end;
        return words;
    }

    /// <summary>The words that are left when the answer has ended.</summary>
    /// <param name="answer">The answer as read.</param>
    public string Rest(AnswerText answer)
    {
        if (answer.IsAbstention)
        {
            return "";
        }

        var all = _all.ToString();
        var end = AnswerText.FindSources(all);
        var words = (end < 0 ? all : all[..end]).TrimEnd();
        return words.Length > _shown ? words[_shown..] : "";
    }

    /// <summary>Up to where the text surely is the answer's own words.</summary>
    private static int Safe(string all)
    {
        // White space and marks at the end may belong to the sources; a line may become that line while it is short.
        var line = all.LastIndexOf('\n') + 1;
        var opening = all.AsSpan(line).TrimStart(AnswerText.Marks);
        var length = Math.Min(opening.Length, AnswerText.Sources.Length);
        var mayBeSources = opening[..length].Equals(AnswerText.Sources.AsSpan(0, length), StringComparison.OrdinalIgnoreCase);
        var end = AnswerText.FindSources(all) is >= 0 and var at ? at : mayBeSources ? line : all.Length;
        var words = all.AsSpan(0, end).TrimEnd("*_ \r\n");
        return AnswerText.Unknown.AsSpan().StartsWith(words.Trim(AnswerText.UnknownMarks), StringComparison.OrdinalIgnoreCase) ? 0 : words.Length;
    }
}
