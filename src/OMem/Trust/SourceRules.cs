namespace OMem.Trust;

/// <summary>What may become of what a source says.</summary>
internal enum Standing
{
    /// <summary>Nothing is concluded from it.</summary>
    Nothing = 0,

    /// <summary>It is held back until somebody who can vouch for it says the same.</summary>
    Held = 1,

    /// <summary>It is believed.</summary>
    Believed = 2,
}

/// <summary>How the engine treats sources. Immutable as long as its options are; thread-safe.</summary>
/// <param name="options">How far each kind of source is believed.</param>
/// <param name="holds">Whether what sources of low trust say is held back; else nothing is concluded from it.</param>
internal sealed class SourceRules(TrustOptions options, bool holds = true)
{
    /// <summary>The rules of the default options.</summary>
    public static SourceRules Default { get; } = new(new TrustOptions());

    /// <summary>The rules of an engine. The published method has no quarantine.</summary>
    public static SourceRules Of(OMemOptions options) => new(options.Trust, options.Method is not MemoryMethod.Paper);

    /// <summary>How many independent sources of low trust have to agree.</summary>
    public int Needed => options.Corroboration;

    /// <summary>How far an interaction is believed.</summary>
    public SourceTrust TrustOf(Interaction interaction) => options.Of(interaction);

    /// <summary>What may become of what an interaction says of a person. Instructions of the host tell of nobody.</summary>
    public Standing Of(Interaction interaction) => interaction.Role is SpeakerRole.System ? Standing.Nothing : TrustOf(interaction) switch
    {
        SourceTrust.Trusted => Standing.Believed,
        SourceTrust.Low when holds => Standing.Held,
        _ => Standing.Nothing,
    };

    /// <summary>Whether what it says can bear out what another source says. An assistant repeats what it was told.</summary>
    public static bool CanCorroborate(SpeakerRole role) => role is not SpeakerRole.Assistant;
}
