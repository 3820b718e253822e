namespace Sentinel.Memory;

/// <summary>What is left of an entry whose content was erased at a person's wish: its place in the chain.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Kind">What it recorded.</param>
/// <param name="PayloadHash">The hash of what was erased.</param>
public sealed record ErasedPayload(string Id, JournalKind Kind, string PayloadHash) : IJournalPayload
{
    internal static ReadOnlySpan<byte> Json => "null"u8;
}
