using OMem.Interactions;

namespace OMem.Understanding;

/// <summary>Turns the rows of a claim into requests: runs of neighbours in the log, each with what came before it, divided into calls for a model.</summary>
internal static class BatchPlan
{
    /// <summary>The requests, in log order.</summary>
    public static async Task<IReadOnlyList<ReadingRequest>> OfAsync(
        EngineParts parts, MemoryScope scope, IEnumerable<long> rows, CancellationToken cancellationToken)
    {
        var runs = Runs([.. rows.Order()]);
        var wanted = runs.SelectMany(static run => Enumerable.Range(1, ReadingWindow.Length).Select(back => run[0] - back).Where(static sequence => sequence > 0).Concat(run));
        var stored = (await parts.Store.GetInteractionsAsync(scope, wanted.ToHashSet(), cancellationToken).ConfigureAwait(false))
            .ToDictionary(static interaction => interaction.Sequence);
        return [.. runs.SelectMany(run => Requests(parts.Reader, scope, run, stored))];
    }

    private static IEnumerable<ReadingRequest> Requests(
        IInteractionReader reader, MemoryScope scope, List<long> run, Dictionary<long, StoredInteraction> stored)
    {
        var interactions = run.Where(stored.ContainsKey).Select(sequence => stored[sequence]).ToList();
        if (interactions.Count == 0)
        {
            return [];
        }

        var before = Enumerable.Range(1, ReadingWindow.Length).Select(back => run[0] - back).Where(stored.ContainsKey).Order().Select(sequence => stored[sequence]).ToList();
        return reader is IModelReader model
            ? model.Divide(scope, interactions, before)
            : [new ReadingRequest(scope, interactions, before)];
    }

    private static List<List<long>> Runs(long[] rows)
    {
        var runs = new List<List<long>>();
        foreach (var row in rows)
        {
            if (runs.Count == 0 || runs[^1][^1] != row - 1)
            {
                runs.Add([]);
            }

            runs[^1].Add(row);
        }

        return runs;
    }
}
