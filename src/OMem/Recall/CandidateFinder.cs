using OMem.Persona;
using OMem.Text;

namespace OMem.Recall;

/// <summary>Picks what may be recalled from a ranking: the best turns, and persona items that clearly match.</summary>
internal static class CandidateFinder
{
    /// <summary>How many candidates are looked at beyond the item limit, so that small ones fill what big ones leave.</summary>
    private const int Reserve = 50;

    /// <summary>The candidates, best first.</summary>
    /// <param name="ranking">The ranking.</param>
    /// <param name="query">The query.</param>
    /// <param name="withFiltered">Whether to list what the filters exclude as well, marked.</param>
    public static List<Candidate> Find(Ranking ranking, RecallQuery query, bool withFiltered)
    {
        var depth = (int)Math.Min(ranking.View.Count, (2L * query.MaxItems) + Reserve);
        var candidates = new List<Candidate>();
        AddTurns(ranking, ranking.Top(depth), Wants(query, RecallItemKind.Interaction), new OutdatedTurns(ranking, query), candidates);
        AddPersona(ranking, query, candidates);
        if (withFiltered)
        {
            AddFiltered(ranking, depth, candidates);
        }

        candidates.Sort(Candidate.BestFirst);
        return candidates;
    }

    /// <summary>Whether the query asks for a kind.</summary>
    public static bool Wants(RecallQuery query, RecallItemKind kind) => query.Kinds.Count == 0 || query.Kinds.Contains(kind);

    private static void AddTurns(Ranking ranking, List<RankedTurn> turns, bool wanted, OutdatedTurns outdated, List<Candidate> candidates)
    {
        foreach (var (turn, score) in turns)
        {
            if (TurnEvidence.Exists(ranking, turn))
            {
                candidates.Add(new Candidate(turn, null, score, ranking.View.Columns.Tokens[turn], IsFiltered: !wanted) { IsOutdated = outdated.Contains(turn) });
            }
        }
    }

    private static void AddFiltered(Ranking ranking, int depth, List<Candidate> candidates)
    {
        foreach (var (turn, score) in ranking.Top(depth, filtered: false))
        {
            if (!ranking.Allows(turn) && TurnEvidence.Exists(ranking, turn))
            {
                candidates.Add(new Candidate(turn, null, score, ranking.View.Columns.Tokens[turn], IsFiltered: true));
            }
        }
    }

    private static void AddPersona(Ranking ranking, RecallQuery query, List<Candidate> candidates)
    {
        var time = TimeView.Of(query);
        var top = ranking.Top(1);
        var best = top.Count > 0 ? top[0].Score : 0f;
        foreach (var match in ranking.PersonaMatches)
        {
            if (match.Relevance < StatementRelevance.LeastForItem || time.See(match.Value.Item) is not { } item)
            {
                continue;
            }

            var kind = item.Kind == PersonaItemKind.Attribute ? RecallItemKind.Attribute : RecallItemKind.Fact;
            var wanted = Wants(query, kind) && PersonaVisibility.Passes(item, ranking, query);

            // In units of log probability: as likely as the best turn when it matches in full, less so the less it matches.
            var score = best + Math.Log(match.Relevance);
            candidates.Add(new Candidate(-1, match, score, TokenEstimate.Count(PersonaText.Shown(item)), IsFiltered: !wanted) { Seen = item });
        }
    }
}
