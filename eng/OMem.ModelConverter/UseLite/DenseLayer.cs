namespace OMem.ModelConverter.UseLite;

/// <summary>y = x W + b. <paramref name="Weights"/> is row-major, <paramref name="Inputs"/> x <paramref name="Outputs"/>.</summary>
internal sealed record DenseLayer(float[] Weights, float[] Bias, int Inputs, int Outputs);
