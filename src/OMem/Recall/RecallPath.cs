using OMem.Interactions;
using OMem.Trust;

namespace OMem.Recall;

/// <summary>The whole read path: rank, pack, cite, render, explain. Thread-safe; never calls a model.</summary>
/// <param name="pipeline">Ranks.</param>
/// <param name="knownThreshold">The probability from which an answer counts as known.</param>
/// <param name="rules">How sources are treated.</param>
internal sealed class RecallPath(RecallPipeline pipeline, double knownThreshold, SourceRules rules) : IRecallPath
{
    /// <inheritdoc/>
    public async Task<RecallResult> RecallAsync(
        ScopeView view, DerivedView derived, RecallQuery query, QueryVectors? vectors, LoadInteractions load, CancellationToken cancellationToken)
    {
        using var ranking = pipeline.Rank(view, derived, query, vectors);
        var candidates = CandidateFinder.Find(ranking, query, query.IncludeTrace);
        var loaded = new Dictionary<long, StoredInteraction>();
        var duplicates = new HashSet<int>();
        TraceDecision[] decisions;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            decisions = Packer.Pack(candidates, query, ranking.Profile.LengthPenalty, duplicates);
            await TextLoading.LoadAsync(Needed(candidates, decisions, query).Select(ranking.View.SequenceOf), loaded, load, cancellationToken).ConfigureAwait(false);
        }
        while (Duplicates.Find(ranking.View, candidates, decisions, loaded, duplicates));

        var items = MakeItems(ranking, candidates, decisions, loaded);
        await AddNeighboursAsync(ranking, query, items, loaded, load, cancellationToken).ConfigureAwait(false);
        return new RecallResult(
            items,
            ContextRenderer.Render(items),
            SignalReader.Read(ranking, query, knownThreshold),
            QueryAnalyzer.Describe(ranking.View, ranking.Question, ranking.Profile.Name),
            items.Sum(static item => item.Tokens),
            ranking.View.Count,
            query.IncludeTrace ? TraceBuilder.Build(ranking, candidates, decisions, query, loaded) : null);
    }

    private static IEnumerable<int> Needed(List<Candidate> candidates, TraceDecision[] decisions, RecallQuery query)
    {
        var places = query.IncludeTrace
            ? TraceBuilder.Listed(decisions)
            : Enumerable.Range(0, decisions.Length).Where(i => decisions[i] == TraceDecision.Kept);
        return places.Where(i => !candidates[i].IsPersona).Select(i => candidates[i].Turn);
    }

    private List<RecallItem> MakeItems(
        Ranking ranking, List<Candidate> candidates, TraceDecision[] decisions, Dictionary<long, StoredInteraction> loaded)
    {
        var items = new List<RecallItem>();
        foreach (var (candidate, decision) in candidates.Zip(decisions))
        {
            if (decision == TraceDecision.Kept)
            {
                items.Add(candidate.IsPersona
                    ? PersonaItemOf(candidate, ranking)
                    : TurnItem(ranking, candidate.Turn, loaded[ranking.View.SequenceOf(candidate.Turn)], isNeighbour: false));
            }
        }

        return items;
    }

    private async Task AddNeighboursAsync(
        Ranking ranking,
        RecallQuery query,
        List<RecallItem> items,
        Dictionary<long, StoredInteraction> loaded,
        LoadInteractions load,
        CancellationToken cancellationToken)
    {
        if (query.Neighbours == 0)
        {
            return;
        }

        var kept = items.Where(static item => item.Kind == RecallItemKind.Interaction)
            .Select(item => ranking.View.TurnAt(item.Citations[0].Sequence)).ToList();
        var added = Neighbours.Find(
            ranking, kept, query, query.TokenBudget - items.Sum(static item => item.Tokens), query.MaxItems - items.Count);
        var outdated = new OutdatedTurns(ranking, query);
        added.RemoveAll(outdated.Contains);
        await TextLoading.LoadAsync(added.Select(ranking.View.SequenceOf), loaded, load, cancellationToken).ConfigureAwait(false);
        items.AddRange(added.Select(turn => TurnItem(ranking, turn, loaded[ranking.View.SequenceOf(turn)], isNeighbour: true)));
    }

    private RecallItem TurnItem(Ranking ranking, int turn, StoredInteraction stored, bool isNeighbour) => new(
        RecallItemKind.Interaction,
        stored.Interaction.Id,
        InteractionAnalyzer.ShownText(stored.Interaction),
        ranking.Scores[turn],
        ranking.View.Columns.Tokens[turn],
        [Citations.Of(stored)],
        isNeighbour ? "stands beside a recalled turn" : Explanation.Of(ranking, turn))
    {
        IsNeighbour = isNeighbour,
        Trust = rules.TrustOf(stored.Interaction),
    };

    private static RecallItem PersonaItemOf(Candidate candidate, Ranking ranking) => new(
        candidate.Kind,
        candidate.Item.Id,
        PersonaText.Shown(candidate.Item),
        candidate.Score,
        candidate.Tokens,
        Citations.Of(candidate.Item, ranking.View, ranking.Filter),
        Explanation.Of(candidate.Match!.Value))
    {
        ValidFrom = candidate.Item.ValidFrom,
        ValidTo = candidate.Item.ValidTo,
        SupersededAt = candidate.Item.SupersededAt,
    };
}
