using OMem.Sqlite.Access;
using OMem.Sqlite.Derived;
using OMem.Sqlite.Log;
using OMem.Sqlite.Schema;

namespace OMem.Sqlite.Tests.Efficiency;

/// <summary>The rows a write changes follow the change, not the memory.</summary>
public sealed class WriteCostTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteSession _session;
    private long _version;

    public WriteCostTests()
    {
        var file = new StoreFile(new SqliteMemoryStoreOptions { Path = _folder.File("store.omem") });
        file.Prepare(Migrations.All, default);
        _session = file.OpenWriter();
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(10)]
    [InlineData(5_000)]
    public void Commit_TwoMoreInteractions_ChangesAsManyRowsWhateverWasThere(int links)
    {
        long[] before = [.. Enumerable.Range(1, links).Select(static i => (long)i)];
        Commit(DerivedSample.Commit("x", before));

        var changes = Changes(() => Commit(DerivedSample.Commit("x", [.. before, links + 1, links + 2])));

        // Item and topic, two links, two pieces of evidence, cluster out and in with its member, ledger row, scope.
        changes.ShouldBe(2 + 2 + 2 + 4 + 1 + 1);
    }

    [Fact]
    public void Commit_OlderInteractionUnderstoodLate_WritesOnlyTheMissingLink()
    {
        long[] before = [.. Enumerable.Range(1, 1_000).Select(static i => i * 2L)];
        Commit(DerivedSample.Commit("x", before) with { Items = [] });

        var changes = Changes(() => Commit(DerivedSample.Commit("x", [1, .. before]) with { Items = [] }));

        changes.ShouldBe(1 + 1 + 4 + 1 + 1);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(3_000)]
    public void Append_OneRow_ChangesThreeRowsWhateverWasThere(int rows)
    {
        LogWriter.Append(_session, StoreRows.Alice, StoreRows.Rows("m", rows), default);

        Changes(() => LogWriter.Append(_session, StoreRows.Alice, [StoreRows.Row("new")], default)).ShouldBe(3);
    }

    [Fact]
    public void Append_KnownRow_ChangesNothing()
    {
        LogWriter.Append(_session, StoreRows.Alice, StoreRows.Rows("m", 3), default);

        Changes(() => LogWriter.Append(_session, StoreRows.Alice, StoreRows.Rows("m", 3), default)).ShouldBe(0);
    }

    private void Commit(DerivedCommit commit) =>
        _version = DerivedWriter.Commit(_session, StoreRows.Alice, commit with { ExpectedVersion = _version }, default);

    private long Changes(Action write)
    {
        var before = _session.Scalar("SELECT total_changes()");
        write();
        return _session.Scalar("SELECT total_changes()") - before;
    }
}
