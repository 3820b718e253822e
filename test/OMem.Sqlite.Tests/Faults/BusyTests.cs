namespace OMem.Sqlite.Tests.Faults;

/// <summary>Another process holds the write lock.</summary>
public sealed class BusyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private string Path => _folder.File("store.omem");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Append_LockHeldTooLong_IsBusyAndStoresNothing()
    {
        await using var store = await StoreRows.OpenAsync(Path, busyTimeout: TimeSpan.FromMilliseconds(30));
        await store.AppendAsync(StoreRows.Alice, StoreRows.Rows("m", 2));
        using (var other = StoreRows.Connect(Path))
        {
            other.Run("BEGIN IMMEDIATE");
            var appends = Enumerable.Range(0, 5).Select(i => store.AppendAsync(StoreRows.Alice, StoreRows.Rows($"late{i}-", 1))).ToArray();

            foreach (var append in appends)
            {
                var fault = await Should.ThrowAsync<MemoryStoreException>(() => append);
                fault.Fault.ShouldBe(MemoryStoreFault.Busy);
                fault.IsTransient.ShouldBeTrue();
            }

            (await StoreRows.LogIdsAsync(store)).ShouldBe(["m1", "m2"]);
        }

        (await store.AppendAsync(StoreRows.Alice, StoreRows.Rows("now", 1))).LogSequence.ShouldBe(3);
    }

    [Fact]
    public async Task Read_LockHeld_DoesNotWait()
    {
        await using var store = await StoreRows.OpenAsync(Path);
        await store.AppendAsync(StoreRows.Alice, StoreRows.Rows("m", 2));
        using var other = StoreRows.Connect(Path);
        other.Run("BEGIN IMMEDIATE");
        other.Run("DELETE FROM interaction");

        (await store.GetHeadAsync(StoreRows.Alice)).LogSequence.ShouldBe(2);
        (await StoreRows.LogIdsAsync(store)).ShouldBe(["m1", "m2"]);
        (await store.ClaimAsync(new ClaimRequest(new MemoryScope("acme", "nobody"), "w", 1, StoreRows.Noon, StoreRows.Noon))).ShouldBeNull();
    }

    [Fact]
    public async Task Append_CancelledWhileWaiting_EndsAndStoresNothing()
    {
        await using var store = await StoreRows.OpenAsync(Path, busyTimeout: TimeSpan.FromMinutes(5));
        using var source = new CancellationTokenSource();
        using (var other = StoreRows.Connect(Path))
        {
            other.Run("BEGIN IMMEDIATE");
            var cancelled = store.AppendAsync(StoreRows.Alice, StoreRows.Rows("never", 1), source.Token);
            await source.CancelAsync();

            await Should.ThrowAsync<OperationCanceledException>(() => cancelled);
        }

        (await store.AppendAsync(StoreRows.Alice, StoreRows.Rows("m", 1))).LogSequence.ShouldBe(1);
        (await StoreRows.LogIdsAsync(store)).ShouldBe(["m1"]);
    }

    [Fact]
    public async Task Append_LockGivenBack_GoesOn()
    {
        await using var store = await StoreRows.OpenAsync(Path);
        Task<AppendResult> append;
        using (var other = StoreRows.Connect(Path))
        {
            other.Run("BEGIN IMMEDIATE");
            append = store.AppendAsync(StoreRows.Alice, StoreRows.Rows("m", 1));
            append.IsCompleted.ShouldBeFalse();
            other.Run("ROLLBACK");
        }

        (await append).LogSequence.ShouldBe(1);
    }

    [Fact]
    public async Task Append_ManyWaitTogether_ShareOneTransaction()
    {
        await using var store = await StoreRows.OpenAsync(Path);
        await store.AppendAsync(StoreRows.Alice, StoreRows.Rows("m", 1));
        var before = new FileInfo(Path + "-wal").Length;
        Task<AppendResult>[] appends;
        using (var other = StoreRows.Connect(Path))
        {
            other.Run("BEGIN IMMEDIATE");
            appends = [.. Enumerable.Range(0, 40).Select(i => store.AppendAsync(StoreRows.Alice, StoreRows.Rows($"c{i}-", 1)))];
            other.Run("ROLLBACK");
        }

        await Task.WhenAll(appends);

        // Alone each would write at least the pages of scope, interaction, its index and outbox: 160 in all.
        var pages = (new FileInfo(Path + "-wal").Length - before) / (4096 + 24);
        pages.ShouldBeLessThan(40);
        (await store.GetHeadAsync(StoreRows.Alice)).LogSequence.ShouldBe(41);
    }
}
