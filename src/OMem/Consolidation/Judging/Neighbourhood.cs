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
            .Select(entry => (Entry: entry, Score: Score(judged, entry.Key, entry.Vector, judged.MayChange(entry.Item.Polarity, entry.Item.Aspect is FactConsolidator.Plan))))
            .Where(static pair => pair.Score is not null)
            .OrderByDescending(static pair => pair.Score).ThenBy(static pair => pair.Entry.Item.Id, StringComparer.Ordinal)
            .Select(static pair => new NearItem(pair.Entry, Peer: null, pair.Score!.Value));
        var peers = PeersOf(judged)
            .Where(peer => peer.IsPlan == judged.IsPlan || judged.Kind is PersonaItemKind.Fact)
            .Select(peer => (Peer: peer, Score: Score(judged, peer.Key, peer.Vector, judged.MayChange(peer.Polarity, peer.IsPlan))))
            .Where(static pair => pair.Score is not null)
            .Select(static pair => new NearItem(Item: null, pair.Peer, pair.Score!.Value));

        // A stable sort: what is equally near stays in order.
        return Shown(items.Concat(peers).OrderByDescending(static near => near.Similarity));
    }

    /// <summary>The nearest, and beside it those that are nearly as near, say something else than nearer ones, and fit in.</summary>
    private List<NearItem> Shown(IEnumerable<NearItem> nearest)
    {
        var shown = new List<NearItem>(most);
        var tokens = 0;
        foreach (var near in nearest)
        {
            var more = near.Item is { Item: var item } ? JudgePrompt.Tokens(item.Text, item.Aspect ?? JudgeCase.Event) : JudgePrompt.Tokens(near.Peer!.Text, near.Peer.Label);
            if (shown.Count == most || (shown.Count > 0 && near.Similarity < JudgeLimits.Margin * shown[0].Similarity))
            {
                break;
            }

            if (shown.Count == 0 || (tokens + more <= JudgeLimits.NeighbourTokens && !shown.Exists(nearer => IsAlike(nearer, near))))
            {
                shown.Add(near);
                tokens += more;
            }
        }

        return shown;
    }

    /// <summary>Whether two things say nearly the same of one kind; a plan and its event, or what is affirmed and denied, do not.</summary>
    private static bool IsAlike(NearItem left, NearItem right)
    {
        var (a, b) = (Said(left), Said(right));
        return a.Polarity == b.Polarity && string.Equals(a.Kind, b.Kind, StringComparison.Ordinal) && a.Key.Overlap(b.Key) >= JudgeLimits.AlikeByWords;
    }

    private static (string Kind, Polarity Polarity, ValueKey Key) Said(NearItem near) => near.Item is { Item: var item }
        ? (item.Aspect ?? JudgeCase.Event, item.Polarity, near.Item.Key) : (near.Peer!.Label, near.Peer.Polarity, near.Peer.Key);

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

    /// <summary>Whether two statements are near enough to be asked about.</summary>
    /// <param name="overlap">Overlap of their stems.</param>
    /// <param name="cosine">Cosine of their sentences; 0 when there is none.</param>
    /// <param name="mayChange">Whether one may change what the other says.</param>
    public static bool IsNear(double overlap, double cosine, bool mayChange) => mayChange
        ? overlap >= JudgeLimits.ChangeFloorByWords || cosine >= JudgeLimits.ChangeFloorByVector
        : overlap >= JudgeLimits.FloorByWords || cosine >= JudgeLimits.FloorByVector;

    private static double? Score(JudgeCase judged, ValueKey key, in SentenceVector vector, bool mayChange)
    {
        var overlap = judged.Key.Overlap(key);
        var cosine = Similarity.Cosine(judged.Vector, vector) ?? 0;
        return IsNear(overlap, cosine, mayChange) ? Similarity.Round(Math.Max(overlap, cosine)) : null;
    }
}
