namespace OMem.Recall;

/// <summary>A feature of a turn for a question; the value is its column. "z" means mean 0 and deviation 1 over all turns of the view.</summary>
internal enum Feature
{
    /// <summary>BM25 of the turn's words (z).</summary>
    Words,

    /// <summary>The same, when the question says "when".</summary>
    WordsWhen,

    /// <summary>BM25 among the turns of people alone, 0 for others (z).</summary>
    PersonWords,

    /// <summary>BM25 of pairs of neighbouring words (z).</summary>
    Bigrams,

    /// <summary>BM25 of the turns up to two before and after, as one document (z).</summary>
    NearWindow,

    /// <summary>BM25 of the turns up to four before and after, as one document (z).</summary>
    WideWindow,

    /// <summary>The same, times how rich the question is in clues.</summary>
    WideWindowRich,

    /// <summary>The same, when the question asks what would be likely.</summary>
    WideWindowInference,

    /// <summary>BM25 of the turn and the three after it, as one document (z): evidence stands at the end of a matching stretch rather than before it.</summary>
    AheadWindow,

    /// <summary>BM25 of the session as one document (z).</summary>
    Session,

    /// <summary>The same, times how rich the question is in clues.</summary>
    SessionRich,

    /// <summary><see cref="Words"/> of the turn before, when that is a question of somebody else.</summary>
    MatchingQuestion,

    /// <summary>1 when the question names exactly one speaker and this turn is not theirs; in a scope with an assistant, when no person speaks.</summary>
    OtherSpeaker,

    /// <summary>The same, times words of address: somebody else may speak about the one who is named.</summary>
    OtherSpeakerYou,

    /// <summary>How well the day of the turn fits a date in the question, 0-1.</summary>
    Date,

    /// <summary>Time words and numbers, when the question asks for a time, 0-1.</summary>
    TimeWords,

    /// <summary>Time words and numbers, when the question asks how long or how often, 0-1.</summary>
    TimeWordsHowLong,

    /// <summary>First-person words, 0-1.</summary>
    FirstPerson,

    /// <summary>1 when the turn ends with a question mark.</summary>
    IsQuestion,

    /// <summary>Proper names, 0-1.</summary>
    ProperNames,

    /// <summary>The same, when the question asks for a place.</summary>
    ProperNamesWhere,

    /// <summary>Words of the past tense, when the question says "did", 0-1.</summary>
    PastWordsDid,

    /// <summary>1 when the turn gives a reason and the question asks why.</summary>
    ReasonWhy,

    /// <summary>1 when a person says how things should be done from now on.</summary>
    Directive,

    /// <summary>Logarithm of the number of kept words (z): what people state stands in short messages.</summary>
    Length,

    /// <summary>Dot product of the turn with the question's content words (z).</summary>
    Encoder,

    /// <summary>Dot product of the turn and its neighbours with the whole question (z).</summary>
    EncoderAround,

    /// <summary>The best dot product (z) with the whole question among the turn and its two neighbours.</summary>
    EncoderBest,

    /// <summary>Dot product (z) of the turn before with the whole question, when that is a question of somebody else.</summary>
    SimilarQuestion,

    /// <summary>Dot product (z) of the assistant's next turn with the whole question, for a person's turn.</summary>
    SimilarAnswer,

    /// <summary>Topics near the question that the turn belongs to (z).</summary>
    Topic,

    /// <summary>Persona items that rest on the turn and share words with the question (z).</summary>
    PersonaWords,

    /// <summary>Persona items that rest on the turn and are similar to the question (z).</summary>
    PersonaEncoder,
}
