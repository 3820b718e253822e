using System.Security.Cryptography;
using OMem.Storage;

namespace OMem.Encryption;

/// <summary>Gets the keys of scopes out of the ring, makes them, and destroys them.</summary>
/// <remarks>
/// Thread-safe. A key is destroyed in three steps, each durable: the ring's entry loses its key and is marked, the store erases the scope, the mark goes.
/// While the mark stands no new key can be made, so whoever meets it finishes the erase first; it holds the mark meanwhile, so nobody makes a new key under it.
/// </remarks>
internal sealed class DataKeys(IMemoryStore inner, IMasterKeyProvider masters, IDataKeyRing ring) : IDisposable
{
    private const int KeyIdBytes = 8;
    private const int CachedScopes = 256;

    private readonly KeyCache _cache = new(CachedScopes);
    private StoreKeys? _store;

    public IDataKeyRing Ring => ring;

    /// <summary>The keys of the store itself.</summary>
    public StoreKeys Store => _store ?? throw new InvalidOperationException("The store is not open: await OpenAsync first.");

    public bool IsOpen => _store is not null;

    public void Open(StoreKeys store) => _store = store;

    /// <summary>The keys of a scope, to be disposed of; null when it has none.</summary>
    public async ValueTask<ScopeKeys?> FindAsync(MemoryScope scope, CancellationToken cancellationToken) =>
        _cache.Find(scope) ?? await RefreshAsync(scope, cancellationToken).ConfigureAwait(false);

    /// <summary>The keys of a scope as the ring has them now.</summary>
    public async Task<ScopeKeys?> RefreshAsync(MemoryScope scope, CancellationToken cancellationToken)
    {
        _cache.Drop(scope);
        var name = StoreKeys.RingNameOf(Store.Inner(scope));
        var entry = await ring.FindAsync(name, cancellationToken).ConfigureAwait(false);
        if (entry is { IsDestroyed: true })
        {
            await FinishAsync(entry, new ScopeErase(), cancellationToken).ConfigureAwait(false);
            return null;
        }

        return entry is null ? null : _cache.Put(scope, await UnwrapAsync(entry, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The keys of a scope for a write, made where there are none. As long as they are held nobody destroys them.</summary>
    public async Task<HeldKeys> HoldAsync(MemoryScope scope, CancellationToken cancellationToken)
    {
        var name = StoreKeys.RingNameOf(Store.Inner(scope));
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var hold = await ring.HoldAsync(name, cancellationToken).ConfigureAwait(false);
            try
            {
                if (hold.Entry is { IsDestroyed: false } entry)
                {
                    var held = new HeldKeys(await KeysOfAsync(scope, entry, cancellationToken).ConfigureAwait(false), hold, name);
                    hold = null;
                    return held;
                }
            }
            finally
            {
                if (hold is not null)
                {
                    await hold.DisposeAsync().ConfigureAwait(false);
                }
            }

            if (hold.Entry is { } destroyed)
            {
                await FinishAsync(destroyed, new ScopeErase(), cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await ring.AddAsync(await MakeAsync(name, Store.SealLabel(scope, name), masters, cancellationToken).ConfigureAwait(false), cancellationToken)
                    .ConfigureAwait(false);
            }
        }
    }

    /// <summary>Destroys the key of a scope, then erases the scope.</summary>
    public async Task<ScopeErased> EraseAsync(MemoryScope scope, ScopeErase erase, CancellationToken cancellationToken)
    {
        var innerScope = Store.Inner(scope);
        var name = StoreKeys.RingNameOf(innerScope);
        while (true)
        {
            _cache.Drop(scope);
            await ring.DestroyAsync(name, cancellationToken).ConfigureAwait(false);
            if (await ring.FindAsync(name, cancellationToken).ConfigureAwait(false) is not { } mark)
            {
                return await inner.EraseAsync(innerScope, erase, cancellationToken).ConfigureAwait(false);
            }

            if (mark.IsDestroyed && await FinishAsync(mark, erase, cancellationToken).ConfigureAwait(false) is { } erased)
            {
                return erased;
            }
        }
    }

    /// <summary>Finishes what was broken off.</summary>
    public async Task FinishErasesAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in await ring.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (entry.IsDestroyed)
            {
                await FinishAsync(entry, new ScopeErase(), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Makes a fresh data key, wrapped.</summary>
    public static async Task<DataKeyEntry> MakeAsync(string name, byte[] label, IMasterKeyProvider masters, CancellationToken cancellationToken)
    {
        var keyId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyIdBytes));
        var key = RandomNumberGenerator.GetBytes(MasterKeys.KeyBytes);
        try
        {
            return new DataKeyEntry(name, keyId, await masters.WrapAsync(key, Context(name, keyId), cancellationToken).ConfigureAwait(false), label);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>What a wrapped key is bound to: nobody can put the key of one scope in the place of another's.</summary>
    public static byte[] Context(string name, string keyId)
    {
        using var context = new Pack().Add("omem data key").Add(name).Add(keyId);
        return context.Written.ToArray();
    }

    public void Dispose()
    {
        _cache.Dispose();
        _store?.Dispose();
    }

    private async ValueTask<ScopeKeys> KeysOfAsync(MemoryScope scope, DataKeyEntry entry, CancellationToken cancellationToken)
    {
        if (_cache.Find(scope) is { } known)
        {
            if (string.Equals(known.KeyId, entry.KeyId, StringComparison.Ordinal))
            {
                return known;
            }

            known.Dispose();
        }

        return _cache.Put(scope, await UnwrapAsync(entry, cancellationToken).ConfigureAwait(false));
    }

    private async Task<ScopeKeys> UnwrapAsync(DataKeyEntry entry, CancellationToken cancellationToken)
    {
        var key = await masters.UnwrapAsync(entry.Key!, Context(entry.Name, entry.KeyId), cancellationToken).ConfigureAwait(false);
        try
        {
            return new ScopeKeys(key, entry.KeyId);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Erases the scope of a destroyed key and removes the mark.</summary>
    /// <returns>What was erased; null when the mark was gone.</returns>
    private async Task<ScopeErased?> FinishAsync(DataKeyEntry mark, ScopeErase erase, CancellationToken cancellationToken)
    {
        ScopeErased? erased = null;
        var hold = await ring.HoldAsync(mark.Name, cancellationToken).ConfigureAwait(false);
        await using (hold.ConfigureAwait(false))
        {
            if (hold.Entry is { IsDestroyed: true } entry && string.Equals(entry.KeyId, mark.KeyId, StringComparison.Ordinal)
                && StoreKeys.InnerOf(mark.Name) is { } innerScope)
            {
                erased = await inner.EraseAsync(innerScope, erase, cancellationToken).ConfigureAwait(false);
            }
        }

        await ring.RemoveDestroyedAsync(mark.Name, mark.KeyId, cancellationToken).ConfigureAwait(false);
        return erased;
    }
}

/// <summary>Keys in use for a write.</summary>
internal sealed class HeldKeys(ScopeKeys keys, IDataKeyHold hold, string ringName) : IAsyncDisposable
{
    public ScopeKeys Keys => keys;

    public string RingName => ringName;

    public ValueTask DisposeAsync()
    {
        keys.Dispose();
        return hold.DisposeAsync();
    }
}
