using System.Text;
using OMem.Understanding.Prose;

namespace OMem.Understanding.Grammar;

/// <summary>A run of words inside a sentence.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="First">Index of its first word.</param>
/// <param name="End">Index after its last word.</param>
internal readonly record struct Phrase(Sentence Sentence, int First, int End)
{
    /// <summary>Number of words.</summary>
    public int Count => End - First;

    /// <summary>Whether it has no words.</summary>
    public bool IsEmpty => End <= First;

    /// <summary>Its last word, lower case.</summary>
    public string Head => Sentence.At(End - 1);

    /// <summary>Its first word, lower case.</summary>
    public string Lead => Sentence.At(First);

    /// <summary>Its words as written, with contractions whole, joined by single spaces.</summary>
    public string Written => Source(Sentence, First, End);

    /// <summary>First UTF-16 unit in the message.</summary>
    public int SourceStart => Sentence.Words[First].Start;

    /// <summary>First UTF-16 unit after it in the message.</summary>
    public int SourceEnd => Sentence.Words[End - 1].End;

    /// <summary>Lower-case words joined by spaces.</summary>
    public static string Text(Sentence sentence, int first, int end)
    {
        var text = new StringBuilder();
        for (var i = first; i < end; i++)
        {
            text.Append(i == first ? string.Empty : " ").Append(sentence.At(i));
        }

        return text.ToString();
    }

    /// <summary>Words in the spelling of their writer where it is a name, else lower case, joined by spaces.</summary>
    public static string Source(Sentence sentence, int first, int end)
    {
        var text = new StringBuilder();
        for (var i = first; i < end; i++)
        {
            text.Append(i == first ? string.Empty : " ").Append(Spelling(sentence, i));
        }

        return text.ToString();
    }

    /// <summary>One word as it is to be shown: with its capital unless only its place gave it one.</summary>
    public static string Spelling(Sentence sentence, int index)
    {
        var word = sentence.Words[index];
        var isName = index > sentence.First || (sentence.IsNameAt(index + 1) && sentence.GapAt(index + 1) == Gap.None);
        return word.Capital && isName && word.Text.Length == word.Length
            ? sentence.Source.Substring(word.Start, word.Length)
            : word.Text;
    }
}
