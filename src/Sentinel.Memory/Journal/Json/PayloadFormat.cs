using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Sentinel.Memory;

/// <summary>Payloads by kind: their names in the file and their serializers.</summary>
internal static class PayloadFormat
{
    private static readonly Dictionary<string, JournalKind> ByName = Enum.GetValues<JournalKind>().ToDictionary(kind => kind.ToString(), StringComparer.Ordinal);

    public static string Name(JournalKind kind) => kind.ToString();

    public static bool TryKind(string? name, out JournalKind kind)
    {
        kind = default;
        return name is not null && ByName.TryGetValue(name, out kind);
    }

    public static void Write(Utf8JsonWriter writer, IJournalPayload payload) => JsonSerializer.Serialize(writer, payload, TypeInfo(payload.Kind));

    public static IJournalPayload Read(JournalKind kind, ReadOnlySpan<byte> json) =>
        (IJournalPayload?)JsonSerializer.Deserialize(json, TypeInfo(kind)) ?? throw new JsonException("the payload is null");

    private static JsonTypeInfo TypeInfo(JournalKind kind) => kind switch
    {
        JournalKind.Decision => JournalJson.Default.Decision,
        JournalKind.Fill => JournalJson.Default.FillEntry,
        JournalKind.Outcome => JournalJson.Default.Outcome,
        JournalKind.Assessment => JournalJson.Default.Assessment,
        JournalKind.Reflection => JournalJson.Default.Reflection,
        JournalKind.Event => JournalJson.Default.EventEntry,
        JournalKind.PersonaChanged => JournalJson.Default.PersonaChangedEntry,
        JournalKind.MandateChanged => JournalJson.Default.MandateChanged,
        JournalKind.Denied => JournalJson.Default.Denied,
        JournalKind.Halted => JournalJson.Default.Halted,
        JournalKind.Forgotten => JournalJson.Default.Forgotten,
        JournalKind.Note => JournalJson.Default.AgentNote,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
