using System.Security.Cryptography;
using System.Text;

namespace OMem.Encryption;

/// <summary>Master keys held in this process: the first wraps what is new, the others still unwrap what was wrapped under them.</summary>
/// <remarks>Thread-safe. <see cref="Dispose"/> overwrites the keys.</remarks>
public sealed class MasterKeys : IMasterKeyProvider, IDisposable
{
    /// <summary>Bytes of a master key, and of a data key.</summary>
    public const int KeyBytes = 32;

    private const int IdBytes = 8;

    private readonly List<(string Id, SealingKey Wrapping)> _keys = [];

    /// <summary>Takes keys over; the given arrays are overwritten.</summary>
    /// <param name="keys">Keys of <see cref="KeyBytes"/> random bytes, the newest first. One that stands twice counts once.</param>
    /// <exception cref="EncryptionException">There is none, or one has not 32 bytes or is no random key.</exception>
    public MasterKeys(IReadOnlyList<byte[]> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count == 0)
        {
            throw new EncryptionException(EncryptionFault.InvalidKey, "There is no master key; 'omem key new' makes one.");
        }

        foreach (var key in keys)
        {
            Check(key);
            var id = IdOf(key);
            if (!_keys.Exists(known => string.Equals(known.Id, id, StringComparison.Ordinal)))
            {
                _keys.Add((id, new SealingKey(KeyDerivation.Derive(key, KeyDerivation.Wrapping))));
            }
        }

        foreach (var key in keys)
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>The ids of the keys, the current one first.</summary>
    public IReadOnlyList<string> KeyIds => [.. _keys.Select(static key => key.Id)];

    /// <summary>A fresh key, as Base64.</summary>
    public static string NewKey()
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        try
        {
            return Convert.ToBase64String(key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Reads keys from Base64.</summary>
    /// <param name="keys">One key each, the newest first.</param>
    /// <param name="origin">Where they come from, for messages: <c>OMEM_KEY</c>, a file's path.</param>
    /// <exception cref="EncryptionException">One is not the Base64 of 32 random bytes. The message does not hold it.</exception>
    public static MasterKeys Parse(IEnumerable<string> keys, string origin)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var read = new List<byte[]>();
        foreach (var text in keys)
        {
            var bytes = new byte[KeyBytes + 1];
            if (!Convert.TryFromBase64String(text.Trim(), bytes, out var length) || length != KeyBytes)
            {
                CryptographicOperations.ZeroMemory(bytes);
                throw new EncryptionException(
                    EncryptionFault.InvalidKey,
                    $"Key {read.Count + 1} given by {origin} is not a master key: it has to be {KeyBytes} random bytes in Base64 (44 characters); 'omem key new' makes one.");
            }

            read.Add(bytes[..KeyBytes]);
            CryptographicOperations.ZeroMemory(bytes);
        }

        try
        {
            return new MasterKeys(read);
        }
        catch (EncryptionException fault)
        {
            throw new EncryptionException(fault.Fault, $"The keys given by {origin} cannot be used. {fault.Message}", fault);
        }
    }

    /// <inheritdoc/>
    public ValueTask<string> GetCurrentKeyIdAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(_keys[0].Id);

    /// <inheritdoc/>
    public ValueTask<WrappedKey> WrapAsync(ReadOnlyMemory<byte> dataKey, ReadOnlyMemory<byte> context, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(new WrappedKey(_keys[0].Id, _keys[0].Wrapping.Seal(dataKey.Span, context.Span)));

    /// <inheritdoc/>
    public ValueTask<byte[]> UnwrapAsync(WrappedKey wrapped, ReadOnlyMemory<byte> context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(wrapped);
        var at = _keys.FindIndex(key => string.Equals(key.Id, wrapped.MasterKeyId, StringComparison.Ordinal));
        if (at < 0)
        {
            throw new EncryptionException(
                EncryptionFault.MasterKeyMissing,
                $"The master key {wrapped.MasterKeyId} is needed, and was not given (given: {string.Join(", ", KeyIds)}). "
                + "Give it as OMEM_KEY, in the key file, or beside the newer one as OMEM_KEY_PREVIOUS. Nothing was changed.")
            {
                MasterKeyId = wrapped.MasterKeyId,
            };
        }

        var key = _keys[at].Wrapping.Open(wrapped.Bytes.Span, context.Span);
        return key is { Length: KeyBytes }
            ? ValueTask.FromResult(key)
            : throw new EncryptionException(
                EncryptionFault.Damaged,
                $"A data key does not open with the master key {wrapped.MasterKeyId} it was wrapped under: the key ring was damaged or changed. Put back a copy of the ring.")
            {
                MasterKeyId = wrapped.MasterKeyId,
            };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, wrapping) in _keys)
        {
            wrapping.Dispose();
        }
    }

    private static string IdOf(byte[] key) => Convert.ToHexStringLower(KeyDerivation.Derive(key, KeyDerivation.Id).AsSpan(0, IdBytes));

    /// <summary>A key of few different bytes was typed, not drawn: 32 random bytes have fewer than 16 different ones about never.</summary>
    private static void Check(byte[] key)
    {
        if (key.Length != KeyBytes || key.Distinct().Count() < KeyBytes / 2)
        {
            throw new EncryptionException(
                EncryptionFault.InvalidKey, $"A master key has to be {KeyBytes} random bytes; 'omem key new' makes one.");
        }
    }
}
