using OMem.Text;

namespace OMem.Recall;

/// <summary>A question as understood against one view of a scope.</summary>
internal sealed record Question
{
    /// <summary>Its words.</summary>
    public required List<Token> Tokens { get; init; }

    /// <summary>Distinct clues in order of first appearance; the heaviest <see cref="QueryAnalyzer.MaxClues"/> of them.</summary>
    public required IReadOnlyList<QuestionTerm> Terms { get; init; }

    /// <summary>Distinct pairs of neighbouring kept stems, as term numbers; pairs with an unknown word are left out.</summary>
    public required IReadOnlyList<(int First, int Second)> Bigrams { get; init; }

    /// <summary>Numbers of the speakers it names, ascending.</summary>
    public required IReadOnlyList<int> Speakers { get; init; }

    /// <summary>Dates it speaks of.</summary>
    public required IReadOnlyList<QuestionTime> Dates { get; init; }

    /// <summary>What kind of answer it wants.</summary>
    public required AnswerKind Kind { get; init; }

    /// <summary>Whether it asks when or how long.</summary>
    public bool AsksTime => Kind == AnswerKind.Time;

    /// <summary>What it asks for, told by single words.</summary>
    public required QuestionSigns Signs { get; init; }

    /// <summary>How rich it is in clues: distinct stems, unseen ones too, of eight, 0-1.</summary>
    public required float Richness { get; init; }

    /// <summary>Whether it wants several items.</summary>
    public required bool IsList { get; init; }
}

/// <summary>A clue of a question.</summary>
/// <param name="Stem">The stem.</param>
/// <param name="Term">Its number in the scope; -1 when no turn holds it.</param>
/// <param name="Frequency">How many turns hold it.</param>
/// <param name="Idf">Its weight among turns.</param>
internal readonly record struct QuestionTerm(string Stem, int Term, int Frequency, float Idf);
