namespace OMem.Storage;

/// <summary>What model calls of one scope have cost.</summary>
internal sealed class InMemoryUsage
{
    private readonly Dictionary<(ModelStage Stage, string Model), StageUsage> _rows = [];

    public bool Add(IReadOnlyList<StageUsage> usage)
    {
        foreach (var row in usage)
        {
            var sum = _rows.GetValueOrDefault((row.Stage, row.Model)) ?? new StageUsage(row.Stage, row.Model, 0, 0, 0, 0);
            _rows[(row.Stage, row.Model)] = sum with
            {
                Calls = sum.Calls + row.Calls,
                FailedCalls = sum.FailedCalls + row.FailedCalls,
                PromptTokens = sum.PromptTokens + row.PromptTokens,
                CompletionTokens = sum.CompletionTokens + row.CompletionTokens,
            };
        }

        return true;
    }

    public IReadOnlyList<StageUsage> Read() => [.. _rows.Values.OrderBy(static row => row.Stage).ThenBy(static row => row.Model, StringComparer.Ordinal)];
}
