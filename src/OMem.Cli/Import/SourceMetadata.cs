namespace OMem.Cli.Import;

/// <summary>Metadata that says where an interaction came from.</summary>
internal static class SourceMetadata
{
    /// <summary>The key of the system it came from.</summary>
    public const string Key = "source";

    /// <summary>The source and what is known beside it; what is missing or empty is left out.</summary>
    public static Dictionary<string, string> Of(string source, params ReadOnlySpan<(string Key, string? Value)> pairs)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [Key] = source };
        foreach (var (key, value) in pairs)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                metadata[key] = value;
            }
        }

        return metadata;
    }
}
