using OMem.Storage;

namespace OMem.Encryption;

/// <summary>Opens what is read of one scope. When a value does not open, the ring is asked again: another process may have erased the scope and begun it anew.</summary>
/// <remarks>One read, one thread at a time.</remarks>
internal sealed class ScopeReading(DataKeys data, IMemoryStore inner, MemoryScope scope) : IDisposable
{
    private ScopeKeys? _keys;

    public NamePool Names { get; } = new();

    public async ValueTask<TOut> OpenAsync<TIn, TOut>(TIn row, Func<ScopeKeys, TIn, NamePool, TOut> open, CancellationToken cancellationToken)
    {
        _keys ??= await data.FindAsync(scope, cancellationToken).ConfigureAwait(false);
        try
        {
            return _keys is null ? throw new SealBrokenException("What the scope holds") : open(_keys, row, Names);
        }
        catch (SealBrokenException)
        {
            var before = _keys?.KeyId;
            _keys?.Dispose();
            _keys = await data.RefreshAsync(scope, cancellationToken).ConfigureAwait(false);
            if (_keys is null || string.Equals(before, _keys.KeyId, StringComparison.Ordinal))
            {
                await ThrowIfGoneAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        try
        {
            return open(_keys!, row, Names);
        }
        catch (SealBrokenException fault)
        {
            throw Corrupt(fault);
        }
        catch (FormatException fault)
        {
            throw Corrupt(new SealBrokenException("A value", fault));
        }
    }

    public void Dispose() => _keys?.Dispose();

    public static MemoryStoreException Corrupt(SealBrokenException fault) => new(
        MemoryStoreFault.Corrupt,
        $"{fault.What} does not open with its key: the store's file was damaged or changed. Restore a copy of the store, or export what can still be read.",
        fault);

    public static EncryptionException KeyMissing(IDataKeyRing ring) => new(
        EncryptionFault.DataKeyMissing,
        $"The key ring '{ring.Location}' has no data key for what the store holds: it is an older copy, or of another store. Put the store's own ring back; without it the scope cannot be read. Nothing was changed.");

    /// <summary>No key: was the scope erased while it was read, or is the ring not the store's?</summary>
    private async Task ThrowIfGoneAsync(CancellationToken cancellationToken)
    {
        if (_keys is not null)
        {
            return;
        }

        var head = await inner.GetHeadAsync(data.Store.Inner(scope), cancellationToken).ConfigureAwait(false);
        throw head is { LogSequence: 0, DerivedVersion: 0 }
            ? new MemoryStoreException(MemoryStoreFault.Busy, "The scope was erased while it was read; try again.")
            : KeyMissing(data.Ring);
    }
}
