namespace OMem.Encryption;

/// <summary>What a sealed store says of itself, in the clear, as a property of the whole store: the version of the seal, the id of the store's data key, and a value only that key opens.</summary>
internal sealed record EncryptionMark(string KeyId, string Check)
{
    /// <summary>The property's name.</summary>
    public const string PropertyName = "encryption";

    private const string Version = "v1";

    /// <exception cref="EncryptionException">It is of a version this program does not know.</exception>
    public static EncryptionMark? Read(IReadOnlyDictionary<string, string> properties) =>
        !properties.TryGetValue(PropertyName, out var text) ? null
        : text.Split(' ') is [Version, var keyId, var check] ? new EncryptionMark(keyId, check)
        : throw new EncryptionException(EncryptionFault.NewerFormat, "The store is encrypted in a way this version of OMem does not know; use the newer one that wrote it.");

    public override string ToString() => $"{Version} {KeyId} {Check}";
}
