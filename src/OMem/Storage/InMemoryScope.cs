namespace OMem.Storage;

/// <summary>Everything one scope holds. Used under the lock of its store.</summary>
internal sealed class InMemoryScope
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public InMemoryScope(MemoryScope scope)
    {
        Scope = scope;
        Outbox = new InMemoryOutbox(this);
    }

    public MemoryScope Scope { get; }

    public List<InMemoryLogEntry> Log { get; } = [];

    public InMemoryOutbox Outbox { get; }

    public InMemoryDerived Derived { get; } = new();

    public InMemoryUsage Usage { get; } = new();

    public InMemoryLedger Ledger { get; } = new();

    public bool Has(long sequence) => sequence >= 1 && sequence <= Log.Count;

    public IReadOnlyList<InMemoryLogEntry> After(long sequence) => [.. Log.Skip((int)Math.Clamp(sequence, 0, Log.Count))];

    public AppendResult Append(IReadOnlyList<AppendRow> batch)
    {
        var rows = new AppendedRow[batch.Count];
        var added = new List<InMemoryLogEntry>(batch.Count);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < batch.Count; i++)
        {
            var id = batch[i].Interaction.Id;
            if (places.TryGetValue(id, out var place) || _places.TryGetValue(id, out place))
            {
                var known = place < Log.Count ? Log[place] : added[place - Log.Count];
                rows[i] = known.ContentHash.Span.SequenceEqual(batch[i].ContentHash.Span)
                    ? new AppendedRow(place + 1, AlreadyStored: true)
                    : throw new IdempotencyConflictException(id, i);
                continue;
            }

            place = Log.Count + added.Count;
            places.Add(id, place);
            added.Add(InMemoryLogEntry.From(place + 1, batch[i]));
            rows[i] = new AppendedRow(place + 1, AlreadyStored: false);
        }

        foreach (var entry in added)
        {
            _places.Add(entry.Row.Stored.Interaction.Id, Log.Count);
            Log.Add(entry);
            Outbox.Add(entry.Row.Stored.Sequence);
        }

        return new AppendResult(rows, Log.Count);
    }

    public bool ReplaceIndex(IReadOnlyList<IndexRow> rows)
    {
        if (rows.FirstOrDefault(row => !Has(row.Sequence)) is { } unknown)
        {
            throw new ArgumentException($"Position {unknown.Sequence} is not in the log of the scope.", nameof(rows));
        }

        foreach (var row in rows)
        {
            var place = (int)row.Sequence - 1;
            Log[place] = Log[place] with { Row = Log[place].Row with { Index = InMemoryLogEntry.Copy(row.Index) } };
        }

        return true;
    }

    public bool Fail(string owner, IReadOnlyList<OutboxAttempt> attempts)
    {
        CheckLease(owner);
        Outbox.Fail(attempts);
        return true;
    }

    /// <exception cref="ScopeConflictException">Version or lease has changed hands.</exception>
    public void CheckFence(DerivedCommit commit)
    {
        if (commit.Owner is not null)
        {
            CheckLease(commit.Owner);
        }

        if (commit.ExpectedVersion != Derived.Version)
        {
            throw new ScopeConflictException(Scope, commit.ExpectedVersion, Derived.Version);
        }
    }

    public long Commit(DerivedCommit commit)
    {
        Derived.Apply(commit);
        Ledger.Append(commit.Ledger);
        Outbox.Remove(commit.Understood);
        if (commit.Owner is not null && commit.ReleaseLease)
        {
            Outbox.EndLease();
        }

        return Derived.Version;
    }

    /// <exception cref="ScopeNotEmptyException">It holds something, or has.</exception>
    public void CheckEmpty()
    {
        if (Log.Count > 0 || Derived.Version > 0 || Ledger.Count > 0)
        {
            throw new ScopeNotEmptyException(Scope);
        }
    }

    public ScopeHead Restore(IReadOnlyList<AppendRow> log, DerivedCommit commit)
    {
        Append(log);
        Commit(commit);
        return new ScopeHead(Log.Count, Derived.Version);
    }

    public long Reset(LedgerEntry entry)
    {
        Derived.Clear();
        Ledger.Append([entry]);
        Outbox.Restart(Log.Count);
        return Derived.Version;
    }

    private void CheckLease(string owner)
    {
        if (!Outbox.IsHeldBy(owner))
        {
            throw ScopeConflictException.ForLostLease(Scope, Derived.Version);
        }
    }
}
