using System.Globalization;

namespace OMem.Recall;

/// <summary>Explains a result: kept candidates and near misses, each with what every feature gave it and why it was kept or cut.</summary>
internal static class TraceBuilder
{
    /// <summary>Near misses listed beside the kept ones.</summary>
    public const int NearMisses = 20;

    /// <summary>Places of the candidates to be listed: all that were kept and the best of the rest.</summary>
    public static List<int> Listed(TraceDecision[] decisions)
    {
        var listed = new List<int>();
        var misses = 0;
        for (var i = 0; i < decisions.Length; i++)
        {
            if (decisions[i] == TraceDecision.Kept || misses++ < NearMisses)
            {
                listed.Add(i);
            }
        }

        return listed;
    }

    /// <summary>Builds the trace.</summary>
    public static RecallTrace Build(
        Ranking ranking, List<Candidate> candidates, TraceDecision[] decisions, RecallQuery query, IReadOnlyDictionary<long, StoredInteraction> loaded)
    {
        var traced = new List<TraceCandidate>();
        foreach (var i in Listed(decisions))
        {
            var candidate = candidates[i];
            if (candidate.IsPersona)
            {
                traced.Add(new TraceCandidate(
                    candidate.Kind, candidate.Item.Id, candidate.Score, Contributions(candidate), decisions[i], Reason(candidate, decisions[i], query)));
            }
            else if (loaded.TryGetValue(ranking.View.SequenceOf(candidate.Turn), out var stored))
            {
                traced.Add(new TraceCandidate(
                    candidate.Kind,
                    stored.Interaction.Id,
                    candidate.Score,
                    Explanation.Contributions(ranking, candidate.Turn),
                    decisions[i],
                    decisions[i] == TraceDecision.Kept ? Explanation.Of(ranking, candidate.Turn) : Reason(candidate, decisions[i], query)));
            }
        }

        return new RecallTrace(traced, ranking.View.Count + ranking.PersonaMatches.Count, ranking.Channels);
    }

    private static List<FeatureContribution> Contributions(Candidate candidate)
    {
        var match = candidate.Match!.Value;
        return
        [
            new FeatureContribution(FeatureCatalog.Persona, "relevance", match.Relevance, Math.Log(match.Relevance)),
            new FeatureContribution(FeatureCatalog.Persona, "coverage", match.Coverage, 0),
            new FeatureContribution(FeatureCatalog.Persona, "similarity", match.Similarity, 0),
        ];
    }

    private static string Reason(Candidate candidate, TraceDecision decision, RecallQuery query) => decision switch
    {
        TraceDecision.Kept => Explanation.Of(candidate.Match!.Value),
        TraceDecision.OverBudget => string.Create(
            CultureInfo.InvariantCulture, $"its {candidate.Tokens} tokens did not fit into what was left of {query.TokenBudget}"),
        TraceDecision.BelowLimit => string.Create(
            CultureInfo.InvariantCulture, $"its rank is beyond the limit of {query.MaxItems} items{(candidate.IsPersona ? " or the share of persona items" : "")}"),
        TraceDecision.Filtered => "a filter of the query excludes it",
        TraceDecision.Duplicate => "a better item says the same",
        TraceDecision.Superseded => "it says what no longer holds",
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, "Not a decision."),
    };
}
