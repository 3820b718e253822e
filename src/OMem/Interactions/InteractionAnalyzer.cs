using OMem.Text;

namespace OMem.Interactions;

/// <summary>Turns an interaction into what is indexed of it. Pure: the same interaction gives the same bytes.</summary>
internal static class InteractionAnalyzer
{
    /// <summary>The metadata key of an image description.</summary>
    public const string CaptionKey = "caption";

    /// <summary>The longest text given to an encoder, in UTF-16 units: far more than small encoders read.</summary>
    public const int MaxEmbeddingLength = 2000;

    /// <summary>Stems and marks of an interaction: stems of text and caption, marks of the text alone.</summary>
    public static IndexTerms Analyze(Interaction interaction)
    {
        var tokens = Tokenizer.Tokenize(interaction.Text);
        var caption = Caption(interaction);
        var stems = KeptStems(tokens, tokens.Count);
        if (caption is not null)
        {
            stems.AddRange(KeptStems(Tokenizer.Tokenize(caption), 0));
        }

        return new IndexTerms(stems, new SurfaceMarks
        {
            TimeWords = TimeWords.CountTimeWords(tokens),
            FirstPerson = TimeWords.CountFirstPerson(tokens),
            ProperNames = ProperNames.Count(interaction.Text, tokens, interaction.Speaker),
            PastWords = SurfaceWords.CountPast(tokens),
            YouWords = SurfaceWords.CountYou(tokens),
            IsQuestion = TimeWords.EndsWithQuestion(interaction.Text),
            GivesReason = SurfaceWords.GivesReason(tokens),
            IsDirective = interaction.Role == SpeakerRole.Person && SurfaceWords.IsDirective(tokens),
            Tokens = TokenEstimate.Count(ShownText(interaction)),
        });
    }

    /// <summary>Stems of a sentence or label that nobody spoke (a persona item, a topic).</summary>
    public static IndexTerms Analyze(string text) =>
        new(KeptStems(Tokenizer.Tokenize(text)), new SurfaceMarks { Tokens = TokenEstimate.Count(text) });

    /// <summary>The words of an interaction as a reader sees them: the text, then the caption in square brackets.</summary>
    public static string ShownText(Interaction interaction) =>
        Caption(interaction) is { } caption ? $"{interaction.Text} [{caption}]" : interaction.Text;

    /// <summary>What is given to the encoder: <c>Speaker: text [caption]</c>.</summary>
    public static string EmbeddingText(Interaction interaction) => Cut($"{interaction.Speaker}: {ShownText(interaction)}");

    /// <summary>Stems without stop words and question words, in order.</summary>
    public static List<string> KeptStems(List<Token> tokens, int capacityHint = 0)
    {
        var stems = new List<string>(capacityHint / 2);
        foreach (var token in tokens)
        {
            if (IsContent(token.Text))
            {
                stems.Add(PorterStemmer.Stem(token.Text));
            }
        }

        return stems;
    }

    /// <summary>Whether a folded word is neither a stop word nor a question word.</summary>
    public static bool IsContent(string word) => !StopWords.IsStopWord(word) && !StopWords.IsQuestionWord(word);

    /// <summary>At most <see cref="MaxEmbeddingLength"/> units, no surrogate pair split.</summary>
    public static string Cut(string text)
    {
        if (text.Length <= MaxEmbeddingLength)
        {
            return text;
        }

        return char.IsHighSurrogate(text[MaxEmbeddingLength - 1]) ? text[..(MaxEmbeddingLength - 1)] : text[..MaxEmbeddingLength];
    }

    private static string? Caption(Interaction interaction) =>
        interaction.Metadata.TryGetValue(CaptionKey, out var caption) && !string.IsNullOrWhiteSpace(caption) ? caption : null;
}
