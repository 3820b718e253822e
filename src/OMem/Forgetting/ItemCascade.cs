using OMem.Consolidation;
using OMem.Consolidation.Rulings;
using OMem.Trust;

namespace OMem.Forgetting;

/// <summary>Which attributes and facts go with the interactions they rest on, and what holds again without them.</summary>
internal sealed class ItemCascade
{
    private readonly DerivedState _state;
    private readonly LedgerBook _book;
    private readonly ScopeLog _log;
    private readonly IReadOnlySet<long> _taken;
    private readonly bool _isErase;
    private readonly HashSet<string> _takenWords;
    private readonly HashSet<string> _withdrawn;
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);
    private readonly List<ItemEntry> _weakened = [];
    private readonly Dictionary<ItemEntry, PersonaItem> _changed = [];

    public ItemCascade(DerivedState state, LedgerBook book, ScopeLog log, IReadOnlySet<long> taken, bool isErase)
    {
        _state = state;
        _book = book;
        _log = log;
        _taken = taken;
        _isErase = isErase;
        _takenWords = ContentWords.Of(taken.Select(log.Text));
        _withdrawn = book.Entries.Where(row => row.Operation is LedgerOperation.Correct or LedgerOperation.Retract && book.IsInForce(row))
            .SelectMany(row => (book.Before(row) ?? []).Where(before => IsWithdrawnBy(row, before.Id)).Select(static before => before.Id).Append(book.Revert(row)?.Ruled?.Id ?? ""))
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Items that go.</summary>
    public IReadOnlyList<ItemEntry> Removed => [.. _state.All.Where(IsRemoved)];

    /// <summary>Items that rest on others too.</summary>
    public IReadOnlyList<ItemEntry> Weakened => _weakened;

    /// <summary>Items that become others.</summary>
    public IReadOnlyList<ChangedItem> Changed => [.. _changed.Select(static pair => new ChangedItem(pair.Key, pair.Value)).OrderBy(static changed => changed.Item.Id, StringComparer.Ordinal)];

    /// <summary>Works it out.</summary>
    public void Run()
    {
        var beside = _log.Beside(_taken);
        foreach (var entry in _state.All)
        {
            var lost = entry.Item.Evidence.Count(evidence => _taken.Contains(evidence.Sequence));
            if (lost > 0 && lost < entry.Item.Evidence.Count)
            {
                _weakened.Add(entry);
                Weaken(entry);
            }
            else if (lost > 0 || (entry.Item.Evidence.Any(evidence => beside.Contains(evidence.Sequence)) && IsEcho(entry.Item)))
            {
                _removed.Add(entry.Item.Id);
            }
        }

        Reopen();
        new ItemSettling(_state, _changed, _removed).Settle([.. _changed.Where(static pair => !pair.Key.IsCurrent && pair.Value.SupersededAt is null).Select(static pair => pair.Key)]);
    }

    private bool IsRemoved(ItemEntry entry) => _removed.Contains(entry.Item.Id);

    private PersonaItem Now(ItemEntry entry) => _changed.GetValueOrDefault(entry, entry.Item);

    /// <summary>Whether an item says, of a message that stays, what only a message said that goes: a pronoun or an answer was understood from it.</summary>
    private bool IsEcho(PersonaItem item)
    {
        var own = ContentWords.Of(item.Evidence.Select(evidence => _log.Text(evidence.Sequence)).Concat(item.Evidence.Select(evidence => _log.Find(evidence.Sequence)?.Interaction.Speaker ?? "")));
        return ContentWords.Of($"{item.Subject} {item.Value}").Any(word => _takenWords.Contains(word) && !own.Contains(word));
    }

    private void Weaken(ItemEntry entry)
    {
        List<Evidence> rest = [.. entry.Item.Evidence.Where(evidence => !_taken.Contains(evidence.Sequence))];
        if (!entry.Item.Held && !IsVouchedFor(entry.Item, rest))
        {
            // What it was made of is held back again.
            _removed.Add(entry.Item.Id);
            return;
        }

        if ((_isErase && !IsOfPerson(entry.Item, rest)) || IsEcho(entry.Item with { Evidence = rest }))
        {
            _removed.Add(entry.Item.Id);
            return;
        }

        var item = _isErase ? entry.Item : Earlier(entry.Item);
        var told = rest.Select(evidence => _log.Find(evidence.Sequence)).OfType<StoredInteraction>().ToList();
        _changed[entry] = item with
        {
            Evidence = rest,
            RecordedAt = rest[0] == entry.Item.Evidence[0] || told.Count == 0 ? item.RecordedAt : told[0].RecordedAt,
            LastStatedAt = told.Count == 0 ? item.LastStatedAt : told.Max(static stored => stored.Interaction.OccurredAt),
        };
    }

    /// <summary>Whether what is left of its evidence is enough to believe it: somebody who can vouch for it, or enough independent sources; or a person confirmed it.</summary>
    private bool IsVouchedFor(PersonaItem item, List<Evidence> rest)
    {
        var told = rest.Select(evidence => _log.Find(evidence.Sequence)).OfType<StoredInteraction>().ToList();
        return item.Confidence >= Correcting.Certain
            || told.Exists(stored => _state.Rules.Of(stored.Interaction) is Standing.Believed)
            || Corroboration.Has(told.ConvertAll(static stored => HeldSource.Of(stored.Interaction)), _state.Rules.Needed);
    }

    /// <summary>Whether a person put it into words, and none of them is only in what goes.</summary>
    private bool IsOfPerson(PersonaItem item, IEnumerable<Evidence> rest) =>
        _book.Entries.Any(row => row.Operation is LedgerOperation.Correct && _book.IsInForce(row) && string.Equals(row.ItemId, item.Id, StringComparison.Ordinal))
        && ContentWords.Of(item.Text).All(word => !_takenWords.Contains(word) || rest.Any(evidence => ContentWords.Of(_log.Text(evidence.Sequence)).Contains(word)));

    /// <summary>The item without what the interactions taken changed about it, as far as nothing later changed it again.</summary>
    private PersonaItem Earlier(PersonaItem item)
    {
        foreach (var row in _book.Entries.Reverse().Where(row => _book.IsInForce(row)))
        {
            if (_book.Before(row)?.FirstOrDefault(before => string.Equals(before.Id, item.Id, StringComparison.Ordinal)) is not { } before)
            {
                continue;
            }

            if (row.Operation is not LedgerOperation.Ignore || before.Fields is null || row.Evidence.Any(evidence => !_taken.Contains(evidence.Sequence)))
            {
                break;
            }

            item = before.Restore(item)!;
        }

        return item;
    }

    /// <summary>What was superseded or ended by what goes holds again.</summary>
    private void Reopen()
    {
        foreach (var row in _book.Entries.Reverse().Where(row => _book.IsInForce(row) && (_removed.Contains(row.ItemId) || IsTakenEnd(row))))
        {
            foreach (var before in _book.Before(row) ?? [])
            {
                if (!_removed.Contains(before.Id) && _state.Contains(before.Id) && _state.Get(before.Id) is var entry && IsOwed(Now(entry), row))
                {
                    var (validTo, at, by) = before.Fields is { } fields ? (fields.ValidTo, fields.SupersededAt, fields.SupersededBy)
                        : before.Whole is { } whole ? (whole.ValidTo, whole.SupersededAt, whole.SupersededBy) : (null, null, null);
                    _changed[entry] = Now(entry) with { ValidTo = validTo, SupersededAt = at, SupersededBy = by };
                }
            }
        }

        // Where the ledger does not tell what was before.
        foreach (var entry in _state.All.Where(entry => !IsRemoved(entry) && Now(entry).SupersededBy is { } by && _removed.Contains(by)))
        {
            var item = Now(entry);
            if (IsWithdrawn(item))
            {
                _changed[entry] = item with { SupersededBy = null };
                continue;
            }

            _changed[entry] = item with { ValidTo = item.Kind is PersonaItemKind.Attribute ? null : item.ValidTo, SupersededAt = null, SupersededBy = null };
        }
    }

    private bool IsTakenEnd(LedgerEntry row) => row.Operation is LedgerOperation.End && row.Evidence.Count > 0 && row.Evidence.All(evidence => _taken.Contains(evidence.Sequence));

    /// <summary>What a person took back holds no more for it.</summary>
    private bool IsWithdrawn(PersonaItem item) => _withdrawn.Contains(item.Id);

    private bool IsWithdrawnBy(LedgerEntry row, string id) =>
        _state.Contains(id) && _state.Get(id).Item is var item && item.SupersededAt == row.RecordedAt && item.ValidTo == item.ValidFrom;

    private bool IsOwed(PersonaItem item, LedgerEntry row) => item.SupersededAt is not null && !IsWithdrawn(item)
        && (item.SupersededBy is { } by ? _removed.Contains(by) : row.Operation is LedgerOperation.End && item.SupersededAt == row.RecordedAt);
}
