using OMem.Consolidation.Judging;
using OMem.Consolidation.Rulings;
using OMem.Storage;

namespace OMem.Consolidation;

/// <summary>The only place that changes items: each change goes into the state, the commit and the ledger together.</summary>
internal sealed class Editor(DerivedState state, ChangeSet changes, Telling telling)
{
    private const double MostConfidence = 0.99;

    private readonly List<TouchedAttribute> _touched = [];

    /// <summary>The message being consolidated.</summary>
    public Telling Telling => telling;

    /// <summary>The memory.</summary>
    public DerivedState State => state;

    /// <summary>The model's decision that is being carried out: a ledger row of what it decided names it. Null when rules decide.</summary>
    public Decision? Judgement { get; set; }

    /// <summary>The item that the last candidate has become or confirmed; null when it did neither.</summary>
    public ItemEntry? Landed { get; set; }

    /// <summary>Whether the message is older than the last word on an item: then it does not supersede it.</summary>
    public bool IsOlder(ItemEntry entry) => telling.OccurredAt < entry.Item.LastStatedAt;

    /// <summary>Attributes that became current or stopped being so, each once, for clustering.</summary>
    public IReadOnlyList<TouchedAttribute> Touched => _touched;

    /// <summary>Stores a new item. Null when the very same statement is stored already.</summary>
    public ItemEntry? Add(PersonaItem item, IndexData index, string reason, double? similarity, LedgerOperation operation = LedgerOperation.Add, ItemEntry? superseded = null)
    {
        if (state.Contains(item.Id))
        {
            Landed = state.Get(item.Id);
            return null;
        }

        var entry = ItemEntry.Of(new StoredItem(item, index));
        state.Index(entry);
        changes.Put(entry.Stored);
        Touch(entry, wasCurrent: false);
        Landed = entry;
        Record(operation, item, superseded?.Item.Text, item.Text, superseded?.Item.Id, reason, similarity);
        changes.Keep(ItemBefore.Nothing(item.Id));
        return entry;
    }

    /// <summary>Adds evidence to a known item. Evidence of another message raises confidence; the same message said twice does not.</summary>
    public void Confirm(ItemEntry entry, Evidence evidence, double confidence, string reason, double similarity, DateTimeOffset? validFrom = null)
    {
        Landed = entry;
        var item = entry.Item;
        var isLatest = item.Evidence.Count == 0 || item.Evidence[^1].Sequence < evidence.Sequence;
        var isNew = isLatest || !item.Evidence.Any(known => known.Sequence == evidence.Sequence);
        var raised = isNew ? Math.Round(Math.Min(MostConfidence, 1 - ((1 - item.Confidence) * (1 - (confidence / 2)))), 4) : item.Confidence;
        Replace(entry, item with
        {
            Evidence = isLatest ? GrowingList<Evidence>.Append(item.Evidence, evidence)
                : isNew ? [.. item.Evidence.Append(evidence).OrderBy(known => known.Sequence)] : item.Evidence,
            Confidence = Math.Max(item.Confidence, raised),
            LastStatedAt = Latest(item.LastStatedAt, telling.OccurredAt),
            ValidFrom = validFrom ?? item.ValidFrom,
        });
        Record(LedgerOperation.Ignore, item, item.Text, item.Text, supersededId: null, reason, similarity, evidence);
        changes.Keep(ItemBefore.Of(item, entry.Item));
    }

    /// <summary>Closes an item in favour of another; the ledger row is that of the other, just written.</summary>
    public void Supersede(ItemEntry old, ItemEntry by, DateTimeOffset? validTo)
    {
        var before = old.Item;
        Replace(old, before with
        {
            ValidTo = NotBefore(before.ValidFrom, validTo),
            SupersededAt = before.SupersededAt ?? telling.RecordedAt,
            SupersededBy = by.Item.Id,
        });
        changes.Keep(ItemBefore.Of(before, old.Item));
    }

    /// <summary>Adds evidence to what is held back, which makes it no surer.</summary>
    public void AddTo(ItemEntry held, Evidence evidence, string reason)
    {
        var before = held.Item;
        Replace(held, before with { Evidence = [.. before.Evidence, evidence], LastStatedAt = Latest(before.LastStatedAt, telling.OccurredAt) });
        Record(LedgerOperation.Ignore, before, before.Text, before.Text, supersededId: null, reason, similarity: null, evidence);
        changes.Keep(ItemBefore.Of(before, held.Item));
    }

    /// <summary>What was held back is part of what is believed now: it brings its evidence along, which makes that no surer.</summary>
    public void Release(ItemEntry held, ItemEntry into, string reason)
    {
        var before = into.Item;
        var known = before.Evidence.Select(static evidence => evidence.Sequence).ToHashSet();
        Replace(into, before with { Evidence = [.. before.Evidence.Concat(held.Item.Evidence.Where(evidence => !known.Contains(evidence.Sequence))).OrderBy(static evidence => evidence.Sequence)] });
        Record(LedgerOperation.Release, into.Item with { Evidence = held.Item.Evidence }, held.Item.Text, into.Item.Text, held.Item.Id, reason, similarity: null);
        changes.Keep(ItemBefore.Of(before));
        Supersede(held, into, held.Item.ValidTo);
    }

    /// <summary>Lets go of what was held back.</summary>
    public void Drop(ItemEntry held, Evidence evidence, string reason)
    {
        var before = held.Item;
        Replace(held, before with { SupersededAt = telling.RecordedAt });
        Record(LedgerOperation.End, before, before.Text, after: null, supersededId: null, reason, similarity: null, evidence);
        changes.Keep(ItemBefore.Of(before, held.Item));
    }

    /// <summary>Puts a person's version of an item in its place; the caller writes the ledger row.</summary>
    public void Put(ItemEntry entry, PersonaItem item) => Replace(entry, item);

    /// <summary>Stores an item that a person made or brought back; the caller writes the ledger row.</summary>
    public ItemEntry Take(StoredItem stored)
    {
        var entry = ItemEntry.Of(stored);
        state.Index(entry);
        changes.Put(entry.Stored);
        if (entry.IsCurrent)
        {
            Touch(entry, wasCurrent: false);
        }

        return entry;
    }

    /// <summary>Adds evidence to an item that a person took back: it is known what the message says, and it stays taken back.</summary>
    public void Withhold(ItemEntry entry, Evidence evidence)
    {
        var item = entry.Item;
        Replace(entry, item with { Evidence = [.. item.Evidence.Append(evidence).OrderBy(static known => known.Sequence)] });
        Record(LedgerOperation.Ignore, item, item.Text, after: null, supersededId: null, "says what a person took back", similarity: 1, evidence);
        changes.Keep(ItemBefore.Of(item, entry.Item));
    }

    /// <summary>Closes an item without a new value.</summary>
    public void End(ItemEntry old, Evidence evidence, DateTimeOffset validTo, string reason, double? similarity)
    {
        var item = old.Item;
        Replace(old, item with { ValidTo = NotBefore(item.ValidFrom, validTo), SupersededAt = telling.RecordedAt });
        Record(LedgerOperation.End, item, item.Text, after: null, supersededId: null, reason, similarity, evidence);
        changes.Keep(ItemBefore.Of(item, old.Item));
    }

    /// <summary>Files an attribute under a cluster, or under none. The ledger row is that of the cluster.</summary>
    public void SetCluster(ItemEntry entry, string? clusterId)
    {
        if (!string.Equals(entry.Item.ClusterId, clusterId, StringComparison.Ordinal))
        {
            Replace(entry, entry.Item with { ClusterId = clusterId });
        }
    }

    private void Replace(ItemEntry entry, PersonaItem item)
    {
        var wasCurrent = entry.IsCurrent;
        entry.Stored = entry.Stored with { Item = item };
        changes.Put(entry.Stored);
        if (wasCurrent != entry.IsCurrent)
        {
            Touch(entry, wasCurrent);
        }
    }

    private void Touch(ItemEntry entry, bool wasCurrent)
    {
        if (entry.Item is { Kind: PersonaItemKind.Attribute, Held: false } && !_touched.Exists(touched => touched.Entry == entry))
        {
            _touched.Add(new TouchedAttribute(entry, wasCurrent));
        }
    }

    private void Record(
        LedgerOperation operation, PersonaItem item, string? before, string? after, string? supersededId, string reason, double? similarity, Evidence? evidence = null)
    {
        var judged = Judgement?.Action == operation ? Judgement : null;
        changes.Add(new LedgerEntry
        {
            RecordedAt = telling.RecordedAt,
            Actor = judged?.Actor ?? telling.Actor,
            Operation = operation,
            ItemId = item.Id,
            ItemKind = item.Kind is PersonaItemKind.Attribute ? "attribute" : "fact",
            Subject = item.Subject,
            Aspect = item.Aspect,
            Before = before,
            After = after,
            SupersededId = supersededId,
            Evidence = evidence is null ? item.Evidence : [evidence],
            Reason = judged?.Reason ?? reason,
            Similarity = similarity,
        });
    }

    /// <summary>Messages may be told out of order, but nothing ends before it begins.</summary>
    private static DateTimeOffset? NotBefore(DateTimeOffset? from, DateTimeOffset? to) => to < from ? from : to;

    private static DateTimeOffset Latest(DateTimeOffset? left, DateTimeOffset right) => left > right ? left.Value : right;
}
