using System.Security.Cryptography;

namespace OMem.Encryption;

/// <summary>Changes the master key: every data key is wrapped anew under the current one. What is sealed stays as it is, so the cost follows the scopes, not the memory.</summary>
public static class DataKeyRotation
{
    /// <summary>Wraps every data key that is under another master key under the current one. The store may be in use.</summary>
    /// <remarks>One transaction: broken off, nothing has changed. Running it again is harmless, and takes in keys that others made under the old one meanwhile.</remarks>
    /// <returns>How many keys were wrapped anew.</returns>
    /// <exception cref="EncryptionException">A master key is missing; names it. Nothing was changed.</exception>
    public static async Task<int> RotateAsync(
        IDataKeyRing ring, IMasterKeyProvider masters, IProgress<DataKeyProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ring);
        ArgumentNullException.ThrowIfNull(masters);
        var current = await masters.GetCurrentKeyIdAsync(cancellationToken).ConfigureAwait(false);
        var changed = 0;
        while (true)
        {
            var old = (await ring.ListAsync(cancellationToken).ConfigureAwait(false))
                .Where(entry => entry.Key is { } key && !string.Equals(key.MasterKeyId, current, StringComparison.Ordinal)).ToList();
            if (old.Count == 0)
            {
                return changed;
            }

            var rewrapped = new List<DataKeyEntry>(old.Count);
            foreach (var entry in old)
            {
                rewrapped.Add(await RewrapAsync(entry, current, masters, cancellationToken).ConfigureAwait(false));
                progress?.Report(new DataKeyProgress(rewrapped.Count, old.Count));
            }

            await ring.RewrapAsync(rewrapped, cancellationToken).ConfigureAwait(false);
            changed += rewrapped.Count;
        }
    }

    private static async Task<DataKeyEntry> RewrapAsync(DataKeyEntry entry, string current, IMasterKeyProvider masters, CancellationToken cancellationToken)
    {
        var context = DataKeys.Context(entry.Name, entry.KeyId);
        var key = await masters.UnwrapAsync(entry.Key!, context, cancellationToken).ConfigureAwait(false);
        try
        {
            var wrapped = await masters.WrapAsync(key, context, cancellationToken).ConfigureAwait(false);
            return string.Equals(wrapped.MasterKeyId, current, StringComparison.Ordinal)
                ? entry with { Key = wrapped }
                : throw new InvalidOperationException($"The provider says that {current} is its current master key, and wraps under {wrapped.MasterKeyId}.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}

/// <summary>How far a rotation has come; nothing is changed before the last key.</summary>
/// <param name="Done">Keys wrapped anew.</param>
/// <param name="Total">Keys to wrap.</param>
public readonly record struct DataKeyProgress(int Done, int Total);
