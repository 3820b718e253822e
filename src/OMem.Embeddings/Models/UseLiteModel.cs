using Microsoft.ML.OnnxRuntime;

namespace OMem.Embeddings.Models;

/// <summary>Universal Sentence Encoder Lite as the converter writes it: ids [1, tokens] to a vector [1, 512].</summary>
internal sealed class UseLiteModel : IVectorModel
{
    /// <summary>What the model reads at once.</summary>
    public const int MaxTokens = 128;

    private static readonly string[] Inputs = ["input_ids"];
    private static readonly string[] Outputs = ["embedding"];
    private readonly InferenceSession _session;
    private readonly RunOptions _runOptions = SessionSettings.CreateRun();

    public UseLiteModel(byte[] onnx)
    {
        using var settings = SessionSettings.Create();
        _session = new(onnx, settings);
    }

    public int Dimensions => 512;

    public float[] Embed(int[] ids)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(ids, [1, ids.Length]);
        using var results = _session.Run(_runOptions, Inputs, [input], Outputs);
        var vector = results[0].GetTensorDataAsSpan<float>().ToArray();
        UnitVector.Normalize(vector);
        return vector;
    }

    public void Dispose()
    {
        _session.Dispose();
        _runOptions.Dispose();
    }
}
