using OMem.Forgetting;
using OMem.Trust;

namespace OMem.Consolidation.Rulings;

/// <summary>Undo and redo: items go back to what they were before the entries, the latest first; one new entry says so and keeps what it takes away.</summary>
internal static class Undoing
{
    public static async Task<IReadOnlyList<long>> ApplyAsync(
        RulingDesk desk, IReadOnlyList<LedgerEntry> plan, LedgerOperation operation, CancellationToken cancellationToken)
    {
        long[] targets = [.. plan.Select(static entry => entry.Sequence)];
        var sight = await Unhiding.OfAsync(desk, plan, cancellationToken).ConfigureAwait(false);
        var data = new RevertData { Targets = targets, Statements = Statements(plan), Held = HeldAgain(plan) };
        desk.Record(Row(desk, plan, operation), sight?.Note(data) ?? data);
        var restored = new List<ItemEntry>();
        foreach (var (id, item) in Restored(desk, plan))
        {
            var now = desk.State.Contains(id) ? desk.State.Get(id) : null;
            if (item is null)
            {
                if (now is not null)
                {
                    desk.Remove(now);
                }
            }
            else if (now is null)
            {
                restored.Add(await desk.TakeAsync(item, cancellationToken).ConfigureAwait(false));
            }
            else
            {
                desk.Put(now, item);
                restored.Add(now);
            }
        }

        await (sight?.ApplyAsync(restored, cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
        Reopen(desk);
        return targets;
    }

    /// <summary>What an erase had put behind an item that goes now, in the place of an erased one between them: no entry of the ledger tells of it, and it holds again.</summary>
    private static void Reopen(RulingDesk desk)
    {
        foreach (var entry in desk.State.All.Where(entry => entry.Item.SupersededBy is { } by && !desk.IsRemoved(entry.Item.Id) && (desk.IsRemoved(by) || !desk.State.Contains(by))))
        {
            var item = entry.Item;
            desk.Put(entry, item with { ValidTo = item.Kind is PersonaItemKind.Attribute ? null : item.ValidTo, SupersededAt = null, SupersededBy = null });
        }
    }

    /// <summary>Every item the entries changed as it was before them, by id; null for one that was not there.</summary>
    private static SortedDictionary<string, PersonaItem?> Restored(RulingDesk desk, IReadOnlyList<LedgerEntry> plan)
    {
        var items = new SortedDictionary<string, PersonaItem?>(StringComparer.Ordinal);
        foreach (var before in plan.Where(entry => !desk.Book.IsStale(entry)).SelectMany(entry => desk.Book.Before(entry)!.Reverse()))
        {
            if (!items.TryGetValue(before.Id, out var now) && desk.State.Contains(before.Id))
            {
                now = desk.State.Get(before.Id).Item;
            }

            items[before.Id] = before.Restore(now);
        }

        return items;
    }

    /// <summary>Where readers read what is undone: they are not to read it again.</summary>
    private static List<StatementMark>? Statements(IReadOnlyList<LedgerEntry> plan)
    {
        var marks = plan.Where(static entry => HeldAgain(entry) is null && !LedgerBook.OfPeople.Contains(entry.Operation) && entry.Evidence.Count > 0 && entry.Subject is not null)
            .Select(static entry => new StatementMark(
                entry.ItemKind is "fact" ? PersonaItemKind.Fact : PersonaItemKind.Attribute,
                entry.Subject!,
                entry.Operation is LedgerOperation.End ? null : entry.Aspect,
                entry.Evidence[0].InteractionId,
                entry.Evidence[0].Start,
                entry.Evidence[0].Length))
            .ToList();
        return marks.Count > 0 ? marks : null;
    }

    /// <summary>What readers' decisions had released or dropped: the statements behind them stay read, only what was made of what is held back does not.</summary>
    private static List<string>? HeldAgain(IReadOnlyList<LedgerEntry> plan)
    {
        var ids = plan.Select(HeldAgain).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return ids.Count > 0 ? ids : null;
    }

    private static string? HeldAgain(LedgerEntry entry) => entry.Operation switch
    {
        LedgerOperation.Release => entry.SupersededId,
        LedgerOperation.End when HeldIds.Is(entry.ItemId) => entry.ItemId,
        _ => null,
    };

    private static LedgerEntry Row(RulingDesk desk, IReadOnlyList<LedgerEntry> plan, LedgerOperation operation)
    {
        var single = plan.Count == 1 ? plan[0] : null;
        return new LedgerEntry
        {
            RecordedAt = desk.Now,
            Actor = desk.Note.Actor,
            Reason = desk.Note.Reason,
            Operation = operation,
            ItemId = single?.ItemId ?? "scope",
            ItemKind = single?.ItemKind ?? "scope",
            Subject = single?.Subject,
            Aspect = single?.Aspect,
            Before = single?.After,
            After = single?.Before,
        };
    }
}
