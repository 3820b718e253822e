using System.Globalization;
using System.Runtime.CompilerServices;
using OMem.Interactions;
using OMem.Trust;

namespace OMem.Recall.Paper;

/// <summary>
/// The published read side (O-Mem, arXiv 2511.13593, eqs. 8-11) of one speaker's memory: messages of the nearest topics, messages of the
/// single rarest word, nearest facts and merged attributes, packed to the budget. Thread-safe; never calls a language model.
/// </summary>
/// <param name="options">How many of each.</param>
/// <param name="rules">How sources are treated.</param>
internal sealed class PaperRecall(PaperOptions options, SourceRules rules) : IRecallPath
{
    private readonly ConditionalWeakTable<ScopeIndex, ClueTable> _clues = [];

    /// <inheritdoc/>
    public async Task<RecallResult> RecallAsync(
        ScopeView view, DerivedView derived, RecallQuery query, QueryVectors? vectors, LoadInteractions load, CancellationToken cancellationToken)
    {
        var known = TurnFilter.AsOf(view, query.AsOf);
        var question = QueryAnalyzer.Analyze(known, query.Text);
        var found = new PaperFindings();
        if ((query.Speaker ?? SpeakerRoute.Of(SpeakerRoute.People(known), query.Text)) is { } speaker)
        {
            var clue = await _clues.GetOrCreateValue(view.Index).RarestAsync(known, speaker, query.Text, load, cancellationToken).ConfigureAwait(false);
            var channels = new PaperChannels(known, derived, question, vectors, query, speaker, options);
            channels.AddPersona(found);
            channels.AddTopics(found);
            channels.AddClue(found, clue);
        }

        var candidates = PaperCandidate.Of(found, known, query);
        var decisions = PaperPacker.Pack(candidates, query);
        var listed = query.IncludeTrace ? TraceBuilder.Listed(decisions) : [.. Enumerable.Range(0, decisions.Length).Where(i => decisions[i] == TraceDecision.Kept)];
        var loaded = new Dictionary<long, StoredInteraction>();
        await TextLoading.LoadAsync(listed.Where(i => candidates[i].Item is null).Select(i => known.SequenceOf(candidates[i].Turn)), loaded, load, cancellationToken).ConfigureAwait(false);
        var filter = TurnFilter.Create(known, query);
        RecallItem[] items = [.. candidates.Zip(decisions).Where(static pair => pair.Second == TraceDecision.Kept).Select(pair => ItemOf(pair.First, known, filter, loaded))];
        return new RecallResult(
            items,
            ContextRenderer.Render(items),
            new KnowledgeSignal(items.Length > 0 ? 1 : 0, items.Length > 0, items.Length > 0 ? "the paper's method does not judge whether it holds an answer" : "nothing was found"),
            QueryAnalyzer.Describe(known, question, "paper"),
            items.Sum(static item => item.Tokens),
            known.Count,
            query.IncludeTrace ? Trace(found, known, candidates, decisions, listed, query, loaded) : null);
    }

    private RecallItem ItemOf(PaperCandidate candidate, ScopeView view, TurnFilter? filter, Dictionary<long, StoredInteraction> loaded)
    {
        if (candidate.Item is { } item)
        {
            return new RecallItem(candidate.Kind, item.Id, PersonaText.Shown(item), candidate.Score, candidate.Tokens, Citations.Of(item, view, filter), candidate.Why)
            {
                ValidFrom = item.ValidFrom,
                ValidTo = item.ValidTo,
                SupersededAt = item.SupersededAt,
            };
        }

        var stored = loaded[view.SequenceOf(candidate.Turn)];
        return new RecallItem(
            RecallItemKind.Interaction, stored.Interaction.Id, InteractionAnalyzer.ShownText(stored.Interaction), candidate.Score, candidate.Tokens, [Citations.Of(stored)], candidate.Why)
        {
            Trust = rules.TrustOf(stored.Interaction),
        };
    }

    private static RecallTrace Trace(
        PaperFindings found, ScopeView view, List<PaperCandidate> candidates, TraceDecision[] decisions, List<int> listed, RecallQuery query, Dictionary<long, StoredInteraction> loaded) => new(
            [.. listed.Select(i => new TraceCandidate(
                candidates[i].Kind,
                candidates[i].Item?.Id ?? loaded[view.SequenceOf(candidates[i].Turn)].Interaction.Id,
                candidates[i].Score,
                candidates[i].Contributions,
                decisions[i],
                Reason(candidates[i], decisions[i], query)))],
            candidates.Count,
            found.Channels);

    private static string Reason(PaperCandidate candidate, TraceDecision decision, RecallQuery query) => decision switch
    {
        TraceDecision.OverBudget => string.Create(CultureInfo.InvariantCulture, $"its {candidate.Tokens} tokens did not fit into what was left of {query.TokenBudget}"),
        TraceDecision.BelowLimit => string.Create(CultureInfo.InvariantCulture, $"its rank is beyond the limit of {query.MaxItems} items"),
        TraceDecision.Filtered => "a filter of the query excludes it",
        TraceDecision.Duplicate => "a message it comes from is shown instead",
        _ => candidate.Why,
    };
}
