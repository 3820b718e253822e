using System.Text.Json;

namespace OMem.Cli.Import;

/// <summary>Reads one line of the JSON Lines layout <c>{id, speaker, text, occurredAt, session?, metadata?, role?, trust?}</c>.</summary>
internal static class InteractionLine
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "type", "id", "speaker", "role", "trust", "text", "occurredAt", "session", "metadata", "recordedAt", "sequence", "understood",
    };

    /// <summary>Returns the interaction; null for a line of an export that holds derived memory, which is read from the log again.</summary>
    /// <exception cref="FormatException">The entry is not valid; says which field and why.</exception>
    public static Interaction? Read(JsonElement entry, ImportOptions options)
    {
        if (entry.ValueKind is not JsonValueKind.Object)
        {
            throw new FormatException("not a JSON object");
        }

        if (JsonFields.Text(entry, "type") is { } type && !string.Equals(type, "interaction", StringComparison.Ordinal))
        {
            return type is "attribute" or "fact" or "cluster" or "topic" or "ledger" or "omem-export" or "end"
                ? null
                : throw new FormatException("'type' is not one an export writes");
        }

        foreach (var property in entry.EnumerateObject())
        {
            if (!Known.Contains(property.Name))
            {
                throw new FormatException($"unknown field '{property.Name}'; further data goes under 'metadata'");
            }
        }

        return Build(entry, options);
    }

    private static Interaction Build(JsonElement entry, ImportOptions options)
    {
        var speaker = JsonFields.Required(entry, "speaker");
        var text = JsonFields.Required(entry, "text");
        var occurredAt = JsonFields.Instant(entry, "occurredAt");
        var role = JsonFields.Role(entry, "role", options.Role ?? SpeakerRole.Person);
        var session = JsonFields.Text(entry, "session") ?? options.Session;
        var metadata = JsonFields.Metadata(entry, "metadata");
        return new Interaction
        {
            Id = JsonFields.Text(entry, "id") ?? ContentId.Of(session, speaker, role, occurredAt, text, metadata),
            Speaker = speaker,
            Role = role,
            Trust = JsonFields.Trust(entry, "trust", options.Trust),
            Text = text,
            OccurredAt = occurredAt,
            Session = session,
            Metadata = metadata,
        };
    }
}
