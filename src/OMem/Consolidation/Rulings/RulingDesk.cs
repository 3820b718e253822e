using OMem.Storage;
using OMem.Understanding;

namespace OMem.Consolidation.Rulings;

/// <summary>Where one decision of a person is made: the memory, its whole ledger, and what is written.</summary>
internal sealed class RulingDesk
{
    /// <summary>How often a decision is made anew when others change the memory meanwhile: beside one who writes without pause a few are not enough.</summary>
    public const int MostAttempts = 64;

    private readonly TextIndexer _index;
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);
    private readonly List<AttributeCluster> _named = [];

    public RulingDesk(DerivedState state, LedgerBook book, ScopeHead head, DateTimeOffset now, CorrectionNote note, TextIndexer index, LogAccess log)
    {
        _index = index;
        Log = log;
        State = state;
        Book = book;
        Head = head;
        Now = now;
        Note = note;
        Editor = new Editor(state, Changes, new Telling(head.LogSequence, now, now, note.Actor));
    }

    /// <summary>The memory, read for this decision alone.</summary>
    public DerivedState State { get; }

    /// <summary>Its ledger.</summary>
    public LedgerBook Book { get; }

    /// <summary>Where the scope stood before the memory was read.</summary>
    public ScopeHead Head { get; }

    /// <summary>The log behind it.</summary>
    public LogAccess Log { get; }

    /// <summary>The present.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Who decides, and why.</summary>
    public CorrectionNote Note { get; }

    /// <summary>What is written.</summary>
    public ChangeSet Changes { get; } = new();

    /// <summary>Log positions that are forgotten with it.</summary>
    public SortedSet<long> Hidden { get; } = [];

    /// <summary>Log positions that are seen again with it.</summary>
    public SortedSet<long> Unhidden { get; } = [];

    /// <summary>Log positions that are not to be understood any more.</summary>
    public SortedSet<long> Understood { get; } = [];

    /// <summary>Log positions that are to be understood again.</summary>
    public SortedSet<long> Requeued { get; } = [];

    /// <summary>Changes items.</summary>
    public Editor Editor { get; }

    /// <summary>The ledger position that the decision will have.</summary>
    public long Position => (Book.Entries.Count > 0 ? Book.Entries[^1].Sequence : 0) + 1;

    /// <summary>The current item with an id.</summary>
    /// <exception cref="CorrectionException">There is none.</exception>
    public ItemEntry Current(string id)
    {
        if (!State.Contains(id))
        {
            throw new CorrectionException(CorrectionFault.UnknownItem, $"There is no attribute or fact '{id}' in this memory. 'omem persona --json' shows the ids.");
        }

        var entry = State.Get(id);
        if (entry.IsCurrent)
        {
            return entry;
        }

        var by = entry.Item.SupersededBy is { } successor ? $" by '{successor}'" : "";
        throw new CorrectionException(CorrectionFault.Superseded, $"'{id}' is no longer current: it was superseded, ended or withdrawn{by} already.");
    }

    /// <summary>Writes the ledger row of the decision.</summary>
    public void Record(LedgerEntry row, RevertData data)
    {
        Changes.Add(row with { RecordedAt = Now, Actor = Note.Actor, Reason = Note.Reason });
        Changes.Annotate(data with { At = Head.LogSequence });
    }

    /// <summary>Puts another version of an item in its place, and keeps the whole of the one before.</summary>
    public void Put(ItemEntry entry, PersonaItem item)
    {
        Keep(ItemBefore.Of(entry.Item));
        Editor.Put(entry, item with { ClusterId = entry.Item.ClusterId });
    }

    /// <summary>Stores an item that was not there.</summary>
    public async Task<ItemEntry> TakeAsync(PersonaItem item, CancellationToken cancellationToken)
    {
        var index = await _index([item.Text], cancellationToken).ConfigureAwait(false);
        Keep(ItemBefore.Nothing(item.Id));
        return Editor.Take(new StoredItem(item with { ClusterId = null }, index[0]));
    }

    /// <summary>Removes an item.</summary>
    public void Remove(ItemEntry entry)
    {
        Keep(ItemBefore.Of(entry.Item));
        _removed.Add(entry.Item.Id);
        if (entry.IsCurrent)
        {
            // So that the groups let go of it.
            Editor.Put(entry, entry.Item with { SupersededAt = Now });
        }
    }

    /// <summary>Whether an item was removed here.</summary>
    public bool IsRemoved(string id) => _removed.Contains(id);

    /// <summary>Stores topics as they are to be, or removes them.</summary>
    public async Task PutTopicsAsync(IReadOnlyList<(string Id, Topic? Topic)> topics, CancellationToken cancellationToken)
    {
        string[] labels = [.. topics.Select(static topic => topic.Topic?.Label).OfType<string>()];
        var indexes = labels.Length == 0 ? [] : await _index(labels, cancellationToken).ConfigureAwait(false);
        var made = 0;
        foreach (var (id, topic) in topics)
        {
            if (topic is null)
            {
                Changes.RemoveTopic(id);
            }
            else
            {
                Changes.Put(new StoredTopic(topic, indexes[made++]));
            }
        }
    }

    /// <summary>Gives clusters back the words that a model had found, where they come to have the same members again.</summary>
    public void NameAgain(IReadOnlyList<AttributeCluster> clusters) => _named.AddRange(clusters);

    /// <summary>Brings up to date what hangs on the items, and gives the commit.</summary>
    public DerivedCommit Finish()
    {
        if (Editor.Touched.Count > 0)
        {
            State.Clusters.Update(Editor, Changes);
        }

        foreach (var cluster in _named.Where(State.Clusters.IsNamedOtherwise))
        {
            State.Clusters.Name(Changes, cluster, Now, Note.Actor);
        }

        foreach (var id in _removed)
        {
            Changes.RemoveItem(id);
        }

        return Changes.ToCommit(State.Version, []) with
        {
            ExpectedEpoch = Head.Epoch,
            Hidden = [.. Hidden],
            Unhidden = [.. Unhidden],
            Understood = [.. Understood],
            Requeued = [.. Requeued],
        };
    }

    /// <summary>What it did.</summary>
    public CorrectionResult Result(IReadOnlyList<long> entries) =>
        new(Position, [.. Changes.ChangedItems.Where(item => _kept.Contains(item.Id))], Changes.RemovedItems, entries);

    private void Keep(ItemBefore before)
    {
        _kept.Add(before.Id);
        Changes.Keep(before);
    }
}
