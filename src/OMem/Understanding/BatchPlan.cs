using OMem.Interactions;

namespace OMem.Understanding;

/// <summary>
/// Turns the rows of a claim into readings: runs of neighbours in the log, each with what came before it, divided into calls for a model. What an earlier
/// attempt has read is not read again.
/// </summary>
/// <param name="Readings">The readings, in log order.</param>
/// <param name="Keys">What each row is kept under, by log position.</param>
internal sealed record BatchPlan(IReadOnlyList<PlannedReading> Readings, IReadOnlyDictionary<long, ReadingKey> Keys)
{
    /// <summary>The log position of the first row.</summary>
    public long First => Readings[0].Request.Interactions[0].Sequence;

    /// <summary>How many rows are read.</summary>
    public int Rows => Readings.Sum(static reading => reading.Request.Interactions.Count);

    /// <summary>Plans a batch.</summary>
    public static async Task<BatchPlan> OfAsync(
        EngineParts parts, KeptReadings? kept, MemoryScope scope, IEnumerable<long> rows, CancellationToken cancellationToken)
    {
        var runs = Runs(rows.Order(), static (before, row) => row == before + 1);
        var wanted = runs.SelectMany(static run => Enumerable.Range(1, ReadingWindow.Length).Select(back => run[0] - back).Where(static sequence => sequence > 0).Concat(run));
        var stored = (await parts.Store.GetInteractionsAsync(scope, wanted.ToHashSet(), cancellationToken).ConfigureAwait(false))
            .ToDictionary(static interaction => interaction.Sequence);
        var readings = new List<PlannedReading>();
        var keys = new Dictionary<long, ReadingKey>();
        foreach (var run in runs)
        {
            Add(parts, kept, scope, [.. run.Where(stored.ContainsKey).Select(sequence => stored[sequence])], stored, readings, keys);
        }

        return new BatchPlan(readings, keys);
    }

    private static void Add(
        EngineParts parts,
        KeptReadings? kept,
        MemoryScope scope,
        List<StoredInteraction> run,
        Dictionary<long, StoredInteraction> stored,
        List<PlannedReading> readings,
        Dictionary<long, ReadingKey> keys)
    {
        if (run.Count == 0)
        {
            return;
        }

        foreach (var key in kept is null ? [] : ReadingKey.Of(scope, run, Before(run[0], stored)))
        {
            keys[key.Sequence] = key;
        }

        var rows = run.Select(row => (Row: row, Understanding: kept?.Find(keys[row.Sequence])));
        foreach (var part in Runs(rows, static (before, row) => (before.Understanding is null) == (row.Understanding is null)))
        {
            var known = part[0].Understanding is null ? null : part.ToDictionary(static row => row.Row.Sequence, static row => row.Understanding!);
            readings.AddRange(Requests(parts.Reader, scope, part.ConvertAll(static row => row.Row), stored).Select(request => new PlannedReading(
                request, known is null ? null : ReadOutcome.Of([.. request.Interactions.Select(row => (row, known[row.Sequence]))]))));
        }
    }

    private static IEnumerable<ReadingRequest> Requests(
        IInteractionReader reader, MemoryScope scope, List<StoredInteraction> run, Dictionary<long, StoredInteraction> stored)
    {
        var before = Before(run[0], stored);
        return reader is IModelReader model ? model.Divide(scope, run, before) : [new ReadingRequest(scope, run, before)];
    }

    private static List<StoredInteraction> Before(StoredInteraction first, Dictionary<long, StoredInteraction> stored) =>
        [.. Enumerable.Range(1, ReadingWindow.Length).Select(back => first.Sequence - back).Where(stored.ContainsKey).Order().Select(sequence => stored[sequence])];

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
