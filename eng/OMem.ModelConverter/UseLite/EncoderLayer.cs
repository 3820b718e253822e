namespace OMem.ModelConverter.UseLite;

/// <summary>
/// One pre-norm transformer layer. <paramref name="QueryKeyValue"/> gives the three side by side.
/// <paramref name="Residual"/>, where there is one, lifts the layer's input to its output width.
/// </summary>
internal sealed record EncoderLayer(
    LayerNorm AttentionNorm,
    DenseLayer QueryKeyValue,
    DenseLayer AttentionOutput,
    DenseLayer? Residual,
    LayerNorm FeedForwardNorm,
    DenseLayer Inner,
    DenseLayer Outer);
