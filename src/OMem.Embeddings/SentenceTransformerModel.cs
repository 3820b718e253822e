using OMem.Embeddings.Folders;
using OMem.Embeddings.Models;
using OMem.Embeddings.Tokenization;

namespace OMem.Embeddings;

/// <summary>
/// Any sentence-transformers model exported to ONNX, in a folder: <c>model.onnx</c> or <c>onnx/model.onnx</c>,
/// <c>vocab.txt</c> or a WordPiece <c>tokenizer.json</c>, and, where present, <c>modules.json</c>,
/// <c>1_Pooling/config.json</c>, <c>sentence_bert_config.json</c>, <c>tokenizer_config.json</c> and <c>config.json</c>.
/// </summary>
public static class SentenceTransformerModel
{
    /// <summary>Loads the model and embeds one text as a trial.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <returns>
    /// A generator with pooling as the folder says (mean over tokens without such a word) and unit-length vectors. Its
    /// model id holds the folder's name and a hash of the model, the vocabulary and the settings found.
    /// </returns>
    /// <exception cref="EmbeddingModelException">A file is missing, broken or asks for what is not supported.</exception>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">A setting is out of its range.</exception>
    public static OnnxEmbeddingGenerator Load(string directory, OnnxEmbeddingOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        var settings = OnnxEmbeddingGenerator.Validate(options);
        var folder = ModelFolder.Read(Path.GetFullPath(directory));
        var tokenizer = new WordPieceTokenizer(folder.Vocabulary, folder.MaxTokens);
        var model = new TransformerModel(folder.OnnxFile, folder.Pooling, tokenizer.Encode("", 1)[0]);
        return new(folder.ModelId, tokenizer, model, settings);
    }
}
