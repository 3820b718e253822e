namespace OMem.Sqlite.Tests;

public sealed class OptionsTests
{
    [Fact]
    public void New_SeveralFaults_NamesThemAll()
    {
        var fault = Should.Throw<ArgumentException>(() => new SqliteMemoryStore(new SqliteMemoryStoreOptions
        {
            Path = " ",
            BusyTimeout = TimeSpan.FromSeconds(-1),
            Durability = (SqliteDurability)7,
        }));

        fault.Message.ShouldContain("Path is empty");
        fault.Message.ShouldContain("BusyTimeout must be 0 to 1 hour");
        fault.Message.ShouldContain("Durability 7");
    }

    [Fact]
    public void New_PathWithNul_IsRefused() =>
        Should.Throw<ArgumentException>(() => StoreRows.Store("a\0b")).Message.ShouldContain("NUL");

    [Fact]
    public void New_Defaults_PromiseDurability()
    {
        var options = new SqliteMemoryStoreOptions();

        options.Durability.ShouldBe(SqliteDurability.Full);
        options.BusyTimeout.ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task New_OptionsChangedAfterwards_DoesNotMatter()
    {
        using var folder = new TemporaryFolder();
        var options = new SqliteMemoryStoreOptions { Path = folder.File("a.omem") };
        await using var store = new SqliteMemoryStore(options);

        options.Path = folder.File("b.omem");
        await store.OpenAsync();

        File.Exists(folder.File("a.omem")).ShouldBeTrue();
        File.Exists(folder.File("b.omem")).ShouldBeFalse();
    }
}
