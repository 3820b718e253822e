using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sentinel;

/// <summary>A symbol is its name in JSON, as a value and as a key.</summary>
public sealed class SymbolJsonConverter : JsonConverter<Symbol>
{
    /// <inheritdoc/>
    public override Symbol Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ToSymbol(reader.GetString());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Symbol value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }

    /// <inheritdoc/>
    public override Symbol ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ToSymbol(reader.GetString());

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, Symbol value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.Value);
    }

    private static Symbol ToSymbol(string? text) =>
        Symbol.TryParse(text, out var symbol) ? symbol : string.IsNullOrEmpty(text) ? default : throw new JsonException("The text is no symbol.");
}
