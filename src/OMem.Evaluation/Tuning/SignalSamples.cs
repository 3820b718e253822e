using System.Text.RegularExpressions;
using OMem.Recall;

namespace OMem.Evaluation;

/// <summary>
/// Asks a memory its own questions and as many of the next conversation. In the foreign ones the speakers' names are
/// replaced by this conversation's, so that a strange name does not give them away.
/// </summary>
internal static class SignalSamples
{
    private const int Results = RecallDefaults.MaxItems;
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(5);

    /// <summary>The samples of one conversation.</summary>
    /// <param name="own">The conversation that is asked.</param>
    /// <param name="foreign">The one whose questions it cannot answer.</param>
    /// <param name="memories">The memories.</param>
    /// <param name="pipeline">The weights to rank with.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static async Task<IReadOnlyList<SignalSample>> ReadAsync(
        EvaluationConversation own,
        EvaluationConversation foreign,
        ConversationMemories memories,
        RecallPipeline pipeline,
        CancellationToken cancellationToken)
    {
        var memory = await memories.GetAsync(own, cancellationToken).ConfigureAwait(false);
        var samples = new List<SignalSample>();
        foreach (var question in own.Questions)
        {
            samples.Add(await AskAsync(memories, memory, pipeline, question.Text, question.Gold, cancellationToken).ConfigureAwait(false));
        }

        // Which of them: other ones for each piece of a conversation, the same in every run.
        var first = own.Interactions.Count + (own.Id.Length * 7);
        for (var i = 0; i < own.Questions.Count && foreign.Questions.Count > 0; i++)
        {
            var text = Rename(foreign.Questions[(first + (i * 11)) % foreign.Questions.Count].Text, Names(foreign), Names(own));
            samples.Add(await AskAsync(memories, memory, pipeline, text, [], cancellationToken).ConfigureAwait(false));
        }

        return samples;
    }

    /// <summary>The text with each of the first names replaced by the one at the same place, whole words only.</summary>
    internal static string Rename(string text, IReadOnlyList<string> from, IReadOnlyList<string> to)
    {
        var places = from.Select((name, i) => (name, i)).Where(p => p.i < to.Count).ToDictionary(p => p.name, p => to[p.i], StringComparer.Ordinal);
        if (places.Count == 0)
        {
            return text;
        }

        // In one pass, so that a name put in is not replaced again.
        var pattern = $@"\b({string.Join('|', places.Keys.OrderByDescending(k => k.Length).Select(Regex.Escape))})\b";
        return Regex.Replace(text, pattern, match => places[match.Value], RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeout);
    }

    private static List<string> Names(EvaluationConversation conversation) =>
        [.. conversation.Interactions.Where(i => i.Role is SpeakerRole.Person).Select(i => i.Speaker).Where(s => s != "user").Distinct(StringComparer.Ordinal)];

    private static async Task<SignalSample> AskAsync(
        ConversationMemories memories,
        ConversationMemory memory,
        RecallPipeline pipeline,
        string question,
        IReadOnlyList<string> gold,
        CancellationToken cancellationToken)
    {
        using var ranking = await memories.RankAsync(memory, pipeline, question, cancellationToken).ConfigureAwait(false);
        var top = ranking.Top(Results);
        var best = top.Take(SignalReader.BestTurns).Where(turn => TurnEvidence.Exists(ranking, turn.Turn)).ToList();
        var isKnown = top.Exists(turn => gold.Contains(memory.Turns[turn.Turn].Id, StringComparer.Ordinal));
        return new SignalSample(best.Count == 0 ? null : SignalReader.Measure(ranking, best, ranking.PersonaMatches), isKnown);
    }
}
