namespace OMem.Cli.Import;

/// <summary>An entry as the policy for sensitive data lets it in.</summary>
internal static class SensitiveEntry
{
    /// <summary>Gives an entry whose id was made of its content the id of what is stored of it: the hash of a message with a secret in it would help to guess the secret.</summary>
    /// <exception cref="SensitiveDataException">The policy refuses it.</exception>
    public static Interaction WithSafeId(Interaction interaction, SensitiveDataPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        var masked = SensitiveText.Mask(interaction, policy);
        return ReferenceEquals(masked, interaction) || !string.Equals(interaction.Id, IdOf(interaction), StringComparison.Ordinal)
            ? interaction
            : interaction with { Id = IdOf(masked) };
    }

    /// <summary>The fault of an entry that the policy refuses.</summary>
    public static string Fault(SensitiveDataException refusal) => $"{refusal.Field} {refusal.Fault}";

    private static string IdOf(Interaction interaction) =>
        ContentId.Of(interaction.Session, interaction.Speaker, interaction.Role, interaction.OccurredAt, interaction.Text, interaction.Metadata);
}
