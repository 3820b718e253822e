using OMem.Interactions;

namespace OMem.Understanding;

/// <summary>
/// Turns the rows of a claim into readings: runs of neighbours in the log, each with what came before it, divided into calls for a model. What an earlier
/// attempt has read is not read again.
/// </summary>
/// <param name="Readings">The readings, in log order.</param>
/// <param name="Keys">What each row is kept under, by log position.</param>
/// <param name="Passed">Rows that are not read: forgotten, or erased meanwhile.</param>
/// <param name="Generation">The <see cref="KeptReadings.Generation"/> before anything was loaded.</param>
internal sealed record BatchPlan(
    IReadOnlyList<PlannedReading> Readings, IReadOnlyDictionary<long, ReadingKey> Keys, IReadOnlyList<long> Passed, long Generation)
{
    /// <summary>The log position of the first row; 0 when nothing is read.</summary>
    public long First => Readings.Count == 0 ? 0 : Readings[0].Request.Interactions[0].Sequence;

    /// <summary>How many rows are read.</summary>
    public int Rows => Readings.Sum(static reading => reading.Request.Interactions.Count);

    /// <summary>Plans a batch.</summary>
    /// <param name="parts">The engine.</param>
    /// <param name="scope">Whose rows.</param>
    /// <param name="rows">The rows of the claim.</param>
    /// <param name="hidden">Log positions that are forgotten: no part of any reading.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static async Task<BatchPlan> OfAsync(
        EngineParts parts, MemoryScope scope, IEnumerable<long> rows, IReadOnlySet<long> hidden, CancellationToken cancellationToken)
    {
        var generation = parts.Kept?.Generation ?? 0;
        var wanted = rows.Order().ToList();
        var seen = await SeenLog.LoadAsync(parts.Store, scope, wanted, hidden, cancellationToken).ConfigureAwait(false);
        var read = wanted.Select(seen.Find).OfType<StoredInteraction>().ToList();
        var readings = new List<PlannedReading>();
        var keys = new Dictionary<long, ReadingKey>();
        foreach (var run in Runs(read, (before, row) => seen.Previous(row.Sequence) == before))
        {
            Add(parts, scope, run, seen.Before(run[0].Sequence), readings, keys);
        }

        var found = read.Select(static row => row.Sequence).ToHashSet();
        return new BatchPlan(readings, keys, [.. wanted.Where(row => !found.Contains(row))], generation);
    }

    private static void Add(
        EngineParts parts,
        MemoryScope scope,
        List<StoredInteraction> run,
        IReadOnlyList<StoredInteraction> before,
        List<PlannedReading> readings,
        Dictionary<long, ReadingKey> keys)
    {
        foreach (var key in parts.Kept is null ? [] : ReadingKey.Of(scope, run, before))
        {
            keys[key.Sequence] = key;
        }

        var rows = run.Select(row => (Row: row, Understanding: parts.Kept?.Find(keys[row.Sequence])));
        foreach (var part in Runs(rows, static (row, next) => (row.Understanding is null) == (next.Understanding is null)))
        {
            var known = part[0].Understanding is null ? null : part.ToDictionary(static row => row.Row.Sequence, static row => row.Understanding!);
            var first = run.IndexOf(part[0].Row);
            var context = before.Concat(run.Take(first)).TakeLast(ReadingWindow.Length).ToList();
            readings.AddRange(Requests(parts.Reader, scope, part.ConvertAll(static row => row.Row), context).Select(request => new PlannedReading(
                request, known is null ? null : ReadOutcome.Of([.. request.Interactions.Select(row => (row, known[row.Sequence]))]))));
        }
    }

    private static IEnumerable<ReadingRequest> Requests(IInteractionReader reader, MemoryScope scope, List<StoredInteraction> run, List<StoredInteraction> before) =>
        reader is IModelReader model ? model.Divide(scope, run, before) : [new ReadingRequest(scope, run, before)];

    /// <summary>Divides a list where one thing does not follow the one before it.</summary>
    private static List<List<T>> Runs<T>(IEnumerable<T> things, Func<T, T, bool> follows)
    {
        var runs = new List<List<T>>();
        foreach (var thing in things)
        {
            if (runs.Count == 0 || !follows(runs[^1][^1], thing))
            {
                runs.Add([]);
            }

            runs[^1].Add(thing);
        }

        return runs;
    }
}
