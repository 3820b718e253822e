using OMem.Storage;
using OMem.Trust;
using OMem.Understanding;

namespace OMem.Consolidation.Rulings;

/// <summary>After a rebuild, does again what people decided, each decision where it stood: after the messages it knew and before the later ones. What was taken back is kept as such, with every message that says it.</summary>
internal sealed class RulingReplay
{
    private readonly DerivedState _state;
    private readonly Queue<PendingRuling> _pending;
    private readonly ILookup<long, WithheldStatement> _withheld;
    private readonly Dictionary<string, IndexData> _index;

    private RulingReplay(DerivedState state, IEnumerable<PendingRuling> pending, IEnumerable<WithheldStatement> withheld, Dictionary<string, IndexData> index)
    {
        _withheld = withheld.ToLookup(static statement => statement.Evidence.Sequence);
        _state = state;
        _pending = new Queue<PendingRuling>(pending);
        _index = index;
    }

    /// <summary>Prepares what of a memory's rulings is not in it.</summary>
    /// <param name="state">The memory.</param>
    /// <param name="withheld">What the messages to come say though it was taken back.</param>
    /// <param name="index">Makes index data.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static async Task<RulingReplay> PrepareAsync(DerivedState state, IReadOnlyList<WithheldStatement> withheld, TextIndexer index, CancellationToken cancellationToken)
    {
        var pending = state.Rulings.Made.Select(ruling => Seen(state, ruling)).OfType<PendingRuling>().Where(ruling => IsMissing(state, ruling)).ToList();
        string[] texts = [.. pending.Where(static ruling => ruling.IsMade).Select(static ruling => ruling.Item.Text)
            .Concat(withheld.Where(statement => !state.Contains(statement.Taken.Item.Id)).Select(static statement => statement.Taken.Item.Text)).Distinct(StringComparer.Ordinal)];
        var indexes = texts.Length == 0 ? [] : await index(texts, cancellationToken).ConfigureAwait(false);
        return new RulingReplay(state, pending, withheld, texts.Zip(indexes).ToDictionary(static pair => pair.First, static pair => pair.Second, StringComparer.Ordinal));
    }

    /// <summary>Does again what was decided before a message was there.</summary>
    public void Before(long sequence, ChangeSet changes)
    {
        while (_pending.TryPeek(out var ruling) && ruling.At < sequence)
        {
            Apply(_pending.Dequeue(), changes);
        }
    }

    /// <summary>Keeps what a message says though it was taken back: as never true, so that it is known what the message says.</summary>
    public void After(long sequence, Telling telling, ChangeSet changes)
    {
        foreach (var (taken, evidence) in _withheld[sequence])
        {
            if (!_state.Contains(taken.Item.Id))
            {
                Record(taken.Entry, changes);
                var kept = Correcting.Withdrawn(taken.Item, taken.Entry.RecordedAt) with { Evidence = [evidence], ClusterId = null, SupersededBy = taken.By };
                new Editor(_state, changes, telling).Take(new StoredItem(kept, _index[kept.Text]));
            }
            else if (_state.Get(taken.Item.Id) is { IsCurrent: false } known && known.Item.Evidence.All(said => said.Sequence != sequence))
            {
                new Editor(_state, changes, telling).Withhold(known, evidence);
            }
        }
    }

    /// <summary>Whether a ruling has still to be done: the item made is not there, or the confirmed one is not certain.</summary>
    private static bool IsMissing(DerivedState state, PendingRuling ruling) =>
        !state.Contains(ruling.Item.Id) || (!ruling.IsMade && state.Get(ruling.Item.Id).Item.Confidence < Correcting.Certain);

    /// <summary>A ruling without what is forgotten of its evidence; null when nothing is left: there is nothing it could be about.</summary>
    private static PendingRuling? Seen(DerivedState state, PendingRuling ruling)
    {
        if (state.Hidden.Count == 0 || !ruling.Item.Evidence.Any(evidence => state.Hidden.Contains(evidence.Sequence)))
        {
            return ruling;
        }

        Evidence[] seen = [.. ruling.Item.Evidence.Where(evidence => !state.Hidden.Contains(evidence.Sequence))];
        return seen.Length == 0 ? null : ruling with { Item = ruling.Item with { Evidence = seen } };
    }

    private void Apply(PendingRuling ruling, ChangeSet changes)
    {
        var telling = new Telling(ruling.At, ruling.Entry.RecordedAt, ruling.Entry.RecordedAt, ruling.Entry.Actor);
        var editor = new Editor(_state, changes, telling);
        var made = ruling.Item;
        if (!ruling.IsMade)
        {
            if (_state.Contains(made.Id) && _state.Get(made.Id) is { IsCurrent: true, Item.Confidence: < Correcting.Certain } confirmed)
            {
                Record(ruling.Entry, changes);
                editor.Put(confirmed, confirmed.Item with { Confidence = Correcting.Certain });
            }

            return;
        }

        Record(ruling.Entry, changes);
        var entry = editor.Take(new StoredItem(made with { ClusterId = null }, _index[made.Text]));
        var heldId = ruling.Entry.SupersededId is { } old && HeldIds.Is(old) ? old : null;
        if (made.Exclusive || heldId is not null)
        {
            foreach (var other in Releasing.Overruled(_state, made))
            {
                editor.Put(other, Releasing.Overrule(other.Item, made));
            }
        }

        if (heldId is not null && _state.Contains(heldId) && _state.Get(heldId) is { IsCurrent: true } held)
        {
            editor.Put(held, held.Item with { SupersededAt = made.RecordedAt, SupersededBy = made.Id });
        }

        if (editor.Touched.Count > 0)
        {
            _state.Clusters.Update(editor, changes);
        }
    }

    /// <summary>A row that says so; the ruling itself stays the one that was made.</summary>
    private static void Record(LedgerEntry ruling, ChangeSet changes)
    {
        changes.Add(ruling with { Sequence = 0, Revert = null, Reason = $"kept over a rebuild: {ruling.Reason}" });
        changes.Annotate(new RevertData());
    }
}
