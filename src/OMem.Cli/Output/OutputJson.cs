using System.Text.Json.Serialization;
using OMem.Cli.Bench;
using OMem.Cli.Demo;
using OMem.Cli.Doctor;

namespace OMem.Cli.Output;

/// <summary>Everything <c>--json</c> writes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    Converters =
    [
        typeof(CamelCaseEnum<RecallItemKind>), typeof(CamelCaseEnum<SpeakerRole>), typeof(CamelCaseEnum<AnswerKind>),
        typeof(CamelCaseEnum<TraceDecision>), typeof(CamelCaseEnum<PersonaItemKind>), typeof(CamelCaseEnum<Polarity>),
        typeof(CamelCaseEnum<LedgerOperation>), typeof(CamelCaseEnum<CheckState>),
    ])]
[JsonSerializable(typeof(RecallOutput))]
[JsonSerializable(typeof(PersonaCard))]
[JsonSerializable(typeof(IReadOnlyList<Topic>))]
[JsonSerializable(typeof(IReadOnlyList<Episode>))]
[JsonSerializable(typeof(IReadOnlyList<LedgerEntry>))]
[JsonSerializable(typeof(MemoryStatus))]
[JsonSerializable(typeof(MemoryStats))]
[JsonSerializable(typeof(RememberOutput))]
[JsonSerializable(typeof(FlushOutput))]
[JsonSerializable(typeof(DemoOutput))]
[JsonSerializable(typeof(BenchOutput))]
[JsonSerializable(typeof(IReadOnlyList<DoctorCheck>))]
[JsonSerializable(typeof(PersonaItem))]
[JsonSerializable(typeof(AttributeCluster))]
[JsonSerializable(typeof(Topic))]
[JsonSerializable(typeof(LedgerEntry))]
internal sealed partial class OutputJson : JsonSerializerContext;
