using OMem.Storage;
using OMem.Understanding;

namespace OMem.Consolidation.Rulings;

/// <summary>After a rebuild, does again what people decided, each decision where it stood: after the messages it knew and before the later ones.</summary>
internal sealed class RulingReplay
{
    private readonly DerivedState _state;
    private readonly Queue<PendingRuling> _pending;
    private readonly Dictionary<string, IndexData> _index;

    private RulingReplay(DerivedState state, IEnumerable<PendingRuling> pending, Dictionary<string, IndexData> index)
    {
        _state = state;
        _pending = new Queue<PendingRuling>(pending);
        _index = index;
    }

    /// <summary>Prepares what of a memory's rulings is not in it.</summary>
    public static async Task<RulingReplay> PrepareAsync(DerivedState state, TextIndexer index, CancellationToken cancellationToken)
    {
        var pending = state.Rulings.Made.Select(ruling => Seen(state, ruling)).OfType<PendingRuling>().Where(ruling => IsMissing(state, ruling)).ToList();
        string[] texts = [.. pending.Where(static ruling => ruling.IsMade).Select(static ruling => ruling.Item.Text).Distinct(StringComparer.Ordinal)];
        var indexes = texts.Length == 0 ? [] : await index(texts, cancellationToken).ConfigureAwait(false);
        return new RulingReplay(state, pending, texts.Zip(indexes).ToDictionary(static pair => pair.First, static pair => pair.Second, StringComparer.Ordinal));
    }

    /// <summary>Does again what was decided before a message was there.</summary>
    public void Before(long sequence, ChangeSet changes)
    {
        while (_pending.TryPeek(out var ruling) && ruling.At < sequence)
        {
            Apply(_pending.Dequeue(), changes);
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
                Record(ruling, changes);
                editor.Put(confirmed, confirmed.Item with { Confidence = Correcting.Certain });
            }

            return;
        }

        Record(ruling, changes);
        var entry = editor.Take(new StoredItem(made with { ClusterId = null }, _index[made.Text]));
        if (made.Exclusive)
        {
            var group = _state.Items.Group(DerivedState.AttributeGroup(made.Subject, made.Aspect ?? ""));
            foreach (var other in group.Where(other => other != entry && other is { IsCurrent: true, Item: { Exclusive: true, Polarity: Polarity.Positive } }).ToList())
            {
                editor.Put(other, other.Item with { ValidTo = made.ValidFrom > other.Item.ValidFrom ? made.ValidFrom : other.Item.ValidFrom, SupersededAt = made.RecordedAt, SupersededBy = made.Id });
            }
        }

        if (editor.Touched.Count > 0)
        {
            _state.Clusters.Update(editor, changes);
        }
    }

    /// <summary>A row that says so; the ruling itself stays the one that was made.</summary>
    private static void Record(PendingRuling ruling, ChangeSet changes)
    {
        changes.Add(ruling.Entry with { Sequence = 0, Revert = null, Reason = $"kept over a rebuild: {ruling.Entry.Reason}" });
        changes.Annotate(new RevertData());
    }
}
