namespace OMem.Storage;

/// <summary>What of one scope waits to be understood, and who has the lease.</summary>
internal sealed class InMemoryOutbox(InMemoryScope scope)
{
    private const int MostFailures = 20;

    private readonly SortedDictionary<long, Row> _waiting = [];
    private readonly SortedDictionary<long, Row> _parked = [];
    private string? _owner;
    private DateTimeOffset _until;

    /// <summary>Positions that are not understood yet, parked ones too, ascending.</summary>
    public IReadOnlyList<long> Waiting => [.. _waiting.Keys.Concat(_parked.Keys).Order()];

    public static OutboxStatus Status(IEnumerable<InMemoryScope> scopes)
    {
        var all = scopes.Select(static scope => scope.Outbox).ToList();
        var failures = all
            .SelectMany(static outbox => outbox._waiting.Concat(outbox._parked).Where(static pair => pair.Value.Attempts > 0).Select(outbox.ToFailure))
            .OrderByDescending(static failure => failure.Sequence)
            .Take(MostFailures);
        return new OutboxStatus(
            all.Sum(static outbox => outbox._waiting.Count),
            all.Sum(static outbox => outbox._parked.Count),
            all.Where(static outbox => outbox._waiting.Count > 0)
                .Select(static outbox => (DateTimeOffset?)outbox.RecordedAt(outbox._waiting.Keys.First()))
                .OrderBy(static time => time!.Value.UtcTicks)
                .FirstOrDefault(),
            [.. failures]);
    }

    public void Add(long sequence) => _waiting.Add(sequence, new Row(0, null, ""));

    public bool IsHeldBy(string owner) => string.Equals(_owner, owner, StringComparison.Ordinal);

    public bool IsFree(ClaimRequest request) => _owner is null || _until <= request.Now || _until > request.Horizon;

    public bool MayClaim(ClaimRequest request) => IsFree(request) || IsHeldBy(request.Owner);

    /// <summary>When the first due row was recorded; null when none is due.</summary>
    public DateTimeOffset? FirstDue(ClaimRequest request)
    {
        foreach (var (sequence, row) in _waiting)
        {
            if (row.IsDue(request))
            {
                return RecordedAt(sequence);
            }
        }

        return null;
    }

    public OutboxClaim? Claim(ClaimRequest request)
    {
        OutboxRow[] rows = [.. _waiting
            .Where(pair => pair.Value.IsDue(request))
            .Take(request.MaxRows)
            .Select(static pair => new OutboxRow(pair.Key, pair.Value.Attempts))];
        if (rows.Length == 0)
        {
            return null;
        }

        (_owner, _until) = (request.Owner, request.LeaseUntil);
        return new OutboxClaim(scope.Scope, rows);
    }

    public bool Release(string owner)
    {
        if (IsHeldBy(owner))
        {
            EndLease();
        }

        return true;
    }

    public void EndLease() => _owner = null;

    public void Fail(IReadOnlyList<OutboxAttempt> attempts)
    {
        foreach (var attempt in attempts)
        {
            if (!_waiting.Remove(attempt.Sequence, out var row))
            {
                continue;
            }

            var into = attempt.NextTry is null ? _parked : _waiting;
            into[attempt.Sequence] = new Row(row.Attempts + 1, attempt.NextTry, attempt.Error);
        }

        EndLease();
    }

    public void Remove(IReadOnlyList<long> sequences)
    {
        foreach (var sequence in sequences)
        {
            _waiting.Remove(sequence);
            _parked.Remove(sequence);
        }
    }

    public int RetryParked()
    {
        var parked = _parked.Keys.ToList();
        _parked.Clear();
        parked.ForEach(Add);
        return parked.Count;
    }

    /// <summary>Puts positions of the log back as if never tried.</summary>
    public void Requeue(IEnumerable<long> sequences)
    {
        foreach (var sequence in sequences)
        {
            _parked.Remove(sequence);
            _waiting[sequence] = new Row(0, null, "");
        }
    }

    public void Restart()
    {
        _waiting.Clear();
        _parked.Clear();
        Requeue(scope.Log.Keys);

        EndLease();
    }

    private DateTimeOffset RecordedAt(long sequence) => scope.Log[sequence].Row.Stored.RecordedAt;

    private OutboxFailure ToFailure(KeyValuePair<long, Row> pair) =>
        new(scope.Log[pair.Key].Row.Stored.Interaction.Id, pair.Key, pair.Value.Attempts, pair.Value.NextTry, pair.Value.Error);

    private readonly record struct Row(int Attempts, DateTimeOffset? NextTry, string Error)
    {
        public bool IsDue(ClaimRequest request) => NextTry is null || NextTry <= request.Now || NextTry > request.Horizon;
    }
}
