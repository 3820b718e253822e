namespace OMem.Sqlite.Schema;

/// <summary>Layout 2: what model calls have cost. Not derived from the log, so a reset leaves it alone.</summary>
internal static class UsageLayout
{
    public const string Sql = """
        CREATE TABLE model_usage (
            scope_id INTEGER NOT NULL REFERENCES scope,
            stage INTEGER NOT NULL,
            model TEXT NOT NULL,
            calls INTEGER NOT NULL,
            failed_calls INTEGER NOT NULL,
            prompt_tokens INTEGER NOT NULL,
            completion_tokens INTEGER NOT NULL,
            PRIMARY KEY (scope_id, stage, model)) WITHOUT ROWID;
        """;
}
