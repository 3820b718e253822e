namespace OMem;

/// <summary>Which reader produced an understanding: a change of name or version is visible in the ledger and calls for a rebuild.</summary>
/// <param name="Name">The reader, for example <c>local</c>.</param>
/// <param name="Version">Its version; for a model-driven reader it includes model and prompt version.</param>
public sealed record ReaderIdentity(string Name, string Version)
{
    /// <summary>The identity as <c>name@version</c>.</summary>
    public override string ToString() => $"{Name}@{Version}";
}
