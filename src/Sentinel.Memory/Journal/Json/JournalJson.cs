using System.Text.Json.Serialization;

namespace Sentinel.Memory;

/// <summary>How payloads are written: properties in the order of their declaration, no white space, invariant numbers, UTC times.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    Converters = [typeof(CanonicalDecimalConverter), typeof(CanonicalDoubleConverter), typeof(CanonicalTimeConverter), typeof(SymbolConverter)])]
[JsonSerializable(typeof(Decision))]
[JsonSerializable(typeof(FillEntry))]
[JsonSerializable(typeof(Outcome))]
[JsonSerializable(typeof(Assessment))]
[JsonSerializable(typeof(Reflection))]
[JsonSerializable(typeof(EventEntry))]
[JsonSerializable(typeof(PersonaChangedEntry))]
[JsonSerializable(typeof(MandateChanged))]
[JsonSerializable(typeof(Denied))]
[JsonSerializable(typeof(Halted))]
[JsonSerializable(typeof(Forgotten))]
[JsonSerializable(typeof(AgentNote))]
internal sealed partial class JournalJson : JsonSerializerContext;
