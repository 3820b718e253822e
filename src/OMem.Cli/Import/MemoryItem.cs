using System.Text.Json;

namespace OMem.Cli.Import;

/// <summary>
/// What another memory system derived, as an interaction of the role <c>tool</c>: it is found like a message, but it is not the person's own
/// word, so it makes no attributes of them by itself.
/// </summary>
internal static class MemoryItem
{
    /// <summary>Makes the interaction.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="source">The system, also the speaker and the start of the id.</param>
    /// <param name="id">The system's own id; null for one from the content.</param>
    /// <param name="text">What it says.</param>
    /// <param name="occurredAt">When.</param>
    /// <param name="session">The conversation it came from.</param>
    /// <param name="metadata">Further data, the source left out.</param>
    public static ImportedItem Of(
        string place, string source, string? id, string text, DateTimeOffset occurredAt, string? session, IReadOnlyDictionary<string, string> metadata)
    {
        var pairs = new Dictionary<string, string>(metadata, StringComparer.Ordinal) { [SourceMetadata.Key] = source };
        return new ImportedItem(place, new Interaction
        {
            Id = id is null ? ContentId.Of(session, source, SpeakerRole.Tool, occurredAt, text, pairs) : $"{source}-{id}",
            Speaker = source,
            Role = SpeakerRole.Tool,
            Text = text.Trim(),
            OccurredAt = occurredAt,
            Session = session,
            Metadata = pairs,
        }, null);
    }

    /// <summary>The fields as metadata, under their own names, in camel case.</summary>
    public static Dictionary<string, string> Pick(JsonElement entry, params ReadOnlySpan<string> fields)
    {
        var metadata = new Dictionary<string, string>(JsonFields.Metadata(entry, "metadata"), StringComparer.Ordinal);
        foreach (var field in fields)
        {
            if (entry.TryGetProperty(field, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            {
                var text = JsonFields.Scalar(entry, field) ?? value.GetRawText();
                if (text.Length > 0)
                {
                    metadata[Camel(field)] = text;
                }
            }
        }

        return metadata;
    }

    private static string Camel(string field)
    {
        var parts = field.Split('_');
        return parts[0] + string.Concat(parts.Skip(1).Select(part => part.Length == 0 ? "" : char.ToUpperInvariant(part[0]) + part[1..]));
    }
}
