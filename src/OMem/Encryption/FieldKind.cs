namespace OMem.Encryption;

/// <summary>What a sealed value is. Bound into it, so that it opens nowhere else. The numbers are part of the format.</summary>
internal enum FieldKind : byte
{
    InteractionText = 1,
    InteractionTerms = 2,
    InteractionVector = 3,
    Item = 4,
    ItemTerms = 5,
    ItemVector = 6,
    Topic = 7,
    TopicTerms = 8,
    TopicVector = 9,
    Cluster = 10,
    LedgerEntry = 11,
    OutboxError = 12,
    Property = 13,
    ScopeLabel = 14,
    CheckValue = 15,
}
