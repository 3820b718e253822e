using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace OMem.Encryption;

/// <summary>AES-256-GCM with a random nonce for each value: nonce (12 bytes), ciphertext, tag (16 bytes).</summary>
/// <remarks>Thread-safe. One key seals at most 2^32 values before a repeated nonce becomes thinkable; a scope's log ends before that.</remarks>
internal sealed class SealingKey : IDisposable
{
    public const int NonceBytes = 12;
    public const int TagBytes = 16;
    public const int Overhead = NonceBytes + TagBytes;

    private const int MaxIdle = 8;

    private readonly byte[] _key;

    // One at a time may use an instance, and making one costs more than a seal.
    private readonly ConcurrentBag<AesGcm> _idle = [];

    public SealingKey(byte[] key) => _key = key;

    public byte[] Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bound)
    {
        var value = new byte[plain.Length + Overhead];
        RandomNumberGenerator.Fill(value.AsSpan(0, NonceBytes));
        Encrypt(plain, bound, value);
        return value;
    }

    /// <summary>Opens a value.</summary>
    /// <returns>Null when it is not what was sealed with this key and bound to the same place.</returns>
    public byte[]? Open(ReadOnlySpan<byte> value, ReadOnlySpan<byte> bound)
    {
        if (value.Length < Overhead)
        {
            return null;
        }

        var plain = new byte[value.Length - Overhead];
        var cipher = Rent();
        try
        {
            cipher.Decrypt(value[..NonceBytes], value[NonceBytes..^TagBytes], value[^TagBytes..], plain, bound);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        finally
        {
            Return(cipher);
        }
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_key);
        while (_idle.TryTake(out var cipher))
        {
            cipher.Dispose();
        }
    }

    /// <summary>Fills ciphertext and tag of a value whose nonce is set.</summary>
    internal void Encrypt(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bound, Span<byte> value)
    {
        var cipher = Rent();
        try
        {
            cipher.Encrypt(value[..NonceBytes], plain, value[NonceBytes..^TagBytes], value[^TagBytes..], bound);
        }
        finally
        {
            Return(cipher);
        }
    }

    private AesGcm Rent() => _idle.TryTake(out var cipher) ? cipher : new AesGcm(_key, TagBytes);

    private void Return(AesGcm cipher)
    {
        if (_idle.Count < MaxIdle)
        {
            _idle.Add(cipher);
        }
        else
        {
            cipher.Dispose();
        }
    }
}
