namespace OMem.Models;

/// <summary>Sums and differences of costs.</summary>
internal static class UsageMath
{
    /// <summary>Two costs of one stage and model together.</summary>
    public static StageUsage Add(StageUsage left, StageUsage right) => left with
    {
        Calls = left.Calls + right.Calls,
        FailedCalls = left.FailedCalls + right.FailedCalls,
        PromptTokens = left.PromptTokens + right.PromptTokens,
        CompletionTokens = left.CompletionTokens + right.CompletionTokens,
    };

    /// <summary>What was added between two readings of one book, rows that did not change left out.</summary>
    public static IReadOnlyList<StageUsage> Since(IReadOnlyList<StageUsage> before, IReadOnlyList<StageUsage> now)
    {
        var known = before.ToDictionary(row => (row.Stage, row.Model));
        var added = new List<StageUsage>();
        foreach (var row in now)
        {
            var old = known.GetValueOrDefault((row.Stage, row.Model)) ?? new StageUsage(row.Stage, row.Model, 0, 0, 0, 0);
            if (old != row)
            {
                added.Add(row with
                {
                    Calls = row.Calls - old.Calls,
                    FailedCalls = row.FailedCalls - old.FailedCalls,
                    PromptTokens = row.PromptTokens - old.PromptTokens,
                    CompletionTokens = row.CompletionTokens - old.CompletionTokens,
                });
            }
        }

        return added.Count == 0 ? Array.Empty<StageUsage>() : added;
    }
}
