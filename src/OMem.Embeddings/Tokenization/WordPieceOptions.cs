namespace OMem.Embeddings.Tokenization;

/// <summary>How a BERT-like tokenizer treats text, and its marks.</summary>
internal sealed record WordPieceOptions(
    bool LowerCase, bool StripAccents, bool SplitChinese, string Unknown, string First, string Last, string Padding);
