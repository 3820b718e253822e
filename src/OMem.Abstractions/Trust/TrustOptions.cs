using System.ComponentModel.DataAnnotations;

namespace OMem;

/// <summary>How far each kind of source is believed. The one place that says the effective trust of an interaction.</summary>
public sealed class TrustOptions
{
    /// <summary>Persons whose interaction names no trust.</summary>
    /// <value>The default is <see cref="SourceTrust.Trusted"/>.</value>
    [EnumDataType(typeof(SourceTrust))]
    public SourceTrust Person { get; set; } = SourceTrust.Trusted;

    /// <summary>Assistants whose interaction names no trust: <see cref="SourceTrust.Low"/> at most.</summary>
    /// <value>The default is <see cref="SourceTrust.Low"/>.</value>
    [EnumDataType(typeof(SourceTrust))]
    public SourceTrust Assistant { get; set; } = SourceTrust.Low;

    /// <summary>Tools whose interaction names no trust: <see cref="SourceTrust.Low"/> at most.</summary>
    /// <value>The default is <see cref="SourceTrust.Low"/>.</value>
    [EnumDataType(typeof(SourceTrust))]
    public SourceTrust Tool { get; set; } = SourceTrust.Low;

    /// <summary>Documents whose interaction names no trust.</summary>
    /// <value>The default is <see cref="SourceTrust.Low"/>.</value>
    [EnumDataType(typeof(SourceTrust))]
    public SourceTrust Document { get; set; } = SourceTrust.Low;

    /// <summary>Feeds whose interaction names no trust.</summary>
    /// <value>The default is <see cref="SourceTrust.Low"/>.</value>
    [EnumDataType(typeof(SourceTrust))]
    public SourceTrust Feed { get; set; } = SourceTrust.Low;

    /// <summary>
    /// How many independent sources of low trust have to say the same before it is believed without a person's word: of different speakers, in different
    /// sessions, none a copy of another. What assistants say never counts.
    /// </summary>
    /// <value>The default is 2. 1 would hold nothing back, and is not allowed.</value>
    [Range(2, 16)]
    public int Corroboration { get; set; } = 2;

    /// <summary>How far an interaction is believed.</summary>
    /// <param name="interaction">The interaction.</param>
    public SourceTrust Of(Interaction interaction)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        return Of(interaction.Role, interaction.Trust);
    }

    /// <summary>
    /// How far a source is believed: as its interaction says, else as is usual for its role. What an assistant or a tool says is never more than
    /// <see cref="SourceTrust.Low"/>: it is no person's word. The instructions of the host (<see cref="SpeakerRole.System"/>) are trusted,
    /// but say nothing of a person.
    /// </summary>
    /// <param name="role">What kind of party it is.</param>
    /// <param name="given">What its interaction says; null for nothing.</param>
    public SourceTrust Of(SpeakerRole role, SourceTrust? given = null)
    {
        var trust = given ?? role switch
        {
            SpeakerRole.Person => Person,
            SpeakerRole.Assistant => Assistant,
            SpeakerRole.Tool => Tool,
            SpeakerRole.System => SourceTrust.Trusted,
            SpeakerRole.Document => Document,
            SpeakerRole.Feed => Feed,
            _ => SourceTrust.Untrusted,
        };
        return role is SpeakerRole.Assistant or SpeakerRole.Tool && trust > SourceTrust.Low ? SourceTrust.Low : trust;
    }
}
