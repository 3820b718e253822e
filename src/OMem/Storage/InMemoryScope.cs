namespace OMem.Storage;

/// <summary>Everything one scope holds. Used under the lock of its store.</summary>
internal sealed class InMemoryScope
{
    private readonly Dictionary<string, long> _places = new(StringComparer.Ordinal);

    public InMemoryScope(MemoryScope scope, long epoch)
    {
        Scope = scope;
        Epoch = epoch;
        Outbox = new InMemoryOutbox(this);
    }

    public MemoryScope Scope { get; }

    /// <summary>Another number after each erase.</summary>
    public long Epoch { get; private set; }

    /// <summary>By position, without those that were erased.</summary>
    public SortedList<long, InMemoryLogEntry> Log { get; } = [];

    /// <summary>The last position that was given.</summary>
    public long LogEnd { get; private set; }

    public ScopeHead Head => new(LogEnd, Derived.Version) { Epoch = Epoch };

    public InMemoryOutbox Outbox { get; }

    public InMemoryDerived Derived { get; } = new();

    public InMemoryUsage Usage { get; } = new();

    public InMemoryLedger Ledger { get; } = new();

    public SortedDictionary<string, string> Properties { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<InMemoryLogEntry> After(long sequence) => [.. Log.Values.SkipWhile(entry => entry.Row.Stored.Sequence <= sequence)];

    public AppendResult Append(IReadOnlyList<AppendRow> batch)
    {
        var rows = new AppendedRow[batch.Count];
        var added = new Dictionary<string, InMemoryLogEntry>(StringComparer.Ordinal);
        for (var i = 0; i < batch.Count; i++)
        {
            var id = batch[i].Interaction.Id;
            if (added.TryGetValue(id, out var known) || (_places.TryGetValue(id, out var place) && Log.TryGetValue(place, out known)))
            {
                rows[i] = known.ContentHash.Span.SequenceEqual(batch[i].ContentHash.Span)
                    ? new AppendedRow(known.Row.Stored.Sequence, AlreadyStored: true)
                    : throw new IdempotencyConflictException(id, i);
                continue;
            }

            var entry = InMemoryLogEntry.From(LogEnd + added.Count + 1, batch[i]);
            added.Add(id, entry);
            rows[i] = new AppendedRow(entry.Row.Stored.Sequence, AlreadyStored: false);
        }

        foreach (var entry in added.Values.OrderBy(static entry => entry.Row.Stored.Sequence))
        {
            Add(entry);
        }

        return new AppendResult(rows, LogEnd);
    }

    public bool ReplaceIndex(IReadOnlyList<IndexRow> rows)
    {
        if (rows.FirstOrDefault(row => !Log.ContainsKey(row.Sequence)) is { } unknown)
        {
            throw new ArgumentException($"Position {unknown.Sequence} is not in the log of the scope.", nameof(rows));
        }

        foreach (var row in rows)
        {
            Log[row.Sequence] = Log[row.Sequence] with { Row = Log[row.Sequence].Row with { Index = InMemoryLogEntry.Copy(row.Index) } };
        }

        return true;
    }

    public bool Fail(string owner, IReadOnlyList<OutboxAttempt> attempts)
    {
        CheckLease(owner);
        Outbox.Fail(attempts);
        return true;
    }

    /// <exception cref="ScopeConflictException">Version, epoch or lease has changed hands.</exception>
    public void CheckFence(DerivedCommit commit)
    {
        if (commit.Owner is not null)
        {
            CheckLease(commit.Owner);
        }

        if (commit.ExpectedVersion != Derived.Version || (commit.ExpectedEpoch is { } epoch && epoch != Epoch))
        {
            throw new ScopeConflictException(Scope, commit.ExpectedVersion, Derived.Version);
        }
    }

    public long Commit(DerivedCommit commit)
    {
        Derived.Apply(commit with { Hidden = [.. commit.Hidden.Where(Log.ContainsKey)] });
        Ledger.Append(commit.Ledger);
        Outbox.Remove(commit.Understood);
        Outbox.Requeue(commit.Requeued.Where(Log.ContainsKey));
        if (commit.Owner is not null && commit.ReleaseLease)
        {
            Outbox.EndLease();
        }

        return Derived.Version;
    }

    /// <exception cref="ScopeNotEmptyException">It holds something, or has.</exception>
    public void CheckEmpty()
    {
        if (LogEnd > 0 || Derived.Version > 0 || Ledger.Count > 0)
        {
            throw new ScopeNotEmptyException(Scope);
        }
    }

    public ScopeHead Restore(ScopeRestore restore, DerivedCommit commit)
    {
        foreach (var (row, sequence) in restore.Log.Zip(ScopeRestore.PositionsOf(restore)))
        {
            Add(InMemoryLogEntry.From(sequence, row));
        }

        LogEnd = restore.LogEnd ?? LogEnd;
        Commit(commit);
        return Head;
    }

    public long Reset(LedgerEntry entry)
    {
        Derived.Clear();
        Ledger.Append([entry]);
        Outbox.Restart();
        return Derived.Version;
    }

    /// <summary>Erases positions. The caller has checked the fence.</summary>
    public ScopeErased Erase(IReadOnlyList<long> sequences, ScopeErase erase, long epoch)
    {
        if (erase.Ledger.FirstOrDefault(entry => entry.Sequence < 1 || entry.Sequence > Ledger.Count) is { } unknown)
        {
            throw new ArgumentException($"Entry {unknown.Sequence} is not in the ledger of the scope.", nameof(erase));
        }

        var before = Derived.Read();
        if (erase.Commit is { } commit)
        {
            Commit(commit);
        }

        Ledger.Replace(erase.Ledger);
        var gone = 0;
        foreach (var sequence in sequences)
        {
            if (Log.Remove(sequence, out var entry))
            {
                _places.Remove(entry.Row.Stored.Interaction.Id);
                gone++;
            }
        }

        Outbox.Remove(sequences);
        Outbox.EndLease();
        Derived.Erase(sequences);
        Epoch = epoch;
        var after = Derived.Read();
        return new ScopeErased(
            gone, before.Items.Count - after.Items.Count, before.Topics.Count - after.Topics.Count, before.Clusters.Count - after.Clusters.Count,
            erase.Ledger.Count, IsClean: true, null);
    }

    private void Add(InMemoryLogEntry entry)
    {
        var sequence = entry.Row.Stored.Sequence;
        _places[entry.Row.Stored.Interaction.Id] = sequence;
        Log.Add(sequence, entry);
        LogEnd = sequence;
        Outbox.Add(sequence);
    }

    private void CheckLease(string owner)
    {
        if (!Outbox.IsHeldBy(owner))
        {
            throw ScopeConflictException.ForLostLease(Scope, Derived.Version);
        }
    }
}
