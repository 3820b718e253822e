namespace OMem.Understanding.Prose;

/// <summary>A run of words between two ends of sentence.</summary>
/// <param name="Source">The message.</param>
/// <param name="Words">All words of the message.</param>
/// <param name="First">Index of its first word.</param>
/// <param name="End">Index after its last word.</param>
/// <param name="IsQuestion">Whether it ends with a question mark.</param>
internal sealed record Sentence(string Source, Word[] Words, int First, int End, bool IsQuestion)
{
    /// <summary>The word's text; empty beyond either end, so that a look-ahead needs no check.</summary>
    public string At(int index) => index >= First && index < End ? Words[index].Text : string.Empty;

    /// <summary>Whether the words at and after <paramref name="index"/> are the given ones, in a row.</summary>
    public bool Matches(int index, params ReadOnlySpan<string> texts)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            if (!string.Equals(At(index + i), texts[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What stands before the word; <see cref="Gap.Strong"/> beyond the end.</summary>
    public Gap GapAt(int index) => index > First && index < End ? Words[index].Gap : Gap.Strong;

    /// <summary>Whether the word starts with a capital that the start of a sentence does not explain.</summary>
    public bool IsNameAt(int index) => index > First && index < End && Words[index].Capital && !Words[index].Is("i");
}
