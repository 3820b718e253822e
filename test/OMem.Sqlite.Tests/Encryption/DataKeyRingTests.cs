using OMem.Encryption;
using OMem.Sqlite.Keys;

namespace OMem.Sqlite.Tests.Encryption;

/// <summary>What every key ring has to keep.</summary>
public abstract class DataKeyRingTests : IDisposable
{
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 60).Select(static i => (byte)i)];

    internal TemporaryFolder Folder { get; } = new();

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A handle on the one ring.</summary>
    protected abstract IDataKeyRing Open();

    [Fact]
    public async Task Add_NameThatIsThere_GivesTheEntryOfBefore()
    {
        await using var ring = Open();
        await using var other = Open();

        (await ring.AddAsync(Entry("b", "k1"))).KeyId.ShouldBe("k1");
        (await other.AddAsync(Entry("b", "k2"))).KeyId.ShouldBe("k1");
        await other.AddAsync(Entry("B", "k3"));

        (await ring.ListAsync()).Select(static entry => (entry.Name, entry.KeyId)).ShouldBe([("B", "k3"), ("b", "k1")]);
        var found = (await ring.FindAsync("b")).ShouldNotBeNull();
        found.Key.ShouldNotBeNull().Bytes.ToArray().ShouldBe(Bytes);
        found.Key.MasterKeyId.ShouldBe("master");
        found.SealedLabel.ToArray().ShouldBe([7]);
        (await ring.FindAsync("c")).ShouldBeNull();
    }

    [Fact]
    public async Task Add_FromManyAtOnce_GivesAllTheSame()
    {
        await using var ring = Open();
        await using var other = Open();

        var entries = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => (i % 2 == 0 ? ring : other).AddAsync(Entry("a", $"k{i}"))));

        entries.Select(static entry => entry.KeyId).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Destroy_LeavesAMarkThatIsRemovedByItsKeyIdAlone()
    {
        await using var ring = Open();
        await ring.AddAsync(Entry("a", "k1"));

        await ring.DestroyAsync("a");
        await ring.DestroyAsync("a");
        await ring.RemoveDestroyedAsync("a", "another");

        var mark = (await ring.FindAsync("a")).ShouldNotBeNull();
        mark.IsDestroyed.ShouldBeTrue();
        mark.KeyId.ShouldBe("k1");
        mark.SealedLabel.Length.ShouldBe(0);
        (await ring.AddAsync(Entry("a", "k2"))).IsDestroyed.ShouldBeTrue();
        await ring.RemoveDestroyedAsync("a", "k1");
        (await ring.FindAsync("a")).ShouldBeNull();
        (await ring.AddAsync(Entry("a", "k2"))).KeyId.ShouldBe("k2");
    }

    [Fact]
    public async Task RemoveDestroyed_LivingKey_StaysAndSoDoOthers()
    {
        await using var ring = Open();
        await ring.AddAsync(Entry("a", "k1"));

        await ring.RemoveDestroyedAsync("a", "k1");
        await ring.DestroyAsync("nothing");

        (await ring.ListAsync()).ShouldHaveSingleItem().IsDestroyed.ShouldBeFalse();
    }

    [Fact]
    public async Task Destroy_WhileHeld_WaitsForTheHold()
    {
        await using var ring = Open();
        await using var other = Open();
        await ring.AddAsync(Entry("a", "k1"));
        var first = await ring.HoldAsync("a");
        var second = await other.HoldAsync("a");
        first.Entry.ShouldNotBeNull().KeyId.ShouldBe("k1");

        var destroying = other.DestroyAsync("a");
        await first.DisposeAsync();
        await first.DisposeAsync();
        destroying.IsCompleted.ShouldBeFalse();
        (await ring.FindAsync("a").WaitAsync(TimeSpan.FromMinutes(1))).ShouldNotBeNull();
        await second.DisposeAsync();
        await destroying;

        await using var mark = await ring.HoldAsync("a");
        mark.Entry.ShouldNotBeNull().IsDestroyed.ShouldBeTrue();
    }

    [Fact]
    public async Task Hold_NameWithoutEntry_HoldsNothing()
    {
        await using var ring = Open();

        await using var hold = await ring.HoldAsync("a");

        hold.Entry.ShouldBeNull();
    }

    [Fact]
    public async Task Rewrap_OnlyTheSameLivingKeys_AreChanged()
    {
        await using var ring = Open();
        await ring.AddAsync(Entry("a", "k1"));
        await ring.AddAsync(Entry("b", "k2"));
        await ring.AddAsync(Entry("c", "k3"));
        await ring.DestroyAsync("b");
        var fresh = new WrappedKey("newer", new byte[] { 1 });

        await ring.RewrapAsync([.. new[] { ("a", "k1"), ("b", "k2"), ("c", "other"), ("d", "k4") }.Select(pair => new DataKeyEntry(pair.Item1, pair.Item2, fresh, default))]);

        (await ring.ListAsync()).Select(static entry => entry.Key?.MasterKeyId).ShouldBe(["newer", null, "master"]);
        (await ring.FindAsync("a")).ShouldNotBeNull().SealedLabel.Length.ShouldBe(1);
    }

    private static DataKeyEntry Entry(string name, string keyId) => new(name, keyId, new WrappedKey("master", Bytes), new byte[] { 7 });
}

public sealed class SqliteDataKeyRingTests : DataKeyRingTests
{
    protected override IDataKeyRing Open() => new SqliteDataKeyRing(Folder.File("ring.keys"));

    [Fact]
    public async Task Find_BeforeTheFirstKey_MakesNoFile()
    {
        await using var ring = Open();

        (await ring.ListAsync()).ShouldBeEmpty();
        await ring.DestroyAsync("a");
        await (await ring.HoldAsync("a")).DisposeAsync();

        Directory.GetFiles(Folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Add_MakesAFileForItsOwnerAlone()
    {
        await using var ring = Open();
        await ring.AddAsync(new DataKeyEntry("a", "k", new WrappedKey("m", new byte[] { 1 }), default));

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(ring.Location).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task Open_RingOfALaterVersion_IsRefused()
    {
        await using var ring = Open();
        using (var connection = StoreRows.Connect(ring.Location))
        {
            connection.Run("CREATE TABLE data_key (x); PRAGMA application_id = 1330472299; PRAGMA user_version = 9");
        }

        (await Should.ThrowAsync<MemoryStoreException>(() => ring.ListAsync())).Fault.ShouldBe(MemoryStoreFault.NewerSchema);
    }
}

public sealed class InMemoryDataKeyRingTests : DataKeyRingTests
{
    private readonly InMemoryDataKeyRing _ring = new();

    protected override IDataKeyRing Open() => _ring;
}
