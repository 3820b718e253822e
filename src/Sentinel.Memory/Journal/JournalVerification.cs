namespace Sentinel.Memory;

/// <summary>Whether a chain holds.</summary>
/// <param name="Entries">Entries that were checked and are good.</param>
/// <param name="FirstBadSeq">Position of the first bad entry; null when all are good.</param>
/// <param name="FirstBadId">Its id as far as it can be read.</param>
/// <param name="Fault">What is wrong with it, in words.</param>
/// <param name="HeadHash">Hash of the last good entry.</param>
public sealed record JournalVerification(long Entries, long? FirstBadSeq, string? FirstBadId, string? Fault, string HeadHash)
{
    /// <summary>Whether all are good.</summary>
    public bool IsIntact => FirstBadSeq is null;
}
