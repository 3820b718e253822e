using System.Text;
using OMem.Encryption;

namespace OMem.Sqlite.Tests.Encryption;

/// <summary>Erasing a scope destroys its key first, so that copies of the store die with it.</summary>
public sealed class KeyErasureTests : IDisposable
{
    private readonly SealedPlace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Erase_CopyOfTheStoreFromBefore_CannotBeReadWithTheRingOfAfter()
    {
        using var backup = new SealedPlace(_place.Key);
        await FillAsync();
        _place.CopyTo(backup);
        await using (var restored = await backup.OpenAsync())
        {
            (await StoreRows.LogIdsAsync(restored)).ShouldBe(["m1"]);
        }

        await using (var store = await _place.OpenAsync())
        {
            await store.EraseAsync(StoreRows.Alice, new ScopeErase());
        }

        _place.CopyTo(backup, store: false);
        await using var dead = await backup.OpenAsync();

        (await Should.ThrowAsync<EncryptionException>(() => dead.ReadLogAsync(StoreRows.Alice, 0).ToListAsync().AsTask())).Fault.ShouldBe(EncryptionFault.DataKeyMissing);
        (await dead.ReadLogAsync(Bob, 0).ToListAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Erase_TheKeysBytes_AreNotInTheRingAnyMore()
    {
        await FillAsync();
        byte[] wrapped;
        await using (var store = await _place.OpenAsync())
        {
            await using var ring = _place.Ring();
            wrapped = await OnlyErasedAsync(ring, async () => await store.EraseAsync(StoreRows.Alice, new ScopeErase()));
        }

        File.ReadAllBytes(_place.RingPath).AsSpan().IndexOf(wrapped).ShouldBe(-1);
        File.Exists(_place.RingPath + "-journal").ShouldBeFalse();
        Directory.GetFiles(_place.Folder).ShouldNotContain(file => file.StartsWith(_place.RingPath + "-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Erase_ThenWrite_BeginsAnewUnderAnotherKey()
    {
        await FillAsync();
        await using var store = await _place.OpenAsync();
        await using var other = await _place.OpenAsync();
        await StoreRows.LogIdsAsync(other);
        var before = (await store.GetHeadAsync(StoreRows.Alice)).Epoch;

        var erased = await store.EraseAsync(StoreRows.Alice, new ScopeErase());

        erased.Interactions.ShouldBe(1);
        (await store.GetHeadAsync(StoreRows.Alice)).LogSequence.ShouldBe(0);
        (await StoreRows.LogIdsAsync(other)).ShouldBeEmpty();
        await other.AppendAsync(StoreRows.Alice, [StoreRows.Row("again")]);
        (await StoreRows.LogIdsAsync(store)).ShouldBe(["again"]);
        (await StoreRows.LogIdsAsync(other)).ShouldBe(["again"]);
        (await other.GetHeadAsync(StoreRows.Alice)).Epoch.ShouldNotBe(before);
        await using var ring = _place.Ring();
        (await ring.ListAsync()).Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("open")]
    [InlineData("read")]
    [InlineData("write")]
    [InlineData("erase")]
    public async Task Erase_BrokenOffAfterTheKey_IsFinishedByTheNextOne(string next)
    {
        await FillAsync();
        await using var store = await _place.OpenAsync();
        await using (var ring = _place.Ring())
        {
            var scopes = (await ring.ListAsync()).Where(static entry => entry.Name is not "store").Select(static entry => entry.Name);
            foreach (var name in scopes)
            {
                await ring.DestroyAsync(name);
            }
        }

        switch (next)
        {
            case "open":
                await (await _place.OpenAsync()).DisposeAsync();
                break;
            case "read":
                await Should.ThrowAsync<MemoryStoreException>(() => StoreRows.LogIdsAsync(store));
                break;
            case "write":
                await store.AppendAsync(StoreRows.Alice, [StoreRows.Row("new")]);
                break;
            default:
                (await store.EraseAsync(StoreRows.Alice, new ScopeErase())).Interactions.ShouldBe(1);
                break;
        }

        (await StoreRows.LogIdsAsync(store)).ShouldBe(next is "write" ? ["new"] : []);
        await using var plain = await StoreRows.OpenAsync(_place.Path);
        (await plain.ListScopesAsync()).Count.ShouldBe(next switch { "open" => 0, "write" => 2, _ => 1 });
    }

    [Fact]
    public async Task Erase_SomeInteractions_KeepsTheKey()
    {
        await FillAsync();
        await using var store = await _place.OpenAsync();
        await store.AppendAsync(StoreRows.Alice, [StoreRows.Row("m2")]);

        (await store.EraseAsync(StoreRows.Alice, new ScopeErase { Sequences = [1] })).Interactions.ShouldBe(1);

        (await StoreRows.LogIdsAsync(store)).ShouldBe(["m2"]);
    }

    [Fact]
    public async Task Erase_NothingOfAScopeThatIsGone_MakesItNoKey()
    {
        await FillAsync();
        await using var store = await _place.OpenAsync();
        await store.EraseAsync(StoreRows.Alice, new ScopeErase());

        await store.EraseAsync(StoreRows.Alice, new ScopeErase { Sequences = [], Verify = true });

        await using var ring = _place.Ring();
        (await ring.ListAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Erase_ByTheEngine_TakesThePersonOutOfStoreAndRing()
    {
        await using var store = await _place.OpenAsync();
        await using var engine = new MemoryEngine(store, options: new OMemOptions { BackgroundUnderstanding = false });
        var memory = engine.ForScope(StoreRows.Alice);
        await memory.RememberAsync([StoreRows.Row("m1", "I live in Oslo.").Interaction, StoreRows.Row("m2", "I love jazz.").Interaction]);
        await memory.FlushAsync();
        await engine.ForScope(Bob).RememberAsync([StoreRows.Row("m1", "I live in Rome.").Interaction]);

        var some = await memory.EraseAsync(new MemorySelection { Interactions = ["m1"] }, Why, new EraseOptions { Verify = true });
        (await memory.RecallAsync(new RecallQuery("What do I love?"))).Items.ShouldNotBeEmpty();
        var all = await memory.EraseAsync(MemorySelection.All, Why, new EraseOptions { Verify = true });

        some.FoundFragments.ShouldBe(0);
        some.SearchedFragments.ShouldNotBeNull().ShouldBeGreaterThan(0);
        all.FoundFragments.ShouldBe(0);
        all.Interactions.ShouldBe(1);
        (await engine.ListScopesAsync()).ShouldBe([Bob]);
        await using var ring = _place.Ring();
        (await ring.ListAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Erase_WhileOthersWrite_NeverLeavesARowWithoutAKey()
    {
        await using var store = await _place.OpenAsync();
        await using var other = await _place.OpenAsync();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 60; i++)
            {
                await other.AppendAsync(StoreRows.Alice, [StoreRows.Row($"m{i}")]);
            }
        });
        while (!writing.IsCompleted)
        {
            await store.EraseAsync(StoreRows.Alice, new ScopeErase());
        }

        await writing;
        await store.AppendAsync(StoreRows.Alice, [StoreRows.Row("last")]);
        (await StoreRows.LogIdsAsync(store))[^1].ShouldBe("last");
        (await StoreRows.LogIdsAsync(other))[^1].ShouldBe("last");
    }

    private static CorrectionNote Why => new("admin", "asked for");

    private static MemoryScope Bob => new("acme", "bob");

    private async Task FillAsync()
    {
        await using var store = await _place.OpenAsync();
        await store.AppendAsync(StoreRows.Alice, [StoreRows.Row("m1")]);
        await store.AppendAsync(Bob, [StoreRows.Row("m1")]);
    }

    private static async Task<byte[]> OnlyErasedAsync(IDataKeyRing ring, Func<Task> erase)
    {
        var before = await ring.ListAsync();
        await erase();
        var after = (await ring.ListAsync()).Select(static entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        return before.Single(entry => !after.Contains(entry.Name)).Key!.Bytes.ToArray();
    }
}
