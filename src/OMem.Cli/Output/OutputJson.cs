using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OMem.ChatClients;
using OMem.Cli.Bench;
using OMem.Cli.Demo;
using OMem.Cli.Doctor;
using OMem.Cli.Encryption;
using OMem.Cli.Llm;

namespace OMem.Cli.Output;

/// <summary>Everything <c>--json</c> writes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    Converters =
    [
        typeof(CamelCaseEnum<RecallItemKind>), typeof(CamelCaseEnum<SpeakerRole>), typeof(CamelCaseEnum<SourceTrust>), typeof(CamelCaseEnum<AnswerKind>),
        typeof(CamelCaseEnum<TraceDecision>), typeof(CamelCaseEnum<PersonaItemKind>), typeof(CamelCaseEnum<Polarity>),
        typeof(CamelCaseEnum<LedgerOperation>), typeof(CamelCaseEnum<CheckState>),
        typeof(CamelCaseEnum<ModelStage>), typeof(CamelCaseEnum<EstimateBasis>), typeof(CamelCaseEnum<ModelRole>), typeof(CamelCaseEnum<ModelFault>), typeof(CamelCaseEnum<StructuredOutput>),
        typeof(CamelCaseEnum<SensitiveKind>), typeof(CamelCaseEnum<SensitiveHandling>), typeof(CamelCaseEnum<RetentionMode>),
    ])]
[JsonSerializable(typeof(RecallOutput))]
[JsonSerializable(typeof(AskOutput))]
[JsonSerializable(typeof(PersonaCard))]
[JsonSerializable(typeof(CorrectionResult))]
[JsonSerializable(typeof(ForgetPreview))]
[JsonSerializable(typeof(ForgetResult))]
[JsonSerializable(typeof(EraseReceipt))]
[JsonSerializable(typeof(RetentionRun))]
[JsonSerializable(typeof(IReadOnlyList<QuarantinedItem>))]
[JsonSerializable(typeof(IReadOnlyList<Topic>))]
[JsonSerializable(typeof(IReadOnlyList<Episode>))]
[JsonSerializable(typeof(IReadOnlyList<LedgerEntry>))]
[JsonSerializable(typeof(MemoryStatus))]
[JsonSerializable(typeof(MemoryStats))]
[JsonSerializable(typeof(SensitiveDataPolicy))]
[JsonSerializable(typeof(RememberOutput))]
[JsonSerializable(typeof(ImportOutput))]
[JsonSerializable(typeof(RestoreOutput))]
[JsonSerializable(typeof(FlushOutput))]
[JsonSerializable(typeof(UnderstandingEstimate))]
[JsonSerializable(typeof(DemoOutput))]
[JsonSerializable(typeof(BenchOutput))]
[JsonSerializable(typeof(GrowthRow))]
[JsonSerializable(typeof(IReadOnlyList<DoctorCheck>))]
[JsonSerializable(typeof(IReadOnlyList<LlmCheckOutput>))]
[JsonSerializable(typeof(LlmShowOutput))]
[JsonSerializable(typeof(EncryptionOutput))]
[JsonSerializable(typeof(KeyStatus))]
[JsonSerializable(typeof(NewKeyOutput))]
[JsonSerializable(typeof(RotateOutput))]
[JsonSerializable(typeof(StoreCopyOutput))]
[JsonSerializable(typeof(PersonaItem))]
[JsonSerializable(typeof(AttributeCluster))]
[JsonSerializable(typeof(Topic))]
[JsonSerializable(typeof(LedgerEntry))]
internal sealed partial class OutputJson : JsonSerializerContext
{
    // Made on first use: the generated default is a static of another file, whose order of initialisation is not promised.
    private static readonly Lazy<OutputJson> ReadableContext = new(() => new OutputJson(new JsonSerializerOptions(Default!.Options)
    {
        TypeInfoResolver = null,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }));

    /// <summary>Leaves apostrophes and letters of every script as they are; control characters are escaped all the same.</summary>
    public static OutputJson Readable => ReadableContext.Value;
}
