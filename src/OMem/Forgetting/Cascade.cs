using OMem.Consolidation;
using OMem.Consolidation.Rulings;

namespace OMem.Forgetting;

/// <summary>Works out what follows from taking interactions away; forget and erase carry it out.</summary>
internal static class Cascade
{
    /// <summary>Works it out.</summary>
    /// <param name="state">The memory.</param>
    /// <param name="book">Its ledger.</param>
    /// <param name="log">Its log.</param>
    /// <param name="taken">The log positions to take.</param>
    /// <param name="isErase">Whether they are erased: then what rests on others too goes as well, and is read again from those.</param>
    public static CascadePlan Of(DerivedState state, LedgerBook book, ScopeLog log, IReadOnlySet<long> taken, bool isErase)
    {
        var items = new ItemCascade(state, book, log, taken, isErase);
        items.Run();
        var topics = new TopicCascade([.. state.Topics.All.Select(static entry => entry.Stored.Topic)], book, log, taken).Run();
        return new CascadePlan
        {
            Taken = taken,
            Removed = items.Removed,
            Changed = items.Changed,
            Weakened = items.Weakened,
            Topics = topics,
            ReadAgain = isErase ? ReadAgain(items.Removed, topics, book, log, taken) : [],
        };
    }

    /// <summary>What is left of the evidence of what goes, the messages that ended it, so that it does not come back as if they had not been said, and what a topic without a name was about.</summary>
    private static List<long> ReadAgain(IReadOnlyList<ItemEntry> removed, List<TopicChange> topics, LedgerBook book, ScopeLog log, IReadOnlySet<long> taken)
    {
        var ids = removed.Where(entry => entry.Item.Evidence.Any(evidence => !taken.Contains(evidence.Sequence))).Select(static entry => entry.Item.Id).ToHashSet(StringComparer.Ordinal);
        var kept = topics.SelectMany(static change => change.After?.Interactions ?? []).ToHashSet();
        return [.. removed.SelectMany(static entry => entry.Item.Evidence)
            .Concat(book.Entries.Where(row => row.Operation is LedgerOperation.End && ids.Contains(row.ItemId)).SelectMany(static row => row.Evidence))
            .Select(static evidence => evidence.Sequence)
            .Concat(topics.SelectMany(static change => change.Before?.Interactions ?? []).Where(sequence => !kept.Contains(sequence)))
            .Where(sequence => !taken.Contains(sequence) && !log.Hidden.Contains(sequence) && log.Find(sequence) is not null)
            .Distinct().Order()];
    }
}
