using Sentinel.Memory;

namespace Sentinel.Replay.Experiment;

/// <summary>
/// Which entries repeated a mistake. The signature of an entry is its direction, the trend, and the shock on its bar: its side and whether volume was far
/// above the usual. An entry repeats a mistake when its trade lost after costs and, when it was decided, a losing trade of the same signature had been closed.
/// Computed from the run's record, whatever the arm remembers.
/// </summary>
internal sealed class MistakeLog
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lost = new(StringComparer.Ordinal);

    /// <summary>Takes in trades that have ended; call it before <see cref="Add"/> of the same cycle.</summary>
    /// <returns>Day and kind of each entry that turned out to repeat a mistake.</returns>
    public IReadOnlyList<(int Day, bool OnShock)> Settle(IEnumerable<Outcome> outcomes)
    {
        var repeated = new List<(int, bool)>();
        foreach (var outcome in outcomes)
        {
            if (outcome is not { Horizon: OutcomeHorizon.Exit, Exposure: not 0, Raw: < 0 } || !_entries.TryGetValue(outcome.DecisionId, out var entry))
            {
                continue;
            }

            if (entry.IsKnown)
            {
                repeated.Add((entry.Day, entry.OnShock));
            }

            _lost.Add(entry.Signature);
        }

        return repeated;
    }

    /// <summary>Takes in a cycle whose intent came to an entry.</summary>
    /// <returns>Whether it was decided on the bar of a shock.</returns>
    public bool Add(CycleResult cycle, int day)
    {
        var (signature, onShock) = Signature(cycle);
        _entries[cycle.Decision.Id] = new Entry(day, signature, onShock, _lost.Contains(signature));
        return onShock;
    }

    private static (string Signature, bool OnShock) Signature(CycleResult cycle)
    {
        var shock = cycle.Events.FirstOrDefault(static found => found.Type is MarketEventTypes.AtrShock or MarketEventTypes.Jump)?.Side ?? 0;
        var volume = cycle.Events.Any(static found => found.Type is MarketEventTypes.VolumeSpike);
        return ($"{cycle.Decision.Intent.Direction}/{cycle.Decision.Regime.Trend}/{shock}/{volume}", shock is not 0);
    }

    private sealed record Entry(int Day, string Signature, bool OnShock, bool IsKnown);
}
