using System.Collections.Frozen;
using OMem.Text;

namespace OMem.Recall;

/// <summary>Tells whether a question is about what holds at present ("Where does she live?"), from its words alone.</summary>
internal static class QuestionTense
{
    private static readonly FrozenSet<string> Present = Set(
        "do does don't doesn't is isn't are aren't am has hasn't have haven't can can't now currently today nowadays still should what's who's where's");

    private static readonly FrozenSet<string> Past = Set(
        "did didn't was wasn't were weren't had hadn't been used before previously previous former formerly earlier originally once ago ever first last "
        + "when since history past old changed change yesterday until");

    /// <summary>Whether it asks about the present: a word that says so, none that looks back, and no date.</summary>
    public static bool IsPresent(Question question)
    {
        // "When does she get up?" asks for a habit.
        var asksHabit = question.Tokens is [{ Text: "when" }, { Text: "do" or "does" }, ..];
        var present = false;
        foreach (var token in question.Tokens.Skip(asksHabit ? 1 : 0))
        {
            if (Past.Contains(token.Text))
            {
                return false;
            }

            present |= Present.Contains(token.Text);
        }

        return present && question.Dates.Count == 0 && (asksHabit || !question.AsksTime);
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
