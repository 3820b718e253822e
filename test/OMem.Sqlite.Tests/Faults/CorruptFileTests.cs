namespace OMem.Sqlite.Tests.Faults;

public sealed class CorruptFileTests : IAsyncLifetime
{
    private const int Page = 4096;

    private readonly TemporaryFolder _folder = new();
    private string Path => _folder.File("store.omem");

    public async ValueTask InitializeAsync()
    {
        await using var store = await StoreRows.OpenAsync(Path);
        await store.AppendAsync(StoreRows.Alice, StoreRows.Rows("m", 400, new string('x', 400)));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task CheckIntegrity_SoundFile_FindsNothing()
    {
        await using var store = await StoreRows.OpenAsync(Path);

        (await store.CheckIntegrityAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_PagesOverwritten_IsCorrupt()
    {
        Overwrite(firstPage: 30, pages: 12);
        await using var store = await StoreRows.OpenAsync(Path);

        var fault = await Should.ThrowAsync<MemoryStoreException>(() => store.ReadLogAsync(StoreRows.Alice, 0).ToListAsync().AsTask());

        fault.Fault.ShouldBe(MemoryStoreFault.Corrupt);
        fault.Message.ShouldContain("restore a backup");
        (await store.CheckIntegrityAsync()).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Append_PagesOverwritten_IsCorruptAndTheQueueGoesOn()
    {
        Overwrite(await RootOfAsync("interaction_by_id"), pages: 1);
        await using var store = await StoreRows.OpenAsync(Path);

        for (var attempt = 0; attempt < 3; attempt++)
        {
            var fault = await Should.ThrowAsync<MemoryStoreException>(() => store.AppendAsync(StoreRows.Alice, StoreRows.Rows("new", 5)));
            fault.Fault.ShouldBe(MemoryStoreFault.Corrupt);
        }
    }

    [Fact]
    public async Task Open_FileCutShort_IsCorrupt()
    {
        using (var file = File.OpenWrite(Path))
        {
            file.SetLength(Page + 100);
        }

        var fault = await Should.ThrowAsync<MemoryStoreException>(async () =>
        {
            await using var store = await StoreRows.OpenAsync(Path);
            await store.ReadLogAsync(StoreRows.Alice, 0).ToListAsync();
        });

        fault.Fault.ShouldBe(MemoryStoreFault.Corrupt);
    }

    [Fact]
    public async Task CheckIntegrity_RowsMissingFromTheLog_SaysSo()
    {
        using (var file = StoreRows.Connect(Path))
        {
            file.Run("DELETE FROM interaction WHERE sequence = 7");
        }

        await using var store = await StoreRows.OpenAsync(Path);

        (await store.CheckIntegrityAsync()).ShouldHaveSingleItem().ShouldContain("log of 400");
    }

    private async Task<int> RootOfAsync(string name)
    {
        await using var file = StoreRows.Connect(Path);
        return (int)(long)file.Run($"SELECT rootpage FROM sqlite_schema WHERE name = '{name}'")!;
    }

    private void Overwrite(int firstPage, int pages)
    {
        using var file = File.OpenWrite(Path);
        file.Position = (firstPage - 1L) * Page;
        file.Write(Enumerable.Repeat((byte)0xA5, pages * Page).ToArray());
    }
}
