using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sentinel.Agents;

/// <summary>What agents said, as it stands in the journal.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(SymbolConverter)])]
[JsonSerializable(typeof(MarketThesis))]
[JsonSerializable(typeof(ResearchCase))]
[JsonSerializable(typeof(RiskNote))]
[JsonSerializable(typeof(MemoryExtraction))]
[JsonSerializable(typeof(TradeIntent))]
[JsonSerializable(typeof(Memory.Reflection))]
internal sealed partial class AgentJson : JsonSerializerContext;

/// <summary>A symbol as its name.</summary>
internal sealed class SymbolConverter : JsonConverter<Symbol>
{
    public override Symbol Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && Symbol.TryParse(reader.GetString(), out var symbol) ? symbol : throw new JsonException("It is no symbol.");

    public override void Write(Utf8JsonWriter writer, Symbol value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
