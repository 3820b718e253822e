namespace OMem.Understanding;

/// <summary>How far one batch has come.</summary>
/// <param name="attempts">Attempts so far of its rows, by log position.</param>
/// <param name="committed">Told how many rows each commit has finished.</param>
internal sealed class BatchRun(IReadOnlyDictionary<long, int> attempts, Action<int> committed)
{
    private readonly List<ReadFailure> _failures = [];
    private ReadFailure? _withoutJudge;

    /// <summary>Attempts so far, by log position.</summary>
    public IReadOnlyDictionary<long, int> Attempts => attempts;

    /// <summary>What failed and counts as an attempt.</summary>
    public IReadOnlyList<ReadFailure> Failures => _failures;

    /// <summary>The setting that keeps everything from being read.</summary>
    public Exception? Obstacle { get; private set; }

    /// <summary>Whether the judge was found to be out of reach: nothing more is consolidated.</summary>
    public bool IsWithoutJudge => _withoutJudge is not null;

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
        else if (_failures.FindIndex(known => known.Reason == failure.Reason) is >= 0 and var place)
        {
            // One failure: what waits for the same thing comes back at the same time, in order.
            _failures[place] = _failures[place] with { Interactions = [.. _failures[place].Interactions, .. failure.Interactions] };
        }
        else
        {
            _failures.Add(failure);
        }
    }

    /// <summary>Notes that the judge was not there for what was read.</summary>
    public void FailJudging(ReadFailure failure)
    {
        _withoutJudge = failure;
        Fail(failure);
    }

    /// <summary>Counts what was read but cannot be consolidated, because the judge was not there for what came before it, as failed for the same reason.</summary>
    public void FailUnjudged(IReadOnlyList<StoredInteraction> read) => Fail(_withoutJudge! with { Interactions = read });

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
            Fail(_failures[^1] with { Interactions = untried });
        }
    }
}
