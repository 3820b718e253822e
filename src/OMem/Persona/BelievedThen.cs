using OMem.Consolidation.Rulings;

namespace OMem.Persona;

/// <summary>Attributes and facts as they stood at an instant, with the evidence and confidence they had: what the ledger says was changed since is taken back, the latest first.</summary>
internal static class BelievedThen
{
    /// <summary>Winds items back.</summary>
    /// <param name="items">As they are now.</param>
    /// <param name="book">The whole ledger.</param>
    /// <param name="instant">The instant, in the memory's time.</param>
    /// <returns>What was known then, by id. What was changed by entries of a time when the ledger kept nothing to put back is as it is now.</returns>
    public static IReadOnlyList<PersonaItem> WindBack(IEnumerable<PersonaItem> items, LedgerBook book, DateTimeOffset instant)
    {
        var then = items.ToDictionary(static item => item.Id, StringComparer.Ordinal);
        foreach (var entry in book.Entries.Reverse().TakeWhile(entry => entry.RecordedAt > instant && entry.Operation is not LedgerOperation.Rebuild))
        {
            foreach (var before in (LedgerBook.ChangesItems(entry) ? book.Before(entry) : null)?.Reverse() ?? [])
            {
                if (before.Restore(then.GetValueOrDefault(before.Id)) is { } item)
                {
                    then[before.Id] = item;
                }
                else
                {
                    then.Remove(before.Id);
                }
            }
        }

        return [.. then.Values.OrderBy(static item => item.Id, StringComparer.Ordinal)];
    }
}
