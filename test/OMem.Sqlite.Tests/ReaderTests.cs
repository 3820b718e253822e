namespace OMem.Sqlite.Tests;

public sealed class ReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ReadLog_ConsumerPauses_DoesNotHoldUpTheCheckpoint()
    {
        var path = _folder.File("store.omem");
        await using var store = await StoreRows.OpenAsync(path);
        await store.AppendAsync(StoreRows.Alice, StoreRows.Rows("m", 3_000));

        await using var rows = store.ReadLogAsync(StoreRows.Alice, 0).GetAsyncEnumerator();
        (await rows.MoveNextAsync()).ShouldBeTrue();
        await store.AppendAsync(StoreRows.Alice, StoreRows.Rows("later", 5));
        using var other = StoreRows.Connect(path);

        // Column 0: whether somebody was in the way.
        other.Run("PRAGMA wal_checkpoint(TRUNCATE)").ShouldBe(0L);
        new FileInfo(path + "-wal").Length.ShouldBe(0);
    }

    [Fact]
    public async Task Read_ManyAtOnce_AllAnswer()
    {
        await using var store = await StoreRows.OpenAsync(_folder.File("store.omem"));
        await store.AppendAsync(StoreRows.Alice, StoreRows.Rows("m", 50));

        var reads = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(async () =>
            i % 2 == 0 ? (await store.GetHeadAsync(StoreRows.Alice)).LogSequence : (await store.ReadIndexAsync(StoreRows.Alice, 0).CountAsync()))));

        reads.ShouldAllBe(static count => count == 50);
    }
}
