using System.Globalization;

namespace OMem.Consolidation.Rulings;

/// <summary>Which ledger entries are undone for a request, the latest first.</summary>
internal static class UndoPlan
{
    /// <summary>The entries of a request.</summary>
    /// <exception cref="CorrectionException">It cannot be undone.</exception>
    public static IReadOnlyList<LedgerEntry> Of(LedgerBook book, UndoRequest request)
    {
        if (new[] { request.Entry is not null, request.After is not null, request.Since is not null }.Count(static given => given) != 1)
        {
            throw new CorrectionException(CorrectionFault.Invalid, "Say what to undo: one entry, or everything since a time or after a ledger position.");
        }

        return request.Entry is { } entry ? OfEntry(book, entry, request.Cascade) : OfPoint(book, Point(book, request));
    }

    /// <summary>The entries of a redo: the undo itself and, never, others.</summary>
    public static IReadOnlyList<LedgerEntry> OfRedo(LedgerBook book, long? entry)
    {
        var undo = entry is { } given ? Find(book, given)
            : book.Entries.LastOrDefault(row => row.Operation is LedgerOperation.Undo && book.IsInForce(row))
            ?? throw new CorrectionException(CorrectionFault.NothingToDo, "Nothing was undone that could be done again.");
        return undo.Operation is LedgerOperation.Undo
            ? OfEntry(book, undo.Sequence, cascade: false)
            : throw new CorrectionException(CorrectionFault.Invalid, $"Ledger entry {Number(undo.Sequence)} is no undo.", [undo.Sequence]);
    }

    private static IReadOnlyList<LedgerEntry> OfEntry(LedgerBook book, long position, bool cascade)
    {
        var entry = Find(book, position);
        CheckUndoable(book, entry);
        if (!book.IsInForce(entry))
        {
            throw new CorrectionException(CorrectionFault.NothingToDo, $"Ledger entry {Number(position)} is undone already.", [position]);
        }

        var plan = new SortedDictionary<long, LedgerEntry> { [position] = entry };
        var ids = Ids(book, entry);
        var at = book.Revert(entry)?.At ?? 0;
        foreach (var later in book.Entries.Where(row => row.Sequence > position && book.IsInForce(row) && LedgerBook.ChangesItems(row)))
        {
            if (book.Before(later) is { } before && before.Any(item => ids.Contains(item.Id)) && !IsWithoutEffect(book, later, position, at))
            {
                plan[later.Sequence] = later;
                ids.UnionWith(before.Select(static item => item.Id));
            }
        }

        long[] dependents = [.. plan.Keys.Where(sequence => sequence != position)];
        if (dependents.Length > 0 && !cascade)
        {
            throw new CorrectionException(
                CorrectionFault.Dependents,
                $"Later ledger entries depend on entry {Number(position)}: {string.Join(", ", dependents.Select(Number))}. Undo them first, or all together with cascade.",
                dependents);
        }

        foreach (var dependent in dependents)
        {
            CheckUndoable(book, plan[dependent]);
        }

        return [.. plan.Values.Reverse()];
    }

    /// <summary>Winds back: what an undo in between took away comes back before it is undone in its turn.</summary>
    private static List<LedgerEntry> OfPoint(LedgerBook book, long after)
    {
        var plan = new List<LedgerEntry>();
        var again = new HashSet<long>();
        foreach (var entry in book.Entries.Reverse().TakeWhile(row => row.Sequence > after))
        {
            if (entry.Operation is LedgerOperation.Rebuild)
            {
                throw new CorrectionException(CorrectionFault.NotUndoable, $"Entry {Number(entry.Sequence)} is a rebuild: only what came after it can be undone.", [entry.Sequence]);
            }

            if (!LedgerBook.ChangesItems(entry) || !(book.IsInForce(entry) || again.Contains(entry.Sequence)) || IsReplay(book, entry))
            {
                continue;
            }

            CheckUndoable(book, entry);
            plan.Add(entry);
            again.UnionWith(book.Revert(entry)?.Targets ?? []);
        }

        return plan.Count > 0 ? plan : throw new CorrectionException(CorrectionFault.NothingToDo, "Nothing was changed since then.");
    }

    private static long Point(LedgerBook book, UndoRequest request) =>
        request.After ?? (book.Entries.FirstOrDefault(row => row.RecordedAt >= request.Since) is { } first ? first.Sequence - 1 : long.MaxValue);

    private static LedgerEntry Find(LedgerBook book, long position) => book.Entries.FirstOrDefault(row => row.Sequence == position)
        ?? throw new CorrectionException(CorrectionFault.UnknownEntry, $"There is no ledger entry {Number(position)} in this memory. 'omem history' shows them.");

    private static void CheckUndoable(LedgerBook book, LedgerEntry entry)
    {
        if (entry.Operation is LedgerOperation.Erase || book.IsGone(entry))
        {
            throw new CorrectionException(
                CorrectionFault.Erased,
                entry.Operation is LedgerOperation.Erase
                    ? $"Ledger entry {Number(entry.Sequence)} cannot be undone: what was erased is gone for good."
                    : $"Ledger entry {Number(entry.Sequence)} cannot be undone: what it would bring back was erased. Other entries can be undone one by one.",
                [entry.Sequence]);
        }

        var reason = !LedgerBook.ChangesItems(entry) ? $"it is about a {entry.ItemKind}, which follows from attributes, facts and messages"
            : book.Before(entry) is null ? IsReplay(book, entry) ? "it repeats an earlier decision after a rebuild: undo that one" : "it is of a time when what undo needs was not kept"
            : !IsOfPeople(entry) && book.Entries.Any(row => row.Operation is LedgerOperation.Rebuild && row.Sequence > entry.Sequence) ? "everything was read again after it: undo the entry of the later reading"
            : null;
        if (reason is not null)
        {
            throw new CorrectionException(CorrectionFault.NotUndoable, $"Ledger entry {Number(entry.Sequence)} cannot be undone: {reason}.", [entry.Sequence]);
        }
    }

    /// <summary>An undo that takes back only later entries, or a later reading of messages that were known already, changes nothing about what an entry did.</summary>
    private static bool IsWithoutEffect(LedgerBook book, LedgerEntry later, long position, long at) => LedgerBook.IsUndo(later)
        ? book.Revert(later)?.Targets?.All(target => target > position) is true
        : !IsOfPeople(later) && later.Evidence.Count > 0 && later.Evidence.All(evidence => evidence.Sequence <= at);

    private static bool IsReplay(LedgerBook book, LedgerEntry entry) => IsOfPeople(entry) && book.Revert(entry)?.At is null;

    private static bool IsOfPeople(LedgerEntry entry) => LedgerBook.OfPeople.Contains(entry.Operation);

    private static HashSet<string> Ids(LedgerBook book, LedgerEntry entry) => book.Before(entry)!.Select(static item => item.Id).ToHashSet(StringComparer.Ordinal);

    private static string Number(long position) => position.ToString(CultureInfo.InvariantCulture);
}
