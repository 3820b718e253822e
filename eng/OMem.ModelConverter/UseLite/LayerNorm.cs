namespace OMem.ModelConverter.UseLite;

/// <summary>A layer normalisation: per channel, a scale and a shift after the standardisation.</summary>
internal sealed record LayerNorm(float[] Scale, float[] Shift);
