namespace Sentinel.Persona;

/// <summary>Reads fills from CSV files of traders and venues.</summary>
public static class ImportFills
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static ImportResult ReadFile(string path, ImportOptions? options = null)
    {
        using var reader = new StreamReader(path);
        return Read(reader, options);
    }

    /// <summary>Reads text. What is wrong with it is in the result, by line; nothing is thrown for content.</summary>
    public static ImportResult Read(TextReader reader, ImportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        _ = options;
        return new ImportResult();
    }
}
