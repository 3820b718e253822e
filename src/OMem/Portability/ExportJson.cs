using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OMem.Portability;

/// <summary>The JSON of an export's lines. The same value gives the same bytes; what is not known, given twice or missing is an error.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = 16,
    Converters =
    [
        typeof(ExportEnum<SpeakerRole>), typeof(ExportEnum<SourceTrust>), typeof(ExportEnum<PersonaItemKind>), typeof(ExportEnum<Polarity>), typeof(ExportEnum<LedgerOperation>),
    ])]
[JsonSerializable(typeof(ExportHeader))]
[JsonSerializable(typeof(ExportedInteraction))]
[JsonSerializable(typeof(ExportEnd))]
[JsonSerializable(typeof(PersonaItem))]
[JsonSerializable(typeof(AttributeCluster))]
[JsonSerializable(typeof(Topic))]
[JsonSerializable(typeof(LedgerEntry))]
internal sealed partial class ExportJson : JsonSerializerContext
{
    // Made on first use: the generated default is a static of another file, whose order of initialisation is not promised.
    private static readonly Lazy<ExportJson> LinesContext = new(() => new ExportJson(new JsonSerializerOptions(Default!.Options)
    {
        TypeInfoResolver = null,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }));

    /// <summary>Letters of every script stay readable; the text is never put into a page.</summary>
    public static ExportJson Lines => LinesContext.Value;
}

/// <summary>An enum by its name in camel case; a number is refused.</summary>
internal sealed class ExportEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
