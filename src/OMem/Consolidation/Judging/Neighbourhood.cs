namespace OMem.Consolidation.Judging;

/// <summary>Finds the few things a statement is to be compared with, among current items and earlier statements of the batch. Bounded work.</summary>
/// <param name="state">The memory.</param>
/// <param name="most">How many are kept.</param>
internal sealed class Neighbourhood(DerivedState state, int most)
{
    private readonly Dictionary<(PersonaItemKind Kind, string Subject), List<JudgeCase>> _peers = [];

    /// <summary>The nearest above the floor, nearest first; of equally near ones items before statements, then the smaller id, then the earlier.</summary>
    public IReadOnlyList<NearItem> Of(JudgeCase judged)
    {
        var items = Items(judged)
            .Where(entry => entry.IsCurrent && IsComparable(judged, entry.Item))
            .Select(entry => (Entry: entry, Score: Score(judged, entry.Key, entry.Vector)))
            .Where(static pair => pair.Score is not null)
            .OrderByDescending(static pair => pair.Score).ThenBy(static pair => pair.Entry.Item.Id, StringComparer.Ordinal)
            .Take(most)
            .Select(static pair => new NearItem(pair.Entry, Peer: null, pair.Score!.Value));
        var peers = PeersOf(judged)
            .Where(peer => peer.IsPlan == judged.IsPlan || judged.Kind is PersonaItemKind.Fact)
            .Select(peer => (Peer: peer, Score: Score(judged, peer.Key, peer.Vector)))
            .Where(static pair => pair.Score is not null)
            .Select(static pair => new NearItem(Item: null, pair.Peer, pair.Score!.Value));

        // A stable sort: what is equally near stays in order.
        var nearest = items.Concat(peers).OrderByDescending(static near => near.Similarity).Take(most).ToList();
        return nearest.FindAll(near => near.Similarity >= JudgeLimits.Margin * nearest[0].Similarity);
    }

    /// <summary>Earlier statements of the batch about the same person that will be items.</summary>
    public IReadOnlyList<JudgeCase> PeersOf(JudgeCase judged) => _peers.TryGetValue((judged.Kind, judged.Subject), out var peers) ? peers : [];

    /// <summary>Lets later statements be compared with this one.</summary>
    public void Add(JudgeCase judged)
    {
        if (!_peers.TryGetValue((judged.Kind, judged.Subject), out var peers))
        {
            _peers[(judged.Kind, judged.Subject)] = peers = [];
        }

        peers.Add(judged);
    }

    private HashSet<ItemEntry> Items(JudgeCase judged)
    {
        var window = judged.Vector.ModelId is null ? 0 : ConsolidationLimits.VectorWindow;
        if (judged.Kind is PersonaItemKind.Fact)
        {
            return [.. state.Items.Near(DerivedState.FactGroup(judged.Subject), judged.Key, window)];
        }

        HashSet<ItemEntry> found = [.. state.Items.Near(DerivedState.AttributeGroup(judged.Subject, judged.Label), judged.Key, window)];
        if (!judged.IsPlan)
        {
            // What one message calls a habit another calls a preference.
            var aspects = state.AspectsOf(judged.Subject);
            for (var i = aspects.Count - 1; i >= 0 && i >= aspects.Count - JudgeLimits.Aspects; i--)
            {
                found.UnionWith(state.Items.Sharing(DerivedState.AttributeGroup(judged.Subject, aspects[i]), judged.Key));
            }
        }

        return found;
    }

    /// <summary>Two events at different times are two events: only a plan or a denial can bear on another time.</summary>
    private static bool IsComparable(JudgeCase judged, PersonaItem item) =>
        judged.Kind is PersonaItemKind.Attribute || judged.When is null || item.ValidFrom is null || item.Aspect is FactConsolidator.Plan
        || item.Polarity != judged.Polarity || new TimeRange(item.ValidFrom, item.ValidTo).Overlaps(judged.When);

    private static double? Score(JudgeCase judged, ValueKey key, in SentenceVector vector)
    {
        var overlap = judged.Key.Overlap(key);
        var cosine = Similarity.Cosine(judged.Vector, vector) ?? 0;
        return overlap >= JudgeLimits.FloorByWords || cosine >= JudgeLimits.FloorByVector ? Similarity.Round(Math.Max(overlap, cosine)) : null;
    }
}
