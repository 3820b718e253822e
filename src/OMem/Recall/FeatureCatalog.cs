namespace OMem.Recall;

/// <summary>Every feature of a turn, in the order of the columns of a <see cref="FeatureTable"/>.</summary>
internal static class FeatureCatalog
{
    /// <summary>Channel names, as shown in a trace.</summary>
    public const string Episodic = "episodic", Working = "working", Persona = "persona";

    private static readonly FeatureDefinition[] Definitions =
    [
        new(Feature.Words, "words", Episodic),
        new(Feature.WordsWhen, "words-when", Episodic),
        new(Feature.PersonWords, "person-words", Episodic),
        new(Feature.Bigrams, "bigrams", Episodic),
        new(Feature.NearWindow, "near-window", Episodic),
        new(Feature.WideWindow, "wide-window", Episodic),
        new(Feature.WideWindowRich, "wide-window-rich", Episodic),
        new(Feature.WideWindowInference, "wide-window-inference", Episodic),
        new(Feature.AheadWindow, "ahead-window", Episodic),
        new(Feature.Session, "session", Episodic),
        new(Feature.SessionRich, "session-rich", Episodic),
        new(Feature.MatchingQuestion, "matching-question", Episodic),
        new(Feature.OtherSpeaker, "other-speaker", Episodic),
        new(Feature.OtherSpeakerYou, "other-speaker-you", Episodic),
        new(Feature.Date, "date", Episodic),
        new(Feature.TimeWords, "time-words", Episodic),
        new(Feature.TimeWordsHowLong, "time-words-how-long", Episodic),
        new(Feature.FirstPerson, "first-person", Episodic),
        new(Feature.IsQuestion, "is-question", Episodic),
        new(Feature.ProperNames, "proper-names", Episodic),
        new(Feature.ProperNamesWhere, "proper-names-where", Episodic),
        new(Feature.PastWordsDid, "past-words-did", Episodic),
        new(Feature.ReasonWhy, "reason-why", Episodic),
        new(Feature.Directive, "directive", Episodic),
        new(Feature.Length, "length", Episodic),
        new(Feature.Encoder, "encoder", Working),
        new(Feature.EncoderAround, "encoder-around", Working),
        new(Feature.EncoderBest, "encoder-best", Working),
        new(Feature.SimilarQuestion, "similar-question", Working),
        new(Feature.SimilarAnswer, "similar-answer", Working),
        new(Feature.Topic, "topic", Working),
        new(Feature.PersonaWords, "persona-words", Persona),
        new(Feature.PersonaEncoder, "persona-encoder", Persona),
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
internal sealed record FeatureDefinition(Feature Feature, string Name, string Channel);
