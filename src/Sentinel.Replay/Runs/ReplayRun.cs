using Sentinel.Memory;

namespace Sentinel.Replay;

/// <summary>Runs a session over bars from the first to the last.</summary>
public static class ReplayRun
{
    /// <summary>Replays bars. With no <see cref="SessionOptions.JournalPath"/> nothing touches a file.</summary>
    /// <param name="options">What the session is made from.</param>
    /// <param name="bars">Bars in order of their closes; several symbols may be mixed.</param>
    /// <param name="onCycle">Told of each cycle; null for nobody.</param>
    /// <param name="cancellationToken">Ends it between two cycles; what was journalled stays.</param>
    public static async Task<ReplayResult> RunAsync(SessionOptions options, IEnumerable<Bar> bars, Action<CycleResult>? onCycle = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(bars);
        using var enumerator = bars.GetEnumerator();
        if (!enumerator.MoveNext())
        {
            throw new ArgumentException("There are no bars to replay.", nameof(bars));
        }

        var session = TradingSession.Replay(options, enumerator.Current.OpenTime);
        await using (session.ConfigureAwait(false))
        {
            var metrics = new RunMetrics();
            do
            {
                var cycle = await session.RunCycleAsync(enumerator.Current, cancellationToken).ConfigureAwait(false);
                metrics.Add(cycle);
                onCycle?.Invoke(cycle);
            }
            while (enumerator.MoveNext());

            if (session.Ahead > 0)
            {
                throw new JournalException(FormattableString.Invariant($"The journal holds {session.Ahead} entries behind the end of these bars: it is of a longer run. Name a new file."));
            }

            await session.Memory.FlushAsync(cancellationToken).ConfigureAwait(false);
            IReadOnlyList<JournalEntry> entries = options.JournalPath is null ? [.. session.Journal.Read()] : [];
            return new ReplayResult(entries, session.Journal.Count, session.Journal.HeadHash, session.Portfolio!, metrics);
        }
    }
}

/// <summary>What a replay left.</summary>
/// <param name="Entries">The journal of a run in memory, in order; empty when it is in a file.</param>
/// <param name="Count">How many entries the journal has.</param>
/// <param name="HeadHash">The hash of its last entry: two runs with the same are the same.</param>
/// <param name="Portfolio">What is held at the end.</param>
/// <param name="Metrics">The figures.</param>
public sealed record ReplayResult(IReadOnlyList<JournalEntry> Entries, long Count, string HeadHash, Portfolio Portfolio, RunMetrics Metrics);
