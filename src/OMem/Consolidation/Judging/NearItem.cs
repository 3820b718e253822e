namespace OMem.Consolidation.Judging;

/// <summary>Something a statement is compared with: an item of the memory, or an earlier statement of the same batch that is not stored yet.</summary>
/// <param name="Item">The item; null for a statement of the batch.</param>
/// <param name="Peer">The statement; null for an item.</param>
/// <param name="Similarity">How near it is, 0-1.</param>
internal sealed record NearItem(ItemEntry? Item, JudgeCase? Peer, double Similarity);
