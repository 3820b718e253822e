using OMem.Encryption;

namespace OMem.Sqlite.Tests.Encryption;

public sealed class RotationTests : IDisposable
{
    private readonly SealedPlace _place = new();
    private readonly string _new = MasterKeys.NewKey();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Rotate_BothKeysGiven_TheNewOneAloneOpens()
    {
        await FillAsync(3);

        (await RotateAsync(_new, _place.Key)).ShouldBe(4);

        (await _place.RefusedAsync(_place.Key)).MasterKeyId.ShouldBe(SealedPlace.IdOf(_new));
        await using var store = await _place.OpenAsync(_new);
        (await store.ListScopesAsync()).Count.ShouldBe(3);
        (await store.ReadLogAsync(Scope(0), 0).ToListAsync()).ShouldHaveSingleItem().Stored.Interaction.Text.ShouldBe("hello");
    }

    [Fact]
    public async Task Rotate_Again_ChangesNothing()
    {
        await FillAsync(1);
        await RotateAsync(_new, _place.Key);

        (await RotateAsync(_new)).ShouldBe(0);
    }

    [Fact]
    public async Task Rotate_OldKeyMissing_NamesItAndChangesNothing()
    {
        await FillAsync(2);

        var fault = await Should.ThrowAsync<EncryptionException>(() => RotateAsync(_new));

        fault.MasterKeyId.ShouldBe(SealedPlace.IdOf(_place.Key));
        await using var store = await _place.OpenAsync();
        (await store.ListScopesAsync()).Count.ShouldBe(2);
    }

    /// <summary>A process that still had the old key made keys after the rotation: half of the ring is of each.</summary>
    [Fact]
    public async Task Open_HalfRotated_WorksWithBothAndNamesWhatIsMissingWithOne()
    {
        await FillAsync(1);
        await using (var old = await _place.OpenAsync())
        {
            await RotateAsync(_new, _place.Key);
            await old.AppendAsync(Scope(7), [StoreRows.Row("late")]);
        }

        await using (var one = await _place.OpenAsync(_new))
        {
            var fault = await Should.ThrowAsync<EncryptionException>(() => one.ReadLogAsync(Scope(7), 0).ToListAsync().AsTask());
            fault.Fault.ShouldBe(EncryptionFault.MasterKeyMissing);
            fault.MasterKeyId.ShouldBe(SealedPlace.IdOf(_place.Key));
            (await one.ReadLogAsync(Scope(0), 0).ToListAsync()).Count.ShouldBe(1);
        }

        await using (var both = await _place.OpenAsync(_new, _place.Key))
        {
            (await both.ReadLogAsync(Scope(7), 0).ToListAsync()).Count.ShouldBe(1);
        }

        (await RotateAsync(_new, _place.Key)).ShouldBe(1);
        await using var store = await _place.OpenAsync(_new);
        (await store.ReadLogAsync(Scope(7), 0).ToListAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Rotate_WhileTheStoreIsOpen_KeepsItWorking()
    {
        await FillAsync(1);
        await using var store = await _place.OpenAsync(_place.Key, _new);
        await store.ReadLogAsync(Scope(0), 0).ToListAsync();

        await RotateAsync(_new, _place.Key);

        await store.AppendAsync(Scope(0), [StoreRows.Row("m2")]);
        await store.AppendAsync(Scope(5), [StoreRows.Row("m1")]);
        (await store.ReadLogAsync(Scope(0), 0).ToListAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Rotate_DestroyedKey_StaysDestroyed()
    {
        await FillAsync(2);
        await using var ring = _place.Ring();
        var name = (await ring.ListAsync()).First(static entry => entry.Name is not "store").Name;
        await ring.DestroyAsync(name);

        (await RotateAsync(_new, _place.Key)).ShouldBe(2);

        (await ring.FindAsync(name)).ShouldNotBeNull().IsDestroyed.ShouldBeTrue();
    }

    [Fact]
    public async Task Rotate_Progress_CountsEveryKey()
    {
        await FillAsync(2);
        var seen = new List<DataKeyProgress>();
        await using var ring = _place.Ring();
        using var keys = MasterKeys.Parse([_new, _place.Key], "the test");

        await DataKeyRotation.RotateAsync(ring, keys, new Collector(seen));

        seen.ShouldBe([new(1, 3), new(2, 3), new(3, 3)]);
    }

    private static MemoryScope Scope(int number) => new("acme", $"user{number}");

    private async Task FillAsync(int scopes)
    {
        await using var store = await _place.OpenAsync();
        for (var i = 0; i < scopes; i++)
        {
            await store.AppendAsync(Scope(i), [StoreRows.Row("m1")]);
        }
    }

    private async Task<int> RotateAsync(params string[] keys)
    {
        await using var ring = _place.Ring();
        using var masters = MasterKeys.Parse(keys, "the test");
        return await DataKeyRotation.RotateAsync(ring, masters);
    }

    private sealed class Collector(List<DataKeyProgress> seen) : IProgress<DataKeyProgress>
    {
        public void Report(DataKeyProgress value) => seen.Add(value);
    }
}
