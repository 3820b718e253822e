namespace OMem.Interactions;

/// <summary>The door of the write path: what is not valid is refused whole, with its place and field, before anything is stored.</summary>
internal sealed class InteractionValidator(OMemOptions options)
{
    /// <summary>The longest id, session or speaker, in UTF-16 units.</summary>
    public const int MaxNameLength = 512;

    /// <summary>The most metadata pairs of one interaction, and the longest value in UTF-16 units.</summary>
    public const int MaxMetadataPairs = 64, MaxMetadataValueLength = 65_536;

    public void Check(IReadOnlyList<Interaction> interactions)
    {
        ArgumentNullException.ThrowIfNull(interactions);
        if (interactions.Count > options.MaxBatchSize)
        {
            throw new InvalidInteractionException(
                options.MaxBatchSize, "batch", $"has {interactions.Count} interactions, the most is {options.MaxBatchSize}");
        }

        CheckEach(interactions);
    }

    /// <summary>Checks each of any number of interactions.</summary>
    public void CheckEach(IReadOnlyList<Interaction> interactions)
    {
        ArgumentNullException.ThrowIfNull(interactions);
        for (var i = 0; i < interactions.Count; i++)
        {
            Check(i, interactions[i]);
        }
    }

    private void Check(int index, Interaction interaction)
    {
        if (interaction is null)
        {
            throw new InvalidInteractionException(index, "interaction", "is null");
        }

        CheckName(index, "id", interaction.Id);
        CheckName(index, "speaker", interaction.Speaker);
        if (interaction.Session is not null)
        {
            CheckName(index, "session", interaction.Session);
        }

        if (!Enum.IsDefined(interaction.Role))
        {
            throw new InvalidInteractionException(index, "role", $"{(int)interaction.Role} is not a known role");
        }

        if (interaction.Trust is { } trust && !Enum.IsDefined(trust))
        {
            throw new InvalidInteractionException(index, "trust", $"{(int)trust} is not a known trust");
        }

        CheckText(index, "text", interaction.Text, options.MaxTextLength);
        if (interaction.Text.AsSpan().IsWhiteSpace())
        {
            throw new InvalidInteractionException(index, "text", "is empty");
        }

        CheckMetadata(index, interaction.Metadata);
    }

    private static void CheckMetadata(int index, IReadOnlyDictionary<string, string> metadata)
    {
        if (metadata is null)
        {
            throw new InvalidInteractionException(index, "metadata", "is null");
        }

        if (metadata.Count > MaxMetadataPairs)
        {
            throw new InvalidInteractionException(index, "metadata", $"has {metadata.Count} pairs, the most is {MaxMetadataPairs}");
        }

        foreach (var (key, value) in metadata)
        {
            CheckName(index, "metadata key", key);
            CheckText(index, $"metadata '{key}'", value, MaxMetadataValueLength);
        }
    }

    private static void CheckName(int index, string field, string? value)
    {
        if (Identifier.Fault(value, MaxNameLength) is { } fault)
        {
            throw new InvalidInteractionException(index, field, fault);
        }
    }

    private static void CheckText(int index, string field, string? text, int maxLength)
    {
        if (text is null)
        {
            throw new InvalidInteractionException(index, field, "is missing");
        }

        if (text.Length > maxLength)
        {
            throw new InvalidInteractionException(index, field, $"has {text.Length} characters, the most is {maxLength}");
        }

        if (LoneSurrogate(text) is { } position)
        {
            throw new InvalidInteractionException(
                index, field, $"is not well-formed Unicode: lone surrogate U+{(int)text[position]:X4} at position {position}");
        }
    }

    private static int? LoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
            {
                return i;
            }

            i++;
        }

        return null;
    }
}
