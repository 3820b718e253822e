namespace OMem.Understanding.Lexicon;

/// <summary>Reads a word list that is embedded beside this type: one entry a line, <c>#</c> starts a comment line.</summary>
internal static class WordFile
{
    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>The lines of a list without comments and empty ones.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        var resource = $"{typeof(WordFile).Namespace}.{name}.txt";
        using var stream = typeof(WordFile).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The word list '{name}' is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    /// <summary>All words of a list, in order.</summary>
    public static IEnumerable<string> Words(string name) => Lines(name).SelectMany(Split);

    /// <summary>The words of one line.</summary>
    public static string[] Split(string line) => line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
}
