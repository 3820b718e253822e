namespace OMem;

/// <summary>What and where a store is.</summary>
/// <param name="Provider"><c>sqlite</c>, <c>memory</c>, ...</param>
/// <param name="Location">Where, without secrets.</param>
/// <param name="SchemaVersion">Version of its layout.</param>
/// <param name="Bytes">Size on disk; 0 for a store in memory.</param>
/// <param name="Durability">What an acknowledged write promises, in words.</param>
public sealed record StoreDescription(string Provider, string Location, int SchemaVersion, long Bytes, string Durability)
{
    /// <summary>Whether what was erased may still be in free pages or logs of its files, because the cleaning after an erase could not be finished. It is tried again while the store is open, when it is opened, and with the next erase.</summary>
    public bool IsUnclean { get; init; }

    /// <summary>The id of the master key that wraps its data keys; null when the store is not encrypted.</summary>
    public string? MasterKeyId { get; init; }
}
