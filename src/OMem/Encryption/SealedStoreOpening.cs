using System.Security.Cryptography;
using OMem.Storage;

namespace OMem.Encryption;

/// <summary>Finds out whether key, ring and store belong together; seals a store that is still empty.</summary>
internal static class SealedStoreOpening
{
    public static async Task<StoreKeys> RunAsync(IMemoryStore inner, IMasterKeyProvider masters, IDataKeyRing ring, CancellationToken cancellationToken)
    {
        var mark = EncryptionMark.Read(await inner.ReadPropertiesAsync(null, cancellationToken).ConfigureAwait(false));
        if (mark is null && (await inner.ListScopesAsync(cancellationToken).ConfigureAwait(false)).Count > 0)
        {
            throw new EncryptionException(
                EncryptionFault.NotEncrypted,
                "A key was given, and the store holds memory that is not encrypted. Copy it into an encrypted one with 'omem encrypt --to DIR', or take the key away to go on without.");
        }

        var entry = await ring.FindAsync(StoreKeys.RingName, cancellationToken).ConfigureAwait(false);
        if (mark is not null && !string.Equals(entry?.KeyId, mark.KeyId, StringComparison.Ordinal))
        {
            throw new EncryptionException(
                EncryptionFault.DataKeyMissing,
                entry is null
                    ? $"The store is encrypted, and its key ring '{ring.Location}' is missing or empty. Put the ring back beside the store; without it nothing can be read. Nothing was changed."
                    : $"The key ring '{ring.Location}' is of another store. Put the store's own ring back; without it nothing can be read. Nothing was changed.");
        }

        entry ??= await ring.AddAsync(await DataKeys.MakeAsync(StoreKeys.RingName, [], masters, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        var keys = await UnwrapAsync(entry, masters, cancellationToken).ConfigureAwait(false);
        if (mark is null)
        {
            await inner.SetPropertyAsync(null, EncryptionMark.PropertyName, new EncryptionMark(keys.KeyId, keys.SealCheck()).ToString(), cancellationToken).ConfigureAwait(false);
        }
        else if (!keys.Opens(mark.Check))
        {
            keys.Dispose();
            throw new EncryptionException(EncryptionFault.Damaged, $"The store's check value does not open with the key from the ring '{ring.Location}': one of the two was damaged or changed. Put back a copy of both.");
        }

        return keys;
    }

    /// <summary>Refuses a sealed store to an engine without keys.</summary>
    public static async Task RefuseSealedAsync(IMemoryStore store, CancellationToken cancellationToken)
    {
        if (await SealedMemoryStore.IsSealedAsync(store, cancellationToken).ConfigureAwait(false))
        {
            throw new EncryptionException(
                EncryptionFault.KeyRequired, "The store is encrypted: give its key as OMEM_KEY or by --key-file FILE (a host: UseEncryption). Nothing was changed.");
        }
    }

    private static async Task<StoreKeys> UnwrapAsync(DataKeyEntry entry, IMasterKeyProvider masters, CancellationToken cancellationToken)
    {
        var key = await masters.UnwrapAsync(entry.Key!, DataKeys.Context(entry.Name, entry.KeyId), cancellationToken).ConfigureAwait(false);
        try
        {
            return new StoreKeys(key, entry.KeyId);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
