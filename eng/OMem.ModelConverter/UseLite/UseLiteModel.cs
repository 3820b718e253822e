using OMem.ModelConverter.TensorFlowJs;

namespace OMem.ModelConverter.UseLite;

/// <summary>The weights of Universal Sentence Encoder Lite (Cer et al., arXiv 1803.11175), by their place in the network.</summary>
internal sealed record UseLiteModel(
    float[] Embeddings,
    float[] TimingFrequencies,
    IReadOnlyList<EncoderLayer> Layers,
    DenseLayer Projection)
{
    public const int VocabularySize = 8_002;
    public const int EmbeddingWidth = 256;
    public const int Width = 512;
    public const int InnerWidth = 1_536;
    public const int Heads = 4;
    public const int MaxTokens = 128;
    private const string Folded = "module_apply_default/Encoder_en/KonaTransformer/Encode/";
    private const string Stack = Folded + "TransformerStack/";
    private const string Variables = "module/Encoder_en/KonaTransformer/Encode/";
    private const string Joined = "/ConcatPartitions/concat";

    public static UseLiteModel Read(WeightFile weights) => new(
        weights.Tensor("module/Embeddings_en", VocabularySize * EmbeddingWidth),
        weights.Tensor(Stack + "Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1", EmbeddingWidth / 2),
        [ReadLayer(weights, 0, EmbeddingWidth), ReadLayer(weights, 1, Width)],
        Dense(weights, "module/Encoder_en/hidden_layers/tanh_layer_0/weights", "module/Encoder_en/hidden_layers/tanh_layer_0/bias", Width, Width));

    private static EncoderLayer ReadLayer(WeightFile weights, int index, int width)
    {
        var layer = FormattableString.Invariant($"Layer_{index}/TransformerLayer/");
        var attention = layer + "MultiheadAttention/";
        var feedForward = layer + "FFN/";
        return new(
            Norm(weights, Folded + layer, width),
            Dense(weights, Variables + attention + "qkv_transform_single/kernel/part_0", Folded + attention + "qkv_transform_single/bias" + Joined, width, 3 * width),
            Dense(weights, Variables + attention + "output_transform_single/kernel/part_0", Folded + attention + "output_transform_single/bias" + Joined, width, Width),
            width == Width ? null : Dense(weights, Folded + layer + "dense/kernel" + Joined, Folded + layer + "dense/bias" + Joined, width, Width),
            Norm(weights, Folded + feedForward, Width),
            Dense(weights, Stack + feedForward + "conv1/Tensordot/Reshape_1", Folded + feedForward + "conv1/bias" + Joined, Width, InnerWidth),
            Dense(weights, Stack + feedForward + "conv2/Tensordot/Reshape_1", Folded + feedForward + "conv2/bias" + Joined, InnerWidth, Width));
    }

    private static LayerNorm Norm(WeightFile weights, string prefix, int width) => new(
        weights.Tensor(prefix + "layer_prepostprocess/layer_norm/layer_norm_scale" + Joined, width),
        weights.Tensor(prefix + "layer_prepostprocess/layer_norm/layer_norm_bias" + Joined, width));

    private static DenseLayer Dense(WeightFile weights, string kernel, string bias, int inputs, int outputs) =>
        new(weights.Tensor(kernel, inputs * outputs), weights.Tensor(bias, outputs), inputs, outputs);
}
