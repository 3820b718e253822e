using OMem.Interactions;
using OMem.Text;

namespace OMem.Recall.Paper;

/// <summary>Whose memory the published method searches: there is one for each speaker, and a question goes to one of them.</summary>
internal static class SpeakerRoute
{
    /// <summary>The speaker a question goes to: the first one it names, else the last one; null when no person has spoken.</summary>
    /// <param name="people">The people who have spoken, in order of appearance.</param>
    /// <param name="question">The question.</param>
    public static string? Of(IReadOnlyList<string> people, string question)
    {
        if (people.Count < 2)
        {
            return people.Count == 0 ? null : people[0];
        }

        var words = Tokenizer.Tokenize(question).Select(static token => token.Text).ToHashSet(StringComparer.Ordinal);
        return people.FirstOrDefault(name => Tokenizer.Tokenize(name).Exists(token => words.Contains(token.Text))) ?? people[^1];
    }

    /// <summary>The people who speak in a view, in order of appearance.</summary>
    public static IReadOnlyList<string> People(ScopeView view)
    {
        var seen = new HashSet<int>();
        var people = new List<string>();
        for (var turn = 0; turn < view.Count; turn++)
        {
            if (view.Columns.Role[turn] == (byte)SpeakerRole.Person && seen.Add(view.Columns.Speaker[turn]))
            {
                people.Add(view.Speakers[view.Columns.Speaker[turn]]);
            }
        }

        return people;
    }
}
