using System.Buffers.Text;
using System.Security.Cryptography;

namespace OMem.Encryption;

/// <summary>The data key of the store itself: what scopes are called in it, their names, and properties of the whole store.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class StoreKeys : IDisposable
{
    /// <summary>The name of its entry in the ring. No scope's token looks like it.</summary>
    public const string RingName = "store";

    private const int TokenBytes = 16;
    private const string CheckWord = "omem";

    private readonly SealingKey _payload;
    private readonly byte[] _names;

    public StoreKeys(ReadOnlySpan<byte> dataKey, string keyId)
    {
        KeyId = keyId;
        _payload = new SealingKey(KeyDerivation.Derive(dataKey, KeyDerivation.Payload));
        _names = KeyDerivation.Derive(dataKey, KeyDerivation.ScopeName);
    }

    public string KeyId { get; }

    /// <summary>The scope as the store knows it. A token is an HMAC, not a sealed name: it is as long for every name, and the name goes with the ring's entry.</summary>
    public MemoryScope Inner(MemoryScope scope) => new(
        Token(1, scope.Tenant, null, null),
        Token(2, scope.Tenant, scope.User, null),
        scope.Agent is null ? null : Token(3, scope.Tenant, scope.User, scope.Agent));

    /// <summary>The name of a scope's entry in the ring.</summary>
    public static string RingNameOf(MemoryScope inner) => inner.Agent is null ? $"{inner.Tenant}/{inner.User}" : $"{inner.Tenant}/{inner.User}/{inner.Agent}";

    /// <summary>The scope as the store knows it, from the name of its entry in the ring; null for other entries.</summary>
    public static MemoryScope? InnerOf(string ringName) => ringName.Split('/') switch
    {
        [var tenant, var user] => new MemoryScope(tenant, user),
        [var tenant, var user, var agent] => new MemoryScope(tenant, user, agent),
        _ => null,
    };

    public byte[] SealLabel(MemoryScope scope, string ringName)
    {
        using var plain = new Pack().Add(scope.Tenant).Add(scope.User).Add(scope.Agent);
        using var bound = new Pack().Add((byte)FieldKind.ScopeLabel).Add(ringName);
        return _payload.Seal(plain.Written, bound.Written);
    }

    public MemoryScope OpenLabel(DataKeyEntry entry)
    {
        using var bound = new Pack().Add((byte)FieldKind.ScopeLabel).Add(entry.Name);
        var reader = new PackReader(_payload.Open(entry.SealedLabel.Span, bound.Written) ?? throw new SealBrokenException("The name of a scope in the key ring"));
        return new MemoryScope(reader.Text(), reader.Text(), reader.TextOrNull());
    }

    public string SealProperty(string name, string value)
    {
        using var plain = new Pack().Add(value);
        using var bound = new Pack().Add((byte)FieldKind.Property).Add(name);
        return SealedText.Encode(_payload.Seal(plain.Written, bound.Written));
    }

    public string OpenProperty(string name, string value)
    {
        using var bound = new Pack().Add((byte)FieldKind.Property).Add(name);
        var plain = SealedText.Decode(value) is { } bytes ? _payload.Open(bytes, bound.Written) : null;
        return new PackReader(plain ?? throw new SealBrokenException(SealedProperties.What(name))).Text();
    }

    /// <summary>A value that only this key opens: tells that ring and store belong together.</summary>
    public string SealCheck()
    {
        using var plain = new Pack().Add(CheckWord);
        using var bound = new Pack().Add((byte)FieldKind.CheckValue).Add(KeyId);
        return SealedText.Encode(_payload.Seal(plain.Written, bound.Written));
    }

    public bool Opens(string check)
    {
        using var bound = new Pack().Add((byte)FieldKind.CheckValue).Add(KeyId);
        return SealedText.Decode(check) is { } bytes && _payload.Open(bytes, bound.Written) is not null;
    }

    public void Dispose()
    {
        _payload.Dispose();
        CryptographicOperations.ZeroMemory(_names);
    }

    private string Token(byte part, string tenant, string? user, string? agent)
    {
        using var name = new Pack().Add(part).Add(tenant).Add(user).Add(agent);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_names, name.Written, mac);
        return Base64Url.EncodeToString(mac[..TokenBytes]);
    }
}
