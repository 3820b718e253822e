using OMem.Sqlite.Access;
using OMem.Sqlite.Derived;
using OMem.Sqlite.Ledger;
using OMem.Sqlite.Log;
using OMem.Sqlite.Outbox;
using OMem.Sqlite.Schema;

namespace OMem.Sqlite.Tests.Efficiency;

/// <summary>Every statement reaches its rows by a key: none walks through a table whose size is the memory's.</summary>
public sealed class QueryPlanTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteSession _session;

    public QueryPlanTests()
    {
        var file = new StoreFile(new SqliteMemoryStoreOptions { Path = _folder.File("store.omem") });
        file.Prepare(Migrations.All, default);
        _session = file.OpenWriter();
        UseEverything(_session);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void EveryStatement_ButTheListOfScopes_ScansNoTable()
    {
        var statements = _session.PreparedTexts.Where(static sql => !sql.Contains("WHERE log_sequence > erased", StringComparison.Ordinal)).ToList();
        statements.Count.ShouldBeGreaterThan(30);

        foreach (var sql in statements)
        {
            foreach (var step in Plan(sql).Where(static step => step.StartsWith("SCAN", StringComparison.Ordinal)))
            {
                // Queues of common table expressions are as long as the scopes that wait or the chain of one item; an ordered look at the first row is a seek.
                step.ShouldMatch("^SCAN (CONSTANT ROW|waiting|w|due|d|first|f|chain|c|outbox)( |$)", sql);
            }
        }
    }

    [Fact]
    public void RowsOfOneScope_AreFoundByRange()
    {
        foreach (var sql in _session.PreparedTexts.Where(static sql =>
            sql.Contains("position > ?1 AND position", StringComparison.Ordinal) && !sql.Contains("chain", StringComparison.Ordinal)))
        {
            Plan(sql).ShouldContain(static step => step.Contains("(rowid>? AND rowid<?)", StringComparison.Ordinal), sql);
        }
    }

    [Fact]
    public void LedgerOfOneItem_IsFoundByItsIndex()
    {
        var plan = Plan(_session.PreparedTexts.Single(static sql => sql.Contains("chain", StringComparison.Ordinal)));

        plan.Count(static step => step.Contains("ledger_by_item (scope_id=? AND item_id=?", StringComparison.Ordinal)).ShouldBe(2, string.Join('\n', plan));
    }

    private IReadOnlyList<string> Plan(string sql) => _session.Texts("EXPLAIN QUERY PLAN " + sql, column: 3);

    private static void UseEverything(SqliteSession session)
    {
        var scope = StoreRows.Alice;
        session.Execute("BEGIN IMMEDIATE");
        LogWriter.Append(session, scope, [StoreRows.Row("a"), StoreRows.Row("b"), StoreRows.Row("a")], default);
        LogWriter.ReplaceIndex(session, scope, [new IndexRow(1, StoreRows.NoIndex)], default);
        ScopeTable.Head(session, scope);
        ScopeTable.List(session);
        LogReader.ReadRows(session, new Chunk<LogRow>(Position.Of(1, 0), Position.Of(1, 2)));
        LogReader.ReadIndex(session, new Chunk<IndexEntry>(Position.Of(1, 0), Position.Of(1, 2)));
        LogReader.Get(session, scope, [1]);
        var request = new ClaimRequest(null, "w", 10, StoreRows.Noon, StoreRows.Noon.AddMinutes(1));
        OutboxClaims.Claim(session, request);
        OutboxAttempts.Fail(session, scope, "w", [new OutboxAttempt(1, "no", null), new OutboxAttempt(2, "no", StoreRows.Noon)]);
        OutboxClaims.Claim(session, request with { Scope = scope });
        OutboxClaims.Release(session, scope, "w");
        OutboxStatusReader.Read(session, scope);
        OutboxStatusReader.Read(session, null);
        var commit = DerivedSample.Commit("x", [1]);
        DerivedWriter.Commit(session, scope, commit, default);
        DerivedWriter.Commit(session, scope, DerivedSample.Commit("x", [2]) with { ExpectedVersion = 1, RemovedClusters = ["x"] }, default);
        DerivedReader.Read(session, scope);
        LedgerReader.Read(session, new Chunk<LedgerEntry>(Position.Of(1, 0), Position.Of(1, 2)), new HistoryQuery(), 10);
        LedgerReader.Read(session, new Chunk<LedgerEntry>(Position.Of(1, 0), Position.Of(1, 2)), new HistoryQuery { ItemId = "x" }, 10);
        DerivedWriter.Reset(session, scope, commit.Ledger[0]);
        session.Execute("COMMIT");
    }
}
