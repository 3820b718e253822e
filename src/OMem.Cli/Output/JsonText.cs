using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OMem.Cli.Output;

/// <summary>Writes JSON: camel case, two spaces, line feeds, enumerations by name. The same value gives the same bytes.</summary>
internal static class JsonText
{
    /// <summary>Writes a value and a line end.</summary>
    public static void Write<T>(TextWriter writer, T value, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(JsonSerializer.Serialize(value, type));
        writer.Write('\n');
    }
}

/// <summary>Writes an enumeration by its name in camel case.</summary>
internal sealed class CamelCaseEnum<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase)
    where TEnum : struct, Enum;
