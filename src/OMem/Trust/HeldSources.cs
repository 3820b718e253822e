namespace OMem.Trust;

/// <summary>Who said what is held back, by log position: whether sources are independent is told from it. For one writer at a time.</summary>
internal sealed class HeldSources
{
    private readonly Dictionary<long, HeldSource> _sources = [];

    /// <summary>Adds messages.</summary>
    public void AddAll(IEnumerable<StoredInteraction> messages)
    {
        foreach (var message in messages)
        {
            Add(message);
        }
    }

    /// <summary>Adds a message.</summary>
    public HeldSource Add(StoredInteraction message)
    {
        if (!_sources.TryGetValue(message.Sequence, out var source))
        {
            _sources[message.Sequence] = source = HeldSource.Of(message.Interaction);
        }

        return source;
    }

    /// <summary>The sources of evidence; those of messages that are no more are left out.</summary>
    public List<HeldSource> Of(IReadOnlyList<Evidence> evidence)
    {
        var found = new List<HeldSource>(evidence.Count);
        foreach (var one in evidence)
        {
            if (_sources.TryGetValue(one.Sequence, out var source))
            {
                found.Add(source);
            }
        }

        return found;
    }
}

/// <summary>One source: who spoke, where, and in what words.</summary>
/// <param name="Speaker">Who.</param>
/// <param name="Role">What kind of party.</param>
/// <param name="Session">In which conversation; empty for the unnamed one.</param>
/// <param name="Words">The wording of the message.</param>
internal sealed record HeldSource(string Speaker, SpeakerRole Role, string Session, Wording Words)
{
    /// <summary>The source of a message.</summary>
    public static HeldSource Of(Interaction interaction) =>
        new(interaction.Speaker, interaction.Role, interaction.Session ?? string.Empty, Wording.Of(interaction.Text));

    /// <summary>Whether two sources do not hang together: another speaker, in another session, and neither text a copy of the other.</summary>
    public bool IsIndependentOf(HeldSource other) => !IsOfSpeaker(other) && !IsOfSession(other) && !Words.IsCopyOf(other.Words);

    /// <summary>Whether both are of one speaker.</summary>
    public bool IsOfSpeaker(HeldSource other) => Role == other.Role && string.Equals(Speaker, other.Speaker, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether both are of one session.</summary>
    public bool IsOfSession(HeldSource other) => string.Equals(Session, other.Session, StringComparison.Ordinal);
}
