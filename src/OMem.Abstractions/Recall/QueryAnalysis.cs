namespace OMem;

/// <summary>How a question was understood, without a model.</summary>
/// <param name="Clues">Its content words with their weight, heaviest first.</param>
/// <param name="Speakers">Speakers of the scope it names.</param>
/// <param name="Times">Time expressions in it.</param>
/// <param name="Kind">What kind of answer is wanted.</param>
/// <param name="IsList">Whether several items are wanted.</param>
/// <param name="Profile">The weight profile chosen by the roles in the scope: <c>conversation</c> or <c>assistant</c>.</param>
public sealed record QueryAnalysis(
    IReadOnlyList<Clue> Clues,
    IReadOnlyList<string> Speakers,
    IReadOnlyList<TimeMention> Times,
    AnswerKind Kind,
    bool IsList,
    string Profile);

/// <summary>A content word of a question.</summary>
/// <param name="Term">The stem.</param>
/// <param name="Weight">Its inverse document frequency in the scope.</param>
/// <param name="Frequency">In how many interactions it occurs.</param>
public sealed record Clue(string Term, double Weight, int Frequency);

/// <summary>A time expression and what it resolves to.</summary>
/// <param name="Text">The words.</param>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="Range">The time meant.</param>
public sealed record TimeMention(string Text, int Start, int Length, TimeRange Range);

/// <summary>What kind of answer a question wants.</summary>
public enum AnswerKind
{
    /// <summary>Not told by its words.</summary>
    Other = 0,

    /// <summary>When, how long, since when.</summary>
    Time = 1,

    /// <summary>Who.</summary>
    Person = 2,

    /// <summary>Where.</summary>
    Place = 3,

    /// <summary>How many, how much, how often.</summary>
    Quantity = 4,

    /// <summary>Yes or no.</summary>
    YesNo = 5,

    /// <summary>Why, how come.</summary>
    Reason = 6,
}
