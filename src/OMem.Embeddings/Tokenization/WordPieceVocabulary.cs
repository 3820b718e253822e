using System.Text;
using System.Text.Json;
using OMem.Embeddings.Folders;

namespace OMem.Embeddings.Tokenization;

/// <summary>The vocabulary of a BERT-like model: one piece a line, in the order of the ids, and how to use it.</summary>
internal sealed record WordPieceVocabulary(string Path, byte[] Bytes, WordPieceOptions Options)
{
    /// <summary>From <c>vocab.txt</c>, else from <c>tokenizer.json</c>.</summary>
    public static WordPieceVocabulary Read(string folder)
    {
        var tokenizer = JsonFile.Find(folder, "tokenizer.json");
        if (tokenizer?.Text("model", "type") is { } type && !string.Equals(type, "WordPiece", StringComparison.Ordinal))
        {
            throw new EmbeddingModelException(tokenizer.Path, $"has a tokenizer of the kind '{type}'; only WordPiece is supported");
        }

        var path = System.IO.Path.Combine(folder, "vocab.txt");
        var pieces = File.Exists(path) ? ReadLines(path)
            : tokenizer is not null ? ReadPieces(tokenizer)
            : throw new EmbeddingModelException(folder, "has neither vocab.txt nor tokenizer.json");
        var options = ReadOptions(folder, tokenizer);
        path = File.Exists(path) ? path : tokenizer!.Path;
        var known = pieces.ToHashSet(StringComparer.Ordinal);
        foreach (var mark in (string[])[options.Unknown, options.First, options.Last, options.Padding])
        {
            if (!known.Contains(mark))
            {
                throw new EmbeddingModelException(path, $"does not have the piece '{mark}'");
            }
        }

        return new(path, Encoding.UTF8.GetBytes(string.Join('\n', pieces)), options);
    }

    private static string[] ReadLines(string path)
    {
        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path));
            return [.. text.TrimEnd('\n', '\r').Split('\n').Select(line => line.TrimEnd('\r'))];
        }
        catch (DecoderFallbackException fault)
        {
            throw new EmbeddingModelException(path, "is not UTF-8 text", fault);
        }
    }

    private static string[] ReadPieces(JsonFile tokenizer)
    {
        if (tokenizer.Get("model", "vocab") is not { ValueKind: JsonValueKind.Object } vocabulary)
        {
            throw new EmbeddingModelException(tokenizer.Path, "has no 'model.vocab'");
        }

        var pieces = new string?[vocabulary.EnumerateObject().Count()];
        foreach (var piece in vocabulary.EnumerateObject())
        {
            if (piece.Value.ValueKind != JsonValueKind.Number || !piece.Value.TryGetInt32(out var id) || id < 0 || id >= pieces.Length || pieces[id] is not null)
            {
                throw new EmbeddingModelException(tokenizer.Path, $"must number the pieces from 0 on without a gap; '{piece.Name}' has the id {piece.Value.GetRawText()}");
            }

            pieces[id] = piece.Name;
        }

        return pieces!;
    }

    private static WordPieceOptions ReadOptions(string folder, JsonFile? tokenizer)
    {
        var configuration = JsonFile.Find(folder, "tokenizer_config.json");
        var lowerCase = tokenizer?.Flag("normalizer", "lowercase")
            ?? configuration?.Flag("do_lower_case")
            ?? JsonFile.Find(folder, "sentence_bert_config.json")?.Flag("do_lower_case")
            ?? true;
        return new(
            lowerCase,
            // Without a word on accents the original strips them when it lowers case.
            StripAccents: tokenizer?.Flag("normalizer", "strip_accents") ?? configuration?.Flag("strip_accents") ?? lowerCase,
            SplitChinese: tokenizer?.Flag("normalizer", "handle_chinese_chars") ?? configuration?.Flag("tokenize_chinese_chars") ?? true,
            Unknown: tokenizer?.Text("model", "unk_token") ?? configuration?.Text("unk_token") ?? "[UNK]",
            First: configuration?.Text("cls_token") ?? "[CLS]",
            Last: configuration?.Text("sep_token") ?? "[SEP]",
            Padding: configuration?.Text("pad_token") ?? "[PAD]");
    }
}
