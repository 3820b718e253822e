namespace Sentinel.Memory;

/// <summary>Follows decisions until their horizons have ended. A decision is followed for 20 bars, or until its position is closed.</summary>
/// <param name="hasFills">Whether an order of a decision has traded, as far as trades are recorded.</param>
internal sealed class OutcomeSettler(Func<string, bool> hasFills)
{
    private const int LastHorizon = 20;

    private readonly Dictionary<Symbol, List<TrackedDecision>> _inBars = [];
    private readonly Dictionary<string, TrackedDecision> _open = new(StringComparer.Ordinal);

    /// <summary>The oldest decision that is still followed: after a restart, bars from its time on have to be given again. Null when there is none.</summary>
    public DateTimeOffset? UnsettledSince
    {
        get
        {
            DateTimeOffset? oldest = null;
            foreach (var tracked in _inBars.Values.SelectMany(list => list).Concat(_open.Values))
            {
                oldest = oldest < tracked.Decision.AsOf ? oldest : tracked.Decision.AsOf;
            }

            return oldest;
        }
    }

    /// <summary>Whether the position a decision opened is still open.</summary>
    public bool IsOpen(string decisionId) => _open.ContainsKey(decisionId);

    /// <summary>Starts to follow a decision.</summary>
    public void Track(Decision decision)
    {
        var tracked = new TrackedDecision(decision);
        if (!_inBars.TryGetValue(decision.Symbol, out var list))
        {
            _inBars.Add(decision.Symbol, list = []);
        }

        list.Add(tracked);
        if (tracked.Exposure is not 0 && Exposures.Changes(decision))
        {
            _open.TryAdd(decision.Id, tracked);
        }
    }

    /// <summary>Takes in a bar and settles what ended with it, in order of decision and horizon.</summary>
    public List<(Decision Decision, Outcome Outcome)> Add(Bar bar)
    {
        var settled = new List<(Decision, Outcome)>();
        var list = _inBars.GetValueOrDefault(bar.Symbol) ?? [];
        foreach (var tracked in list)
        {
            if (bar.OpenTime < tracked.Decision.AsOf)
            {
                continue;
            }

            tracked.Add(bar);
            foreach (var horizon in OutcomeHorizons.InBars)
            {
                if (OutcomeHorizons.Bars(horizon) == tracked.Bars)
                {
                    settled.Add((tracked.Decision, tracked.Settle(horizon, bar)));
                }
            }
        }

        foreach (var tracked in _open.Values)
        {
            // Those of the list have the bar already.
            if (tracked.Bars >= LastHorizon && tracked.Decision.Symbol == bar.Symbol && bar.OpenTime >= tracked.Decision.AsOf && !list.Contains(tracked))
            {
                tracked.Add(bar);
            }
        }

        list.RemoveAll(static tracked => tracked.Bars >= LastHorizon);
        DropUnfilled(bar);
        return settled;
    }

    /// <summary>Settles the exit of the decision that opened a position.</summary>
    /// <returns>Null when no position of the decision is followed.</returns>
    public (Decision Decision, Outcome Outcome)? Close(PositionExit exit) =>
        _open.Remove(exit.DecisionId, out var tracked) ? (tracked.Decision, tracked.Settle(exit)) : null;

    /// <summary>Takes in an outcome that was settled before, read from the journal.</summary>
    public void Settled(Outcome outcome)
    {
        if (outcome.Horizon is OutcomeHorizon.Exit)
        {
            _open.Remove(outcome.DecisionId);
        }
        else if (OutcomeHorizons.Bars(outcome.Horizon) == LastHorizon && _inBars.TryGetValue(outcome.Symbol, out var list))
        {
            list.RemoveAll(tracked => string.Equals(tracked.Decision.Id, outcome.DecisionId, StringComparison.Ordinal));
        }
    }

    /// <summary>Gives up on positions that never came to be: their time is over and nothing of them has traded.</summary>
    private void DropUnfilled(Bar bar)
    {
        List<string>? over = null;
        foreach (var (id, tracked) in _open)
        {
            if (tracked.Bars >= LastHorizon && tracked.Decision.AsOf + tracked.Decision.Intent.Horizon <= bar.CloseTime && !hasFills(id))
            {
                (over ??= []).Add(id);
            }
        }

        foreach (var id in over ?? [])
        {
            _open.Remove(id);
        }
    }
}
