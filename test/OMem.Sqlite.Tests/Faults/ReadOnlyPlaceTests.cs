namespace OMem.Sqlite.Tests.Faults;

/// <summary>Places that cannot be written. A read-only file system refuses root too; rights of files do not, so those are tested as another user only.</summary>
public sealed class ReadOnlyPlaceTests
{
    [Fact]
    public async Task Open_FolderIsAFile_IsReadOnly()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("plain"), "x");

        await IsRefusedAsync(Path.Combine(folder.Path, "plain", "store.omem"));
        await IsRefusedAsync(Path.Combine(folder.Path, "plain", "deeper", "store.omem"));
    }

    [Fact]
    public async Task Open_NewFileOnAReadOnlyDisk_IsReadOnly()
    {
        using var disk = TemporaryFileSystem.MountOrSkip(megabytes: 1);
        disk.MakeReadOnly();

        await IsRefusedAsync(disk.File("store.omem"));
        await IsRefusedAsync(Path.Combine(disk.File("folder"), "store.omem"));
    }

    [Fact]
    public async Task Open_StoreOnAReadOnlyDisk_IsReadOnly()
    {
        using var disk = TemporaryFileSystem.MountOrSkip(megabytes: 2);
        await using (var store = await StoreRows.OpenAsync(disk.File("store.omem")))
        {
            await store.AppendAsync(StoreRows.Alice, StoreRows.Rows("m", 3));
        }

        disk.MakeReadOnly();

        await IsRefusedAsync(disk.File("store.omem"));
    }

    [Fact]
    public async Task Open_FileWithoutTheRightToWrite_IsReadOnly()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Rights of files are set in the Unix way here.");
            return;
        }

        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Root may write to every file.");
        using var folder = new TemporaryFolder();
        var path = folder.File("store.omem");
        await (await StoreRows.OpenAsync(path)).DisposeAsync();
        File.SetUnixFileMode(path, UnixFileMode.UserRead);

        await IsRefusedAsync(path);
    }

    private static async Task IsRefusedAsync(string path)
    {
        await using var store = StoreRows.Store(path);

        var fault = await Should.ThrowAsync<MemoryStoreException>(() => store.OpenAsync());

        fault.Fault.ShouldBe(MemoryStoreFault.ReadOnly);
        fault.Message.ShouldContain(path);
        fault.IsTransient.ShouldBeFalse();
    }
}
