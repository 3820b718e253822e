namespace OMem.Encryption;

/// <summary>The seam to whoever holds the master key: an environment variable, a key file, a key management service. OMem never asks for the key itself.</summary>
/// <remarks>Thread-safe. Called when a scope is opened first and when keys are made or rotated, never once for each message.</remarks>
public interface IMasterKeyProvider
{
    /// <summary>The id of the key that wraps what is new. No secret: it is stored beside what it wraps, and shown.</summary>
    ValueTask<string> GetCurrentKeyIdAsync(CancellationToken cancellationToken = default);

    /// <summary>Wraps a data key under the current master key.</summary>
    /// <param name="dataKey">The 32 bytes to wrap.</param>
    /// <param name="context">What the key belongs to; it is bound into the result and has to be given again to unwrap.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<WrappedKey> WrapAsync(ReadOnlyMemory<byte> dataKey, ReadOnlyMemory<byte> context, CancellationToken cancellationToken = default);

    /// <summary>Unwraps a data key. The caller overwrites the result when it is done with it.</summary>
    /// <param name="wrapped">What <see cref="WrapAsync"/> gave.</param>
    /// <param name="context">The context it was wrapped with.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="EncryptionException">The master key is not there (<see cref="EncryptionFault.MasterKeyMissing"/>), or the bytes do not open with it (<see cref="EncryptionFault.Damaged"/>).</exception>
    ValueTask<byte[]> UnwrapAsync(WrappedKey wrapped, ReadOnlyMemory<byte> context, CancellationToken cancellationToken = default);
}

/// <summary>A data key that only its master key opens.</summary>
/// <param name="MasterKeyId">The master key it was wrapped under.</param>
/// <param name="Bytes">The wrapped bytes, in the provider's own form.</param>
public sealed record WrappedKey(string MasterKeyId, ReadOnlyMemory<byte> Bytes);
