using Microsoft.Data.Sqlite;
using OMem.Sqlite.Erasing;
using OMem.Sqlite.Tests.Efficiency;

namespace OMem.Sqlite.Tests.Erasing;

/// <summary>What is left in the files after an erase.</summary>
public sealed class EraseFilesTests : IDisposable
{
    private const string Secret = "the tale of the hidden cottage behind the mill";

    private static readonly MemoryScope Bob = new("acme", "bob");

    private readonly TemporaryFolder _folder = new();
    private string Path => _folder.File("store.omem");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Erase_WhileOpen_NothingIsInAnyByteOfTheFiles(bool whole)
    {
        await using var store = await StoreRows.OpenAsync(Path);
        await FillAsync(store);
        RawBytes.Holds(Path, Secret).ShouldBeTrue();

        var erased = await EraseAsync(store, whole);

        erased.IsClean.ShouldBeTrue();
        erased.NotClean.ShouldBeNull();
        erased.Search!.Found.ShouldBe(0);
        erased.Search.Fragments.ShouldBeGreaterThan(5);
        erased.Search.Bytes.ShouldBeGreaterThan(100_000);
        erased.Search.IsSample.ShouldBeFalse();
        RawBytes.Holds(Path, Secret).ShouldBeFalse();
        RawBytes.Holds(Path, Secret[..23]).ShouldBeFalse();
        (await store.DescribeAsync()).IsUnclean.ShouldBeFalse();
        (await store.CheckIntegrityAsync()).ShouldBeEmpty();
        (await store.GetHeadAsync(Bob)).LogSequence.ShouldBe(100);
    }

    [Fact]
    public async Task Erase_NotAsked_GivesNoSearchAndIsCleanAllTheSame()
    {
        await using var store = await StoreRows.OpenAsync(Path);
        await FillAsync(store);

        var erased = await store.EraseAsync(StoreRows.Alice, new ScopeErase());

        erased.Search.ShouldBeNull();
        erased.IsClean.ShouldBeTrue();
        RawBytes.Holds(Path, Secret).ShouldBeFalse();
    }

    [Fact]
    public async Task Erase_WhatAnotherScopeSaysToo_IsNotCounted()
    {
        await using var store = await StoreRows.OpenAsync(Path);
        await FillAsync(store);
        await store.AppendAsync(Bob, [StoreRows.Row("same", Secret)]);

        var erased = await store.EraseAsync(StoreRows.Alice, new ScopeErase { Verify = true });

        erased.Search!.Found.ShouldBe(0);
        erased.IsClean.ShouldBeTrue();
        RawBytes.Holds(Path, Secret).ShouldBeTrue();
    }

    [Fact]
    public async Task Erase_OldCopyInFreePages_IsFoundAndGoesToo()
    {
        await using var store = await StoreRows.OpenAsync(Path);
        await FillAsync(store);
        PlantInFreePages();
        (await store.SearchFilesAsync([Secret + " 19"])).Found.ShouldBe(0, "it is part of what is stored");

        var erased = await store.EraseAsync(StoreRows.Alice, new ScopeErase { Verify = true });

        erased.Search!.Found.ShouldBe(0);
        erased.IsClean.ShouldBeTrue();
        RawBytes.Holds(Path, Secret).ShouldBeFalse();
        store.Rewrites.ShouldBe(1, "only writing the file anew takes it away");
    }

    [Fact]
    public async Task SearchFiles_CopyInFreePages_IsFound()
    {
        await using var store = await StoreRows.OpenAsync(Path);
        await store.AppendAsync(Bob, StoreRows.Rows("b", 10));
        PlantInFreePages();

        var search = await store.SearchFilesAsync([Secret, "no such text anywhere"]);

        search.Found.ShouldBeGreaterThan(0);
        search.Fragments.ShouldBeGreaterThan(search.Found);
        (await store.SearchFilesAsync(["hello", "b10"])).Fragments.ShouldBe(0, "these are too short to be looked for");
    }

    [Fact]
    public async Task Erase_AnotherReadsFromTheLog_SaysSoAndIsFinishedByTheNext()
    {
        await using var store = await StoreRows.OpenAsync(Path, busyTimeout: TimeSpan.FromMilliseconds(50));
        await FillAsync(store);
        await using (var reader = StoreRows.Connect(Path))
        {
            reader.Run("BEGIN");
            reader.Run("SELECT count(*) FROM interaction");

            var erased = await store.EraseAsync(StoreRows.Alice, new ScopeErase { Verify = true });

            erased.Interactions.ShouldBe(40);
            erased.IsClean.ShouldBeFalse();
            erased.NotClean.ShouldNotBeNull().ShouldContain("kept reading");
            erased.Search!.Found.ShouldBeGreaterThan(0);
            (await store.DescribeAsync()).IsUnclean.ShouldBeTrue();
            (await StoreRows.LogIdsAsync(store)).ShouldBeEmpty();
        }

        (await store.EraseAsync(StoreRows.Alice, new ScopeErase { Verify = true })).IsClean.ShouldBeTrue();

        (await store.DescribeAsync()).IsUnclean.ShouldBeFalse();
        RawBytes.Holds(Path, Secret).ShouldBeFalse();
    }

    [Fact]
    public async Task Erase_AnotherReadsFromTheLogAndEnds_IsFinishedByItself()
    {
        await using var store = await StoreRows.OpenAsync(Path, busyTimeout: TimeSpan.FromMilliseconds(1));
        await FillAsync(store);
        await using (var reader = StoreRows.Connect(Path))
        {
            reader.Run("BEGIN");
            reader.Run("SELECT count(*) FROM interaction");
            (await store.EraseAsync(StoreRows.Alice, new ScopeErase())).IsClean.ShouldBeFalse();
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await store.DescribeAsync(limit.Token)).IsUnclean)
        {
            await Task.Yield();
        }

        RawBytes.Holds(Path, Secret).ShouldBeFalse();
    }

    [Fact]
    public async Task Erase_CancelledWhenTheRowsAreGone_TellsWhatWasDone()
    {
        await using var store = await StoreRows.OpenAsync(Path, busyTimeout: TimeSpan.FromMinutes(10));
        await FillAsync(store);
        using var source = new CancellationTokenSource();
        await using (var reader = StoreRows.Connect(Path))
        {
            reader.Run("BEGIN");
            reader.Run("SELECT count(*) FROM interaction");
            var erasing = store.EraseAsync(StoreRows.Alice, new ScopeErase(), source.Token);
            while (!(await store.DescribeAsync()).IsUnclean)
            {
                await Task.Yield();
            }

            await source.CancelAsync();
            var erased = await erasing;

            (erased.Interactions, erased.IsClean).ShouldBe((40, false));
            erased.NotClean.ShouldNotBeNull().ShouldContain("cancelled");
        }

        (await store.EraseAsync(StoreRows.Alice, new ScopeErase())).IsClean.ShouldBeTrue();
        RawBytes.Holds(Path, Secret).ShouldBeFalse();
    }

    [Fact]
    public async Task Open_AnEraseWasNotFinished_FinishesIt()
    {
        await using (var store = await StoreRows.OpenAsync(Path))
        {
            await store.AppendAsync(Bob, StoreRows.Rows("b", 100));
        }

        PlantInFreePages();
        await using (var file = StoreRows.Connect(Path))
        {
            file.Run("UPDATE erasure SET count = count + 1, unclean = 1");
        }

        RawBytes.Holds(Path, Secret).ShouldBeTrue();
        await using var opened = await StoreRows.OpenAsync(Path);

        RawBytes.Holds(Path, Secret).ShouldBeFalse();
        (await opened.DescribeAsync()).IsUnclean.ShouldBeFalse();
        (await opened.CheckIntegrityAsync()).ShouldBeEmpty();
        (await opened.GetHeadAsync(Bob)).LogSequence.ShouldBe(100);
    }

    [Fact]
    public async Task Erase_UnknownScopeWhileAnEraseIsUnfinished_FinishesIt()
    {
        await using var store = await StoreRows.OpenAsync(Path);
        await store.AppendAsync(Bob, StoreRows.Rows("b", 10));
        PlantInFreePages();
        await using (var file = StoreRows.Connect(Path))
        {
            file.Run("UPDATE erasure SET unclean = 1");
        }

        (await store.EraseAsync(StoreRows.Alice, new ScopeErase())).IsClean.ShouldBeTrue();

        RawBytes.Holds(Path, Secret).ShouldBeFalse();
        (await store.DescribeAsync()).IsUnclean.ShouldBeFalse();
    }

    [Fact]
    public async Task LiveRows_Tables_AreAllOfTheSchema()
    {
        await using (await StoreRows.OpenAsync(Path))
        {
        }

        await using var file = StoreRows.Connect(Path);
        using var command = new SqliteCommand("SELECT name FROM sqlite_schema WHERE type = 'table'", file);
        using var row = await command.ExecuteReaderAsync();
        List<string> tables = ["sqlite_schema"];
        while (await row.ReadAsync())
        {
            tables.Add(row.GetString(0));
        }

        LiveRows.Tables.ShouldBe(tables.Select(static name => "SELECT * FROM " + name), ignoreOrder: true);
    }

    /// <summary>Writes the text and deletes it as a program does that does not care.</summary>
    private void PlantInFreePages()
    {
        using var file = StoreRows.Connect(Path);
        file.Run("PRAGMA secure_delete = OFF");
        file.Run($"CREATE TABLE planted AS WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 200) SELECT '{Secret} ' || i AS text FROM n");
        file.Run("DROP TABLE planted");
    }

    private static async Task FillAsync(SqliteMemoryStore store)
    {
        for (var i = 0; i < 20; i++)
        {
            await store.AppendAsync(Bob, StoreRows.Rows($"b{i}-", 5, $"An ordinary word of {i}. " + new string('y', 700)));
            await store.AppendAsync(StoreRows.Alice, StoreRows.Rows($"a{i}-", 2, $"{Secret} {i}"));
        }

        await store.CommitAsync(StoreRows.Alice, DerivedSample.Commit("x", [1], Secret + " in one"));
    }

    private static Task<ScopeErased> EraseAsync(SqliteMemoryStore store, bool whole) => store.EraseAsync(
        StoreRows.Alice,
        whole ? new ScopeErase { Verify = true } : new ScopeErase
        {
            Verify = true,
            Sequences = [.. Enumerable.Range(1, 40).Select(static i => (long)i)],
            Commit = new DerivedCommit { ExpectedVersion = 1, RemovedItems = ["x"], RemovedTopics = ["x"], RemovedClusters = ["x"] },
            Ledger = [DerivedSample.Commit("x", []).Ledger[0] with { Sequence = 1, ItemId = "y" }],
        });
}
