using System.Text;
using Microsoft.ML.Tokenizers;

namespace OMem.Embeddings.Tokenization;

/// <summary>The tokenizer of BERT-like models.</summary>
internal sealed class WordPieceTokenizer : ITextTokenizer
{
    private const int Marks = 2;
    private readonly BertTokenizer _tokenizer;
    private readonly int _maxTokens;

    public WordPieceTokenizer(WordPieceVocabulary vocabulary, int maxTokens)
    {
        var options = vocabulary.Options;
        _maxTokens = maxTokens;
        try
        {
            _tokenizer = BertTokenizer.Create(new MemoryStream(vocabulary.Bytes), new BertOptions
            {
                LowerCaseBeforeTokenization = options.LowerCase,
                RemoveNonSpacingMarks = options.StripAccents,
                IndividuallyTokenizeCjk = options.SplitChinese,
                UnknownToken = options.Unknown,
                ClassificationToken = options.First,
                SeparatorToken = options.Last,
                PaddingToken = options.Padding,
                // Text that looks like a mark is text.
                SplitOnSpecialTokens = false,
                MaskingToken = options.Unknown,
            });
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidDataException or InvalidOperationException)
        {
            throw new EmbeddingModelException(vocabulary.Path, $"is not a usable vocabulary: {fault.Message}", fault);
        }
    }

    public IReadOnlyList<int[]> Encode(string text, int maxChunks)
    {
        var room = _maxTokens - Marks;
        var ids = _tokenizer.EncodeToIds(WellFormed(text), checked(room * maxChunks), addSpecialTokens: false, out _, out _);
        return ids.Count <= room ? [WithMarks(ids)] : [.. ids.Chunk(room).Select(WithMarks)];
    }

    private int[] WithMarks(IEnumerable<int> ids) => [_tokenizer.ClassificationTokenId, .. ids, _tokenizer.SeparatorTokenId];

    /// <summary>With U+FFFD for each lone surrogate, on which normalisation would fail.</summary>
    private static string WellFormed(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            result.Append(rune);
        }

        return result.ToString();
    }
}
