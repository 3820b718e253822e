using OMem.Sqlite.Tests.Erasing;

namespace OMem.Sqlite.Tests.Faults;

/// <summary>Erasing when there is no space left: it frees none before it has written some.</summary>
public sealed class EraseFullDiskTests
{
    private const string Secret = "the tale of the hidden cottage behind the mill";

    private static readonly MemoryScope Bob = new("acme", "bob");

    [Fact]
    public async Task Erase_FileAtItsPageLimit_WorksAllTheSame()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("store.omem");
        await using var store = await StoreRows.OpenAsync(path, maxPages: 120);
        await store.AppendAsync(StoreRows.Alice, StoreRows.Rows("m", 20, Secret));
        await Should.ThrowAsync<MemoryStoreException>(() => store.AppendAsync(Bob, StoreRows.Rows("b", 1000, new string('x', 2_000))));

        var erased = await store.EraseAsync(StoreRows.Alice, new ScopeErase { Verify = true });

        (erased.Interactions, erased.IsClean, erased.Search!.Found).ShouldBe((20, true, 0));
        RawBytes.Holds(path, Secret).ShouldBeFalse();
        (await store.CheckIntegrityAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Erase_DiskFull_IsFullAndErasesNothing()
    {
        using var disk = TemporaryFileSystem.MountOrSkip(megabytes: 2);
        await using var store = await StoreRows.OpenAsync(disk.File("store.omem"));
        await store.AppendAsync(StoreRows.Alice, StoreRows.Rows("m", 100, Secret));
        var filler = disk.FillUp();

        var fault = await Should.ThrowAsync<MemoryStoreException>(() => store.EraseAsync(StoreRows.Alice, new ScopeErase()));

        fault.Fault.ShouldBe(MemoryStoreFault.Full);
        (await StoreRows.LogIdsAsync(store)).Length.ShouldBe(100);
        (await store.DescribeAsync()).IsUnclean.ShouldBeFalse();
        File.Delete(filler);
        (await store.EraseAsync(StoreRows.Alice, new ScopeErase())).IsClean.ShouldBeTrue();
        (await store.CheckIntegrityAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Erase_NoSpaceToWriteTheFileAnew_SaysSoAndIsFinishedWhenThereIs()
    {
        const int LeftFree = 1 << 20;
        using var disk = TemporaryFileSystem.MountOrSkip(megabytes: 16);
        var path = disk.File("store.omem");
        await using var store = await StoreRows.OpenAsync(path);
        await store.AppendAsync(Bob, StoreRows.Rows("b", 1_000, new string('x', 2_000)));
        await store.AppendAsync(StoreRows.Alice, StoreRows.Rows("m", 5, Secret));
        await using (var file = StoreRows.Connect(path))
        {
            file.Run("PRAGMA secure_delete = OFF");
            file.Run($"CREATE TABLE planted AS SELECT '{Secret}' AS text");
            file.Run("DROP TABLE planted");
            file.Run("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        var filler = disk.FillUp();
        await using (var file = File.OpenWrite(filler))
        {
            file.SetLength(file.Length - LeftFree);
        }

        var erased = await store.EraseAsync(StoreRows.Alice, new ScopeErase { Verify = true });

        (erased.Interactions, erased.IsClean).ShouldBe((5, false));
        erased.NotClean.ShouldNotBeNull().ShouldContain("no space is left");
        (await store.DescribeAsync()).IsUnclean.ShouldBeTrue();
        (await store.GetHeadAsync(Bob)).LogSequence.ShouldBe(1_000);
        File.Delete(filler);
        (await store.EraseAsync(StoreRows.Alice, new ScopeErase { Verify = true })).IsClean.ShouldBeTrue();
        RawBytes.Holds(path, Secret).ShouldBeFalse();
        (await store.CheckIntegrityAsync()).ShouldBeEmpty();
    }
}
