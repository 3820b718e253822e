namespace OMem.Sqlite.Tests.Faults;

public sealed class FullDiskTests
{
    private static readonly string Long = new('x', 2_000);

    [Fact]
    public async Task Append_PageLimitReached_IsFullAndKeepsWhatWasAcknowledged()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("store.omem");
        var acknowledged = new List<string>();
        await using (var store = await StoreRows.OpenAsync(path, maxPages: 120))
        {
            await FillAsync(store, acknowledged);
            (await StoreRows.LogIdsAsync(store)).ShouldBe(acknowledged);
            (await store.GetOutboxStatusAsync(StoreRows.Alice)).Pending.ShouldBe(acknowledged.Count);
        }

        await using var unlimited = await StoreRows.OpenAsync(path);
        (await unlimited.CheckIntegrityAsync()).ShouldBeEmpty();
        (await unlimited.AppendAsync(StoreRows.Alice, StoreRows.Rows("more", 50, Long))).LogSequence.ShouldBe(acknowledged.Count + 50);
    }

    [Fact]
    public async Task Append_ManyAtOnceOnAFullFile_EveryAnswerIsTrue()
    {
        using var folder = new TemporaryFolder();
        await using var store = await StoreRows.OpenAsync(folder.File("store.omem"), maxPages: 120);

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(async () =>
        {
            try
            {
                await store.AppendAsync(StoreRows.Alice, StoreRows.Rows($"c{i}-", 4, Long));
                return i;
            }
            catch (MemoryStoreException fault) when (fault.Fault is MemoryStoreFault.Full)
            {
                return -1;
            }
        })));

        answers.ShouldContain(-1);
        answers.ShouldContain(static answer => answer >= 0);
        (await StoreRows.LogIdsAsync(store)).Order(StringComparer.Ordinal).ShouldBe(
            answers.Where(static answer => answer >= 0).SelectMany(static i => Enumerable.Range(1, 4).Select(row => $"c{i}-{row}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Append_DiskFull_IsFullAndWorksAgainWhenThereIsSpace()
    {
        using var disk = TemporaryFileSystem.MountOrSkip(megabytes: 2);
        var acknowledged = new List<string>();
        await using var store = await StoreRows.OpenAsync(disk.File("store.omem"));
        await store.AppendAsync(StoreRows.Alice, [StoreRows.Row("first")]);
        acknowledged.Add("first");

        var filler = disk.FillUp();
        await FillAsync(store, acknowledged);
        (await StoreRows.LogIdsAsync(store)).ShouldBe(acknowledged);
        File.Delete(filler);

        (await store.AppendAsync(StoreRows.Alice, StoreRows.Rows("again", 20, Long))).LogSequence.ShouldBe(acknowledged.Count + 20);
        (await store.CheckIntegrityAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Open_DiskFull_IsFull()
    {
        using var disk = TemporaryFileSystem.MountOrSkip(megabytes: 1);
        disk.FillUp();
        await using var store = StoreRows.Store(disk.File("store.omem"));

        var fault = await Should.ThrowAsync<MemoryStoreException>(() => store.OpenAsync());

        fault.Fault.ShouldBe(MemoryStoreFault.Full);
    }

    private static async Task FillAsync(SqliteMemoryStore store, List<string> acknowledged)
    {
        var fault = await Should.ThrowAsync<MemoryStoreException>(async () =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                var rows = StoreRows.Rows($"b{i}-", 3, Long);
                await store.AppendAsync(StoreRows.Alice, rows);
                acknowledged.AddRange(rows.Select(static row => row.Interaction.Id));
            }
        });

        fault.Fault.ShouldBe(MemoryStoreFault.Full);
        fault.Message.ShouldContain("no space is left");
        fault.IsTransient.ShouldBeFalse();
    }
}
