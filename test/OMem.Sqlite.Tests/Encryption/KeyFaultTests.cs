using OMem.Encryption;
using OMem.Sqlite.Keys;

namespace OMem.Sqlite.Tests.Encryption;

/// <summary>A wrong, missing or half-rotated key, a lost or foreign ring: a clear error, and nothing is changed or lost.</summary>
public sealed class KeyFaultTests : IDisposable
{
    private readonly SealedPlace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Open_WithAnotherKey_NamesBothAndLosesNothing()
    {
        await FillAsync();
        var other = MasterKeys.NewKey();

        var fault = await _place.RefusedAsync(other);

        fault.Fault.ShouldBe(EncryptionFault.MasterKeyMissing);
        fault.MasterKeyId.ShouldBe(SealedPlace.IdOf(_place.Key));
        fault.Message.ShouldContain(SealedPlace.IdOf(_place.Key));
        fault.Message.ShouldContain(SealedPlace.IdOf(other));
        fault.Message.ShouldNotContain(other);
        await StillThereAsync();
    }

    [Fact]
    public async Task Open_EngineWithoutKey_RefusesTheSealedStore()
    {
        await FillAsync();
        await using var store = StoreRows.Store(_place.Path);
        await using var engine = new MemoryEngine(store, options: new OMemOptions { BackgroundUnderstanding = false });

        var listing = await Should.ThrowAsync<EncryptionException>(() => engine.ListScopesAsync());
        var recalling = await Should.ThrowAsync<EncryptionException>(() => engine.ForScope(StoreRows.Alice).RecallAsync(new RecallQuery("hello")));

        listing.Fault.ShouldBe(EncryptionFault.KeyRequired);
        listing.Message.ShouldContain("OMEM_KEY");
        recalling.Fault.ShouldBe(EncryptionFault.KeyRequired);
    }

    [Fact]
    public async Task Open_EngineWithKey_Works()
    {
        await using var store = _place.Create();
        await using var engine = new MemoryEngine(store, options: new OMemOptions { BackgroundUnderstanding = false });
        var memory = engine.ForScope(StoreRows.Alice);
        await memory.RememberAsync([StoreRows.Row("m1", "I live in Oslo.").Interaction]);
        await memory.FlushAsync();

        (await memory.RecallAsync(new RecallQuery("Where do I live?"))).Items.ShouldNotBeEmpty();
        (await memory.GetStatusAsync()).Store.MasterKeyId.ShouldBe(SealedPlace.IdOf(_place.Key));
    }

    [Fact]
    public async Task Open_PlainStoreWithAKey_SaysHowToConvertAndLeavesNoRing()
    {
        await using (var plain = await StoreRows.OpenAsync(_place.Path))
        {
            await plain.AppendAsync(StoreRows.Alice, [StoreRows.Row("m1")]);
        }

        var fault = await _place.RefusedAsync();

        fault.Fault.ShouldBe(EncryptionFault.NotEncrypted);
        fault.Message.ShouldContain("omem encrypt");
        File.Exists(_place.RingPath).ShouldBeFalse();
        await using var again = await StoreRows.OpenAsync(_place.Path);
        (await StoreRows.LogIdsAsync(again)).ShouldBe(["m1"]);
    }

    [Fact]
    public async Task Open_RingLost_RefusesInsteadOfMakingANewOne()
    {
        await FillAsync();
        var saved = _place.RingPath + ".saved";
        File.Move(_place.RingPath, saved);

        var fault = await _place.RefusedAsync();

        fault.Fault.ShouldBe(EncryptionFault.DataKeyMissing);
        fault.Message.ShouldContain(_place.RingPath);
        File.Exists(_place.RingPath).ShouldBeFalse();
        File.Move(saved, _place.RingPath);
        await StillThereAsync();
    }

    [Fact]
    public async Task Open_RingOfAnotherStore_IsRefused()
    {
        await FillAsync();
        using var other = new SealedPlace(_place.Key);
        await using (await other.OpenAsync())
        {
        }

        other.CopyTo(_place, store: false);

        (await _place.RefusedAsync()).Fault.ShouldBe(EncryptionFault.DataKeyMissing);
    }

    [Fact]
    public async Task Read_RingOlderThanTheScope_SaysThatItsKeyIsMissing()
    {
        await FillAsync();
        using var old = new SealedPlace(_place.Key);
        _place.CopyTo(old, store: false);
        await using (var store = await _place.OpenAsync())
        {
            await store.AppendAsync(SealedSample.Scope, [SealedSample.Row(1)]);
        }

        old.CopyTo(_place, store: false);
        await using var reopened = await _place.OpenAsync();

        (await Should.ThrowAsync<EncryptionException>(() => reopened.ReadLogAsync(SealedSample.Scope, 0).ToListAsync().AsTask())).Fault.ShouldBe(EncryptionFault.DataKeyMissing);
        (await Should.ThrowAsync<EncryptionException>(() => reopened.ListScopesAsync())).Fault.ShouldBe(EncryptionFault.DataKeyMissing);
        (await StoreRows.LogIdsAsync(reopened)).ShouldBe(["m1"]);
    }

    [Fact]
    public async Task Open_DamagedWrappedKey_SaysSo()
    {
        await FillAsync();
        using (var connection = StoreRows.Connect(_place.RingPath))
        {
            connection.Run("UPDATE data_key SET wrapped = CAST(substr(wrapped, 1, 20) || x'00' || substr(wrapped, 22) AS BLOB) WHERE name = 'store'");
        }

        (await _place.RefusedAsync()).Fault.ShouldBe(EncryptionFault.Damaged);
    }

    [Fact]
    public async Task Read_KeyOfAnotherScopeInItsPlace_DoesNotOpen()
    {
        await FillAsync();
        await using (var store = await _place.OpenAsync())
        {
            await store.AppendAsync(SealedSample.Scope, [SealedSample.Row(1)]);
        }

        using (var connection = StoreRows.Connect(_place.RingPath))
        {
            connection.Run("UPDATE data_key SET (wrapped, key_id) = (SELECT wrapped, key_id FROM data_key WHERE name <> 'store' ORDER BY name LIMIT 1) WHERE name <> 'store'");
        }

        await using var reopened = await _place.OpenAsync();
        (await Should.ThrowAsync<EncryptionException>(async () =>
        {
            await reopened.ReadLogAsync(SealedSample.Scope, 0).ToListAsync();
            await reopened.ReadLogAsync(StoreRows.Alice, 0).ToListAsync();
        })).Fault.ShouldBe(EncryptionFault.Damaged);
    }

    [Fact]
    public async Task Open_AnotherProgramsDatabaseAsRing_IsLeftUntouched()
    {
        using (var connection = StoreRows.Connect(_place.RingPath))
        {
            connection.Run("CREATE TABLE other (x)");
        }

        await using var store = _place.Create();
        (await Should.ThrowAsync<MemoryStoreException>(() => store.OpenAsync())).Fault.ShouldBe(MemoryStoreFault.NotAStore);
    }

    [Fact]
    public async Task Open_SealOfALaterVersion_IsRefused()
    {
        await using (var plain = await StoreRows.OpenAsync(_place.Path))
        {
            await plain.SetPropertyAsync(null, "encryption", "v2 something else");
        }

        (await _place.RefusedAsync()).Fault.ShouldBe(EncryptionFault.NewerFormat);
    }

    [Fact]
    public async Task SetProperty_OfTheSealItself_IsRefused()
    {
        await using var store = await _place.OpenAsync();

        await Should.ThrowAsync<ArgumentException>(() => store.SetPropertyAsync(null, "encryption", null));
        (await store.ReadPropertiesAsync(null)).ShouldBeEmpty();
    }

    private async Task FillAsync()
    {
        await using var store = await _place.OpenAsync();
        await store.AppendAsync(StoreRows.Alice, [StoreRows.Row("m1")]);
    }

    private async Task StillThereAsync()
    {
        await using var store = await _place.OpenAsync();
        (await StoreRows.LogIdsAsync(store)).ShouldBe(["m1"]);
    }
}
