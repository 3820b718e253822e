using OMem.Sensitive;

namespace OMem;

/// <summary>Finds and masks sensitive data in texts, as a memory does at its door. For hosts that want the same for their own logs and prompts.</summary>
/// <remarks>Thread-safe. The time grows with the length of the text alone.</remarks>
public static class SensitiveText
{
    private static readonly int Kinds = Enum.GetValues<SensitiveKind>().Length;

    /// <summary>What a text holds, of every kind, in order and without overlaps. Never the values.</summary>
    /// <param name="text">Any text.</param>
    public static IReadOnlyList<SensitiveFinding> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var findings = new Findings();
        SensitiveScanner.FindAll(text, findings);
        return findings.ToArray();
    }

    /// <summary>The text with marks in the place of what the policy does not keep; what it refuses is masked too.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="policy">What to mask.</param>
    /// <returns>The same text when there is nothing to mask. Masking it again changes nothing.</returns>
    public static string Mask(string text, SensitiveDataPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(policy);
        foreach (var kind in Enum.GetValues<SensitiveKind>())
        {
            policy = policy.Of(kind) is SensitiveHandling.Refuse ? policy.With(kind, SensitiveHandling.Mask) : policy;
        }

        return SensitiveScanner.Clean(text, policy, new Findings(), stackalloc int[Kinds]);
    }

    /// <summary>The interaction as a memory of this policy stores it.</summary>
    /// <param name="interaction">What is to be remembered.</param>
    /// <param name="policy">The policy of the memory.</param>
    /// <returns>The same one when there is nothing to mask.</returns>
    /// <exception cref="SensitiveDataException">The memory would refuse it.</exception>
    public static Interaction Mask(Interaction interaction, SensitiveDataPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        ArgumentNullException.ThrowIfNull(policy);
        return SensitiveDoor.Clean([interaction], policy).Interactions[0];
    }
}
