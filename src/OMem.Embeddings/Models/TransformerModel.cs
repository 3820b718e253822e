using System.Numerics.Tensors;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using OMem.Embeddings.Folders;

namespace OMem.Embeddings.Models;

/// <summary>A BERT-like network: token ids to token vectors, pooled here, or to one vector.</summary>
internal sealed class TransformerModel : IVectorModel
{
    private readonly InferenceSession _session;
    private readonly RunOptions _runOptions = SessionSettings.CreateRun();
    private readonly PoolingMode _pooling;
    private readonly string[] _inputs;
    private readonly bool[] _wide;
    private readonly string[] _output;

    /// <summary>Loads the file and runs it once on <paramref name="trial"/>.</summary>
    public TransformerModel(string path, PoolingMode pooling, int[] trial)
    {
        _pooling = pooling;
        try
        {
            using var settings = SessionSettings.Create();
            _session = new(path, settings);
        }
        catch (OnnxRuntimeException fault)
        {
            throw new EmbeddingModelException(path, $"cannot be loaded: {fault.Message}", fault);
        }

        try
        {
            _inputs = [.. _session.InputMetadata.Keys];
            _wide = [.. _inputs.Select(name => IsWide(path, name, _session.InputMetadata[name]))];
            _output = [FindOutput(path, _session)];
            Dimensions = Embed(trial).Length;
        }
        catch (OnnxRuntimeException fault)
        {
            Dispose();
            throw new EmbeddingModelException(path, $"fails on a first text: {fault.Message}", fault);
        }
        catch (EmbeddingModelException)
        {
            Dispose();
            throw;
        }
    }

    public int Dimensions { get; }

    public float[] Embed(int[] ids)
    {
        var values = new OrtValue[_inputs.Length];
        try
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = Input(_inputs[i], ids, _wide[i]);
            }

            using var results = _session.Run(_runOptions, _inputs, values, _output);
            var shape = results[0].GetTensorTypeAndShape().Shape;
            var vector = Pool(results[0].GetTensorDataAsSpan<float>(), (int)shape[^1]);
            UnitVector.Normalize(vector);
            return vector;
        }
        finally
        {
            foreach (var value in values)
            {
                value?.Dispose();
            }
        }
    }

    public void Dispose()
    {
        _session.Dispose();
        _runOptions.Dispose();
    }

    private float[] Pool(ReadOnlySpan<float> tokens, int width)
    {
        var result = tokens[..width].ToArray();
        if (_pooling == PoolingMode.First)
        {
            return result;
        }

        for (var start = width; start < tokens.Length; start += width)
        {
            if (_pooling == PoolingMode.Max)
            {
                TensorPrimitives.Max(result, tokens.Slice(start, width), result);
            }
            else
            {
                // The sum has the mean's direction, and the length is made one anyway.
                TensorPrimitives.Add(result, tokens.Slice(start, width), result);
            }
        }

        return result;
    }

    /// <summary>One text a run has no padding: the mask is all ones, and all tokens are of the first segment.</summary>
    private static OrtValue Input(string name, int[] ids, bool wide)
    {
        var values = name switch
        {
            "input_ids" => ids,
            "attention_mask" => Enumerable.Repeat(1, ids.Length).ToArray(),
            _ => new int[ids.Length],
        };
        return wide
            ? OrtValue.CreateTensorValueFromMemory(Array.ConvertAll(values, value => (long)value), [1, ids.Length])
            : OrtValue.CreateTensorValueFromMemory(values, [1, ids.Length]);
    }

    private static bool IsWide(string path, string name, NodeMetadata input) => (name, input.ElementDataType) switch
    {
        ("input_ids" or "attention_mask" or "token_type_ids", TensorElementType.Int64) => true,
        ("input_ids" or "attention_mask" or "token_type_ids", TensorElementType.Int32) => false,
        _ => throw new EmbeddingModelException(path, $"wants an input '{name}' of type {input.ElementDataType}, which is not known"),
    };

    /// <summary>The token vectors where there are such, else the vector of the text.</summary>
    private static string FindOutput(string path, InferenceSession session)
    {
        foreach (var rank in (int[])[3, 2])
        {
            foreach (var (name, output) in session.OutputMetadata)
            {
                if (output.ElementDataType == TensorElementType.Float && output.Dimensions.Length == rank)
                {
                    return name;
                }
            }
        }

        throw new EmbeddingModelException(path, "has no output of floats with three dimensions (token vectors) or two (a vector)");
    }
}
