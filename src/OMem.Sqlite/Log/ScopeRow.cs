namespace OMem.Sqlite.Log;

/// <summary>The row of a scope.</summary>
/// <param name="Id">Its number, the start of every key; never used twice.</param>
/// <param name="LogSequence">The last position of its log.</param>
/// <param name="LedgerSequence">The last position of its ledger.</param>
/// <param name="DerivedVersion">The version of its derived memory.</param>
/// <param name="LeaseOwner">Who holds the lease, ended or not; null when nobody does.</param>
/// <param name="LeaseUntil">When the lease ends, in UTC ticks.</param>
/// <param name="Epoch">Another number after each erase.</param>
internal readonly record struct ScopeRow(
    long Id, long LogSequence, long LedgerSequence, long DerivedVersion, string? LeaseOwner, long LeaseUntil, long Epoch)
{
    public bool IsFree(DateTimeOffset now, DateTimeOffset horizon) => LeaseOwner is null || LeaseUntil <= now.UtcTicks || LeaseUntil > horizon.UtcTicks;
}
