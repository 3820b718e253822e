using System.Text.Json;
using OMem.ModelConverter.Onnx;

namespace OMem.Embeddings.Tests.Folders;

/// <summary>
/// A sentence-transformers folder with a network of one table: a token's vector is its row, times the mask, plus the
/// segment. Deleted at the end.
/// </summary>
internal sealed class TinyTransformer : IDisposable
{
    public const int Width = 4;
    public static readonly string[] Pieces =
        ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "dog", "cat", "sleep", "##s", "cafe", "Café", "日", "本", ".", "i"];

    public string Folder { get; } = Directory.CreateTempSubdirectory("omem-tiny-").FullName;

    public TinyTransformer()
    {
        Write("model.onnx", Network("last_hidden_state", OnnxElementType.Int64, "input_ids", "attention_mask", "token_type_ids"));
        Write("vocab.txt", string.Join('\n', Pieces) + "\n");
    }

    public static float[] Row(int id) => [MathF.Sin(id + 1), MathF.Cos(id * 3), id % 5 - 2, 0.25f * id];

    /// <summary>The unit vector that those tokens ought to give under mean pooling.</summary>
    public static float[] Mean(params string[] pieces) =>
        Unit([.. Enumerable.Range(0, Width).Select(i => pieces.Average(piece => Row(Array.IndexOf(Pieces, piece))[i]))]);

    public static float[] Unit(float[] vector)
    {
        var length = MathF.Sqrt(vector.Sum(value => value * value));
        return [.. vector.Select(value => value / length)];
    }

    public static byte[] Network(string output, OnnxElementType idType, params string[] inputs)
    {
        var graph = new OnnxGraphBuilder("tiny");
        foreach (var input in inputs)
        {
            graph.Input(input, idType, -1, -2);
        }

        var axis = graph.Constant("axis", [2L], 1);
        var table = graph.Constant("table", Enumerable.Range(0, Pieces.Length).SelectMany(Row).ToArray().AsSpan(), Pieces.Length, Width);
        var hidden = graph.Node("rows", "Gather", [table, "input_ids"]);
        foreach (var (input, operation) in (ReadOnlySpan<(string, string)>)[("attention_mask", "Mul"), ("token_type_ids", "Add")])
        {
            if (inputs.Contains(input, StringComparer.Ordinal))
            {
                var number = graph.Node(input + "_number", "Cast", [input], OnnxAttribute.Of("to", (long)OnnxElementType.Float));
                hidden = graph.Node(input + "_applied", operation, [hidden, graph.Node(input + "_column", "Unsqueeze", [number, axis])]);
            }
        }

        if (string.Equals(output, "sentence_embedding", StringComparison.Ordinal))
        {
            graph.Node(output, "ReduceMax", [hidden], OnnxAttribute.Of("axes", [1L]), OnnxAttribute.Of("keepdims", 0L));
            graph.Output(output, OnnxElementType.Float, -1, Width);
        }
        else
        {
            graph.Node(output, "Identity", [hidden]);
            graph.Output(output, OnnxElementType.Float, -1, -2, Width);
        }

        return graph.Build();
    }

    public static string TokenizerJson(bool lowerCase, string type = "WordPiece") => JsonSerializer.Serialize(new
    {
        normalizer = new { type = "BertNormalizer", lowercase = lowerCase, strip_accents = (bool?)null, handle_chinese_chars = true },
        model = new { type, unk_token = "[UNK]", vocab = Pieces.Select((piece, id) => (piece, id)).ToDictionary(pair => pair.piece, pair => pair.id) },
    });

    public TinyTransformer Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Folder, name))!);
        File.WriteAllText(Path.Combine(Folder, name), text);
        return this;
    }

    public TinyTransformer Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Folder, name))!);
        File.WriteAllBytes(Path.Combine(Folder, name), bytes);
        return this;
    }

    public TinyTransformer Delete(string name)
    {
        File.Delete(Path.Combine(Folder, name));
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
