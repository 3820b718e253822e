using OMem.Interactions;

namespace OMem.Recall;

/// <summary>Finds kept turns that repeat a better one word for word: same speaker, same text, white space aside.</summary>
internal static class Duplicates
{
    /// <summary>Adds the places of repeating candidates.</summary>
    /// <returns>Whether any was added, so that packing has to be done again.</returns>
    public static bool Find(
        ScopeView view, List<Candidate> candidates, TraceDecision[] decisions, IReadOnlyDictionary<long, StoredInteraction> loaded, HashSet<int> duplicates)
    {
        var seen = new HashSet<(string Speaker, string Text)>();
        var any = false;
        for (var i = 0; i < decisions.Length; i++)
        {
            if (decisions[i] != TraceDecision.Kept || candidates[i].IsPersona)
            {
                continue;
            }

            var interaction = loaded[view.SequenceOf(candidates[i].Turn)].Interaction;
            if (!seen.Add((interaction.Speaker, interaction.Text.Trim())))
            {
                any |= duplicates.Add(i);
            }
        }

        return any;
    }
}
