namespace OMem.Recall;

/// <summary>Every feature of a turn, in the order of the columns of a <see cref="FeatureTable"/>.</summary>
internal static class FeatureCatalog
{
    /// <summary>Channel names, as shown in a trace.</summary>
    public const string Episodic = "episodic", Working = "working", Persona = "persona";

    private static readonly FeatureDefinition[] Definitions =
    [
        new(Feature.Words, "words", Episodic, IsStandardized: true),
        new(Feature.Bigrams, "bigrams", Episodic, IsStandardized: true),
        new(Feature.NearWindow, "near-window", Episodic, IsStandardized: true),
        new(Feature.WideWindow, "wide-window", Episodic, IsStandardized: true),
        new(Feature.AheadWindow, "ahead-window", Episodic, IsStandardized: true),
        new(Feature.Session, "session", Episodic, IsStandardized: true),
        new(Feature.MatchingQuestion, "matching-question", Episodic, IsStandardized: false),
        new(Feature.OtherSpeaker, "other-speaker", Episodic, IsStandardized: false),
        new(Feature.Date, "date", Episodic, IsStandardized: false),
        new(Feature.TimeWords, "time-words", Episodic, IsStandardized: false),
        new(Feature.FirstPerson, "first-person", Episodic, IsStandardized: false),
        new(Feature.IsQuestion, "is-question", Episodic, IsStandardized: false),
        new(Feature.ProperNames, "proper-names", Episodic, IsStandardized: false),
        new(Feature.Quotes, "quotes", Episodic, IsStandardized: false),
        new(Feature.Encoder, "encoder", Working, IsStandardized: true),
        new(Feature.EncoderAround, "encoder-around", Working, IsStandardized: true),
        new(Feature.SimilarQuestion, "similar-question", Working, IsStandardized: false),
        new(Feature.Topic, "topic", Working, IsStandardized: true),
        new(Feature.PersonaWords, "persona-words", Persona, IsStandardized: true),
        new(Feature.PersonaEncoder, "persona-encoder", Persona, IsStandardized: true),
    ];

    /// <summary>How many features there are.</summary>
    public static int Count => Definitions.Length;

    /// <summary>All of them, by column.</summary>
    public static IReadOnlyList<FeatureDefinition> All => Definitions;

    /// <summary>The definition of a feature.</summary>
    public static FeatureDefinition Get(Feature feature) => Definitions[(int)feature];

    /// <summary>The feature of a name in the weights file.</summary>
    public static bool TryFind(string name, out Feature feature)
    {
        foreach (var definition in Definitions)
        {
            if (string.Equals(definition.Name, name, StringComparison.Ordinal))
            {
                feature = definition.Feature;
                return true;
            }
        }

        feature = default;
        return false;
    }
}

/// <summary>A feature's name and place.</summary>
/// <param name="Feature">Which.</param>
/// <param name="Name">Its name in the weights file and in traces.</param>
/// <param name="Channel">The channel that gives it.</param>
/// <param name="IsStandardized">Whether it has mean 0 and deviation 1 over all turns of a query.</param>
internal sealed record FeatureDefinition(Feature Feature, string Name, string Channel, bool IsStandardized);

/// <summary>A feature of a turn for a question; the value is its column.</summary>
internal enum Feature
{
    /// <summary>BM25 of the turn's words.</summary>
    Words = 0,

    /// <summary>BM25 of pairs of neighbouring words.</summary>
    Bigrams = 1,

    /// <summary>BM25 of the turns up to two before and after, as one document.</summary>
    NearWindow = 2,

    /// <summary>BM25 of the turns up to four before and after, as one document.</summary>
    WideWindow = 3,

    /// <summary>BM25 of the turn and the three after it, as one document.</summary>
    AheadWindow = 4,

    /// <summary>BM25 of the session as one document.</summary>
    Session = 5,

    /// <summary>How well the question of somebody else just before matches by words.</summary>
    MatchingQuestion = 6,

    /// <summary>1 when the question is about somebody else than the turn's speaker; in a scope with an assistant, when the assistant speaks.</summary>
    OtherSpeaker = 7,

    /// <summary>How well the day of the turn fits a date in the question, 0-1.</summary>
    Date = 8,

    /// <summary>Time words and numbers, when the question asks for a time, 0-1.</summary>
    TimeWords = 9,

    /// <summary>First-person words, 0-1.</summary>
    FirstPerson = 10,

    /// <summary>1 when the turn ends with a question mark.</summary>
    IsQuestion = 11,

    /// <summary>Proper names, 0-1.</summary>
    ProperNames = 12,

    /// <summary>Quotation marks, 0-1.</summary>
    Quotes = 13,

    /// <summary>Dot product of the turn with the question's content words.</summary>
    Encoder = 14,

    /// <summary>Dot product of the turn and its neighbours with the whole question.</summary>
    EncoderAround = 15,

    /// <summary>How similar the question of somebody else just before is to this question.</summary>
    SimilarQuestion = 16,

    /// <summary>Topics near the question that the turn belongs to.</summary>
    Topic = 17,

    /// <summary>Persona items that rest on the turn and share words with the question.</summary>
    PersonaWords = 18,

    /// <summary>Persona items that rest on the turn and are similar to the question.</summary>
    PersonaEncoder = 19,
}
