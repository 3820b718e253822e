using System.Text.Json.Serialization;

namespace OMem.ModelConverter.TensorFlowJs;

/// <summary>The part of a TensorFlow.js <c>model.json</c> that says where the weights lie.</summary>
internal sealed record WeightManifest(
    [property: JsonPropertyName("weightsManifest"), JsonRequired] IReadOnlyList<WeightGroup> Groups);

/// <summary>One group: its shard files, to be read as one stream, and the tensors in it, in order.</summary>
internal sealed record WeightGroup(
    [property: JsonPropertyName("paths"), JsonRequired] IReadOnlyList<string> Paths,
    [property: JsonPropertyName("weights"), JsonRequired] IReadOnlyList<WeightEntry> Weights);

/// <summary>One tensor.</summary>
internal sealed record WeightEntry(
    [property: JsonPropertyName("name"), JsonRequired] string Name,
    [property: JsonPropertyName("shape"), JsonRequired] IReadOnlyList<int> Shape,
    [property: JsonPropertyName("dtype"), JsonRequired] string ElementType);
