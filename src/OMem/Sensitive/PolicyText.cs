using OMem.Storage;

namespace OMem.Sensitive;

/// <summary>A policy as the store keeps it: <c>Email=Keep;Phone=Mask;...</c>, every kind named.</summary>
internal static class PolicyText
{
    /// <summary>The property of a scope that holds it.</summary>
    public const string Property = "sensitive-data";

    private static readonly SensitiveKind[] Kinds = Enum.GetValues<SensitiveKind>();

    public static string Write(SensitiveDataPolicy policy) => string.Join(';', Kinds.Select(kind => $"{kind}={policy.Of(kind)}"));

    /// <summary>Reads it. A kind it does not name is one that was not known when it was set: it is handled as by default.</summary>
    /// <exception cref="MemoryStoreException">It names what this version does not know: nothing is stored by a policy that is half understood.</exception>
    public static SensitiveDataPolicy Read(string text)
    {
        var policy = SensitiveDataPolicy.Default;
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var sign = part.IndexOf('=', StringComparison.Ordinal);
            if (sign < 0 || !Enum.TryParse<SensitiveKind>(part.AsSpan(0, sign), out var kind) || !Enum.IsDefined(kind)
                || !Enum.TryParse<SensitiveHandling>(part.AsSpan(sign + 1), out var handling) || !Enum.IsDefined(handling))
            {
                throw new MemoryStoreException(
                    MemoryStoreFault.NewerSchema, "The policy for sensitive data of this memory was set by a newer version of OMem. Use that version, or set the policy again.");
            }

            policy = policy.With(kind, handling);
        }

        return policy;
    }
}
