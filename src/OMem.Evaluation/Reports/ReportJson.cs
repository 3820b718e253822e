using System.Text.Json.Serialization;

namespace OMem.Evaluation;

[JsonSourceGenerationOptions(WriteIndented = true, NewLine = "\n", DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RetrievalReport))]
internal sealed partial class ReportJson : JsonSerializerContext;
