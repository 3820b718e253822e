namespace OMem.Understanding;

/// <summary>How far one batch has come.</summary>
/// <param name="attempts">Attempts so far of its rows, by log position.</param>
/// <param name="committed">Told how many rows each commit has finished.</param>
internal sealed class BatchRun(IReadOnlyDictionary<long, int> attempts, Action<int> committed)
{
    private readonly List<ReadFailure> _failures = [];

    /// <summary>Attempts so far, by log position.</summary>
    public IReadOnlyDictionary<long, int> Attempts => attempts;

    /// <summary>What failed and counts as an attempt.</summary>
    public IReadOnlyList<ReadFailure> Failures => _failures;

    /// <summary>The setting that keeps everything from being read.</summary>
    public Exception? Obstacle { get; private set; }

    /// <summary>Requests in a row of which nothing could be read.</summary>
    public int FailedInARow { get; private set; }

    /// <summary>Whether the lease has ended with a commit.</summary>
    public bool Released { get; set; }

    /// <summary>Whether nothing has failed so far.</summary>
    public bool IsClean => _failures.Count == 0 && Obstacle is null;

    /// <summary>Tells of a commit.</summary>
    public void Committed(int rows) => committed(rows);

    /// <summary>Notes a failure.</summary>
    public void Fail(ReadFailure failure)
    {
        if (failure.Kind is ReadFaultKind.Setting)
        {
            Obstacle ??= failure.Reason;
        }
        else
        {
            _failures.Add(failure);
        }
    }

    /// <summary>Notes what came of a request.</summary>
    public void Note(ReadOutcome outcome)
    {
        FailedInARow = outcome.Read.Count > 0 ? 0 : FailedInARow + 1;
        foreach (var failure in outcome.Failed)
        {
            Fail(failure);
        }
    }

    /// <summary>Counts what was not even tried as failed for the last reason, so that it waits too. With an obstacle nothing is counted.</summary>
    public void GiveUp(IReadOnlyList<StoredInteraction> untried)
    {
        if (Obstacle is null && untried.Count > 0)
        {
            _failures.Add(_failures[^1] with { Interactions = untried });
        }
    }
}
