using System.Security.Cryptography;
using System.Text;

namespace OMem.Encryption;

/// <summary>Keys of one purpose each out of one random key: HKDF-Expand with SHA-256 (RFC 5869).</summary>
internal static class KeyDerivation
{
    public const string Wrapping = "omem/v1/wrapping";
    public const string Id = "omem/v1/id";
    public const string Payload = "omem/v1/payload";
    public const string Token = "omem/v1/token";
    public const string TokenNonce = "omem/v1/token-nonce";
    public const string Hash = "omem/v1/hash";
    public const string ScopeName = "omem/v1/scope-name";

    public static byte[] Derive(ReadOnlySpan<byte> key, string purpose)
    {
        var derived = new byte[MasterKeys.KeyBytes];
        HKDF.Expand(HashAlgorithmName.SHA256, key, derived, Encoding.ASCII.GetBytes(purpose));
        return derived;
    }
}
