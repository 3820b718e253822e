namespace OMem.Text;

/// <summary>
/// The Porter stemmer as in its author's reference program: M. F. Porter, "An algorithm for suffix stripping" (1980), with
/// his two later points of departure (bli -> ble, logi -> log). Not the extended one of NLTK's default mode.
/// </summary>
internal static class PorterStemmer
{
    private const int MaxLength = 64;

    /// <summary>The stem of a lower-case word of the letters a-z; any other word, and one of less than three or more than 64 letters, comes back unchanged.</summary>
    public static string Stem(string word)
    {
        if (word.Length is < 3 or > MaxLength || word.AsSpan().ContainsAnyExceptInRange('a', 'z'))
        {
            return word;
        }

        Span<char> buffer = stackalloc char[MaxLength + 1]; // a step may put one letter back
        word.CopyTo(buffer);
        var work = new PorterWord(buffer, word.Length);
        PorterSteps.Run(ref work);
        var stem = buffer[..work.Length];
        return stem.SequenceEqual(word) ? word : new string(stem);
    }
}
