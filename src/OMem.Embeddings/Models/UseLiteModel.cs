using Microsoft.ML.OnnxRuntime;

namespace OMem.Embeddings.Models;

/// <summary>Universal Sentence Encoder Lite as the converter writes it: ids [1, tokens] and pooling [rows, tokens] to vectors [1, rows, 512].</summary>
internal sealed class UseLiteModel : IFocusModel
{
    /// <summary>What the model reads at once.</summary>
    public const int MaxTokens = 128;

    private static readonly string[] Inputs = ["input_ids", "pooling"];
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
        var pooling = new float[ids.Length];
        pooling.AsSpan().Fill(1f / ids.Length);
        return Run(ids, pooling, rows: 1);
    }

    public float[] Embed(int[] ids, bool[] focus)
    {
        var length = ids.Length;
        var pooling = new float[2 * length];
        pooling.AsSpan(0, length).Fill(1f / length);
        var weight = 1f / focus.Count(static isIn => isIn);
        for (var i = 0; i < length; i++)
        {
            pooling[length + i] = focus[i] ? weight : 0f;
        }

        return Run(ids, pooling, rows: 2);
    }

    /// <summary>The rows one after the other.</summary>
    private float[] Run(int[] ids, float[] pooling, int rows)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(ids, [1, ids.Length]);
        using var weights = OrtValue.CreateTensorValueFromMemory(pooling, [rows, ids.Length]);
        using var results = _session.Run(_runOptions, Inputs, [input, weights], Outputs);
        var vectors = results[0].GetTensorDataAsSpan<float>().ToArray();
        for (var row = 0; row < rows; row++)
        {
            UnitVector.Normalize(vectors.AsSpan(row * Dimensions, Dimensions));
        }

        return vectors;
    }

    public void Dispose()
    {
        _session.Dispose();
        _runOptions.Dispose();
    }
}
