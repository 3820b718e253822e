using System.Text;

namespace OMem.Sqlite.Tests.Opening;

/// <summary>Files that are no store of ours, or not any more: a precise fault, and the file stays as it was.</summary>
public sealed class ForeignFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(5)]
    [InlineData(100)]
    [InlineData(511)]
    [InlineData(4096)]
    [InlineData(100_000)]
    public async Task Open_FileThatIsNoDatabase_IsNotAStore(int length)
    {
        var path = _folder.File("letter.txt");
        await File.WriteAllBytesAsync(path, [.. Enumerable.Repeat(Encoding.ASCII.GetBytes("Dear Sir or Madam, "), (length / 19) + 1).SelectMany(static bytes => bytes).Take(length)]);

        await IsRefusedAsync(path, MemoryStoreFault.NotAStore, "not a SQLite database");
    }

    [Theory]
    [InlineData("CREATE TABLE t (x); INSERT INTO t VALUES (1)")]
    [InlineData("PRAGMA application_id = 252006675; CREATE TABLE t (x)")]
    [InlineData("PRAGMA application_id = 252006675")]
    [InlineData("PRAGMA user_version = 3")]
    public async Task Open_DatabaseOfAnotherProgram_IsNotAStore(string sql)
    {
        var path = _folder.File("other.db");
        using (var other = StoreRows.Connect(path))
        {
            other.Run(sql);
        }

        await IsRefusedAsync(path, MemoryStoreFault.NotAStore, "another program");
    }

    [Fact]
    public async Task Open_DatabaseOfAnotherProgramWithALogNotYetMovedIn_LeavesBothFiles()
    {
        var source = _folder.File("live.db");
        var path = _folder.File("other.db");
        using (var other = StoreRows.Connect(source))
        {
            other.Run("PRAGMA journal_mode = WAL");
            other.Run("CREATE TABLE t (x); INSERT INTO t VALUES (1)");
            File.Copy(source, path);
            File.Copy(source + "-wal", path + "-wal");
        }

        var (file, log) = (await File.ReadAllBytesAsync(path), await File.ReadAllBytesAsync(path + "-wal"));
        await using var store = StoreRows.Store(path);

        (await Should.ThrowAsync<MemoryStoreException>(() => store.OpenAsync())).Fault.ShouldBe(MemoryStoreFault.NotAStore);

        (await File.ReadAllBytesAsync(path)).ShouldBe(file);
        (await File.ReadAllBytesAsync(path + "-wal")).ShouldBe(log);
    }

    [Fact]
    public async Task Open_NewerLayout_SaysBothVersions()
    {
        var path = _folder.File("store.omem");
        await (await StoreRows.OpenAsync(path)).DisposeAsync();
        using (var file = StoreRows.Connect(path))
        {
            file.Run("PRAGMA user_version = 99");
        }

        await IsRefusedAsync(path, MemoryStoreFault.NewerSchema, "version 99", "up to 4");
    }

    [Fact]
    public async Task Open_Folder_IsNotAStore()
    {
        await using var store = StoreRows.Store(_folder.Path);

        var fault = await Should.ThrowAsync<MemoryStoreException>(() => store.OpenAsync());

        fault.Fault.ShouldBe(MemoryStoreFault.NotAStore);
        fault.Message.ShouldContain("this is a folder");
    }

    [Fact]
    public async Task Open_RefusedOnce_CanBeOpenedWhenTheFileIsAway()
    {
        var path = _folder.File("store.omem");
        await File.WriteAllTextAsync(path, "not a database at all");
        await using var store = StoreRows.Store(path);
        await Should.ThrowAsync<MemoryStoreException>(() => store.OpenAsync());

        File.Delete(path);
        await store.OpenAsync();

        (await store.AppendAsync(StoreRows.Alice, StoreRows.Rows("m", 1))).LogSequence.ShouldBe(1);
    }

    private async Task IsRefusedAsync(string path, MemoryStoreFault fault, params string[] words)
    {
        var before = await File.ReadAllBytesAsync(path);
        await using var store = StoreRows.Store(path);

        var thrown = await Should.ThrowAsync<MemoryStoreException>(() => store.OpenAsync());

        thrown.Fault.ShouldBe(fault);
        thrown.IsTransient.ShouldBeFalse();
        thrown.Message.ShouldContain(path);
        foreach (var word in words)
        {
            thrown.Message.ShouldContain(word);
        }

        (await File.ReadAllBytesAsync(path)).ShouldBe(before);
        Directory.GetFiles(_folder.Path).ShouldBe([path]);
    }
}
