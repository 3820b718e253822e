using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OMem.Encryption;

/// <summary>The data key of one scope, as one key for each purpose. Lives until the last user lets go, then its bytes are overwritten.</summary>
/// <remarks>Thread-safe. Whoever is given one disposes it.</remarks>
internal sealed class ScopeKeys : IDisposable
{
    private const int RowTagBytes = 9;

    private readonly SealingKey _payload;
    private readonly TokenKey _tokens;
    private readonly byte[] _hash;
    private int _users = 1;

    public ScopeKeys(ReadOnlySpan<byte> dataKey, string keyId)
    {
        KeyId = keyId;
        _payload = new SealingKey(KeyDerivation.Derive(dataKey, KeyDerivation.Payload));
        _tokens = new TokenKey(
            KeyDerivation.Derive(dataKey, KeyDerivation.TokenNonce), new SealingKey(KeyDerivation.Derive(dataKey, KeyDerivation.Token)));
        _hash = KeyDerivation.Derive(dataKey, KeyDerivation.Hash);
    }

    public string KeyId { get; }

    public string Token(TokenKind kind, string word) => _tokens.Seal(kind, word);

    public string? TokenOrNull(TokenKind kind, string? word) => word is null ? null : Token(kind, word);

    public string Word(TokenKind kind, string token) => _tokens.Open(kind, token) ?? throw new SealBrokenException("An identifier");

    public string? WordOrNull(TokenKind kind, string? token) => token is null ? null : Word(kind, token);

    /// <summary>What stands in the place of a content hash: without the key nobody can try texts against it.</summary>
    public byte[] Hash(ReadOnlySpan<byte> contentHash) => HMACSHA256.HashData(_hash, contentHash);

    /// <summary>A short name of an interaction's row that follows from its id: what is sealed for a search is bound to it.</summary>
    public string RowTag(string interactionId)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_hash, Encoding.UTF8.GetBytes(interactionId), mac);
        return Base64Url.EncodeToString(mac[..RowTagBytes]);
    }

    public byte[] Seal(ReadOnlySpan<byte> plain, Pack bound) => _payload.Seal(plain, bound.Written);

    public string SealText(ReadOnlySpan<byte> plain, Pack bound) => SealedText.Encode(_payload.Seal(plain, bound.Written));

    public byte[] Open(ReadOnlySpan<byte> value, Pack bound, string what) =>
        _payload.Open(value, bound.Written) ?? throw new SealBrokenException(what);

    public byte[] OpenText(string value, Pack bound, string what) =>
        SealedText.Decode(value) is { } bytes ? Open(bytes, bound, what) : throw new SealBrokenException(what);

    /// <summary>One more user.</summary>
    /// <returns>False when the key is gone already.</returns>
    public bool TryShare()
    {
        for (var users = Volatile.Read(ref _users); users > 0;)
        {
            var seen = Interlocked.CompareExchange(ref _users, users + 1, users);
            if (seen == users)
            {
                return true;
            }

            users = seen;
        }

        return false;
    }

    public void Dispose()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            _payload.Dispose();
            _tokens.Dispose();
            CryptographicOperations.ZeroMemory(_hash);
        }
    }
}
