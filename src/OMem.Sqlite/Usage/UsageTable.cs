using OMem.Sqlite.Access;
using OMem.Sqlite.Log;

namespace OMem.Sqlite.Usage;

/// <summary>What model calls have cost, one row for a stage and model.</summary>
internal static class UsageTable
{
    private const string Upsert = """
        INSERT INTO model_usage (scope_id, stage, model, calls, failed_calls, prompt_tokens, completion_tokens) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (scope_id, stage, model) DO UPDATE SET
            calls = calls + excluded.calls,
            failed_calls = failed_calls + excluded.failed_calls,
            prompt_tokens = prompt_tokens + excluded.prompt_tokens,
            completion_tokens = completion_tokens + excluded.completion_tokens
        """;

    public static bool Add(SqliteSession session, MemoryScope scope, IReadOnlyList<StageUsage> usage)
    {
        var known = ScopeTable.FindOrAdd(session, scope);
        foreach (var row in usage)
        {
            session.Prepare(Upsert).Add(known.Id).Add((long)row.Stage).Add(row.Model)
                .Add(row.Calls).Add(row.FailedCalls).Add(row.PromptTokens).Add(row.CompletionTokens).Run();
        }

        return true;
    }

    public static IReadOnlyList<StageUsage> Read(SqliteSession session, MemoryScope scope)
    {
        if (ScopeTable.Find(session, scope) is not { } known)
        {
            return [];
        }

        var usage = new List<StageUsage>();
        var row = session.Prepare("SELECT stage, model, calls, failed_calls, prompt_tokens, completion_tokens FROM model_usage WHERE scope_id = ?1").Add(known.Id);
        while (row.Step())
        {
            usage.Add(new StageUsage((ModelStage)row.Int32(0), row.Text(1), row.Int64(2), row.Int64(3), row.Int64(4), row.Int64(5)));
        }

        row.Reset();
        return [.. usage.OrderBy(static used => used.Stage).ThenBy(static used => used.Model, StringComparer.Ordinal)];
    }
}
