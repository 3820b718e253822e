using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OMem.Embeddings.Tokenization;

namespace OMem.Embeddings.Folders;

/// <summary>What a sentence-transformers folder says of its model.</summary>
internal sealed record ModelFolder(string ModelId, string OnnxFile, WordPieceVocabulary Vocabulary, PoolingMode Pooling, int MaxTokens)
{
    private const int DefaultMaxTokens = 512;
    private const int FewestTokens = 3;
    private const int HashBytes = 6;

    public static ModelFolder Read(string path)
    {
        if (!Directory.Exists(path))
        {
            throw new EmbeddingModelException(path, "is not a folder that exists");
        }

        var onnx = FindFirst(path, "model.onnx", Path.Combine("onnx", "model.onnx"))
            ?? throw new EmbeddingModelException(path, "has neither model.onnx nor onnx/model.onnx");
        var vocabulary = WordPieceVocabulary.Read(path);
        var pooling = PoolingConfiguration.Read(path);
        var maxTokens = ReadMaxTokens(path);
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        return new($"{name}@{Hash(onnx, vocabulary, pooling, maxTokens)}", onnx, vocabulary, pooling, maxTokens);
    }

    /// <summary>The model's own limit, within what it has places for.</summary>
    private static int ReadMaxTokens(string path)
    {
        var stated = JsonFile.Find(path, "sentence_bert_config.json")?.Count("max_seq_length")
            ?? JsonFile.Find(path, "tokenizer_config.json")?.Count("model_max_length")
            ?? DefaultMaxTokens;
        var places = JsonFile.Find(path, "config.json")?.Count("max_position_embeddings") ?? int.MaxValue;
        var limit = Math.Min(stated, places);
        return limit >= FewestTokens
            ? limit
            : throw new EmbeddingModelException(path, FormattableString.Invariant($"reads {limit} tokens at once; at least {FewestTokens} are needed"));
    }

    /// <summary>Covers all that a vector depends on, so that a change of any of it is seen as another model.</summary>
    private static string Hash(string onnx, WordPieceVocabulary vocabulary, PoolingMode pooling, int maxTokens)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AppendFile(hash, onnx);
        // Large models keep their weights beside the graph.
        if (File.Exists(onnx + "_data"))
        {
            AppendFile(hash, onnx + "_data");
        }

        hash.AppendData(vocabulary.Bytes);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{vocabulary.Options} {pooling} {maxTokens}")));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, HashBytes));
    }

    private static void AppendFile(IncrementalHash hash, string path)
    {
        using var stream = File.OpenRead(path);
        hash.AppendData(SHA256.HashData(stream));
    }

    private static string? FindFirst(string folder, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (File.Exists(Path.Combine(folder, name)))
            {
                return Path.Combine(folder, name);
            }
        }

        return null;
    }
}
