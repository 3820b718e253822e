using System.Buffers;

namespace Sentinel.Memory;

/// <summary>All episodes of one scope, hot: rows in order of when they were known, columns of their states, and their clues.</summary>
/// <remarks>What it answers depends on what it holds, not on the order in which it came. One writer; reads may run beside each other.</remarks>
internal sealed class EpisodeIndex(OutcomeHorizon primaryHorizon) : IEpisodeView
{
    /// <summary>Episodes looked at for one clue, from the latest back: work that does not grow with history.</summary>
    private const int ClueDepth = 64;

    private readonly List<EpisodeRow> _rows = [];
    private readonly Dictionary<string, EpisodeRow> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EpisodeRow> _byDecision = new(StringComparer.Ordinal);
    private readonly StateColumns _states = new();
    private readonly ClueIndex _clues = new();

    public int Count => _rows.Count;

    public Episode? Find(string id) => _byId.TryGetValue(id, out var row) ? row.Episode : null;

    /// <summary>Adds an episode; one that is there is left as it is.</summary>
    public bool Add(Episode episode, IReadOnlyList<string> clues)
    {
        var row = new EpisodeRow(episode, clues);
        if (!_byId.TryAdd(episode.Id, row))
        {
            return false;
        }

        _byDecision[episode.DecisionId] = row;
        var at = _rows.Count;
        while (at > 0 && EpisodeRow.Compare(_rows[at - 1], row) > 0)
        {
            at--;
        }

        _rows.Insert(at, row);
        _states.Insert(at, episode.State);
        for (var i = at; i < _rows.Count; i++)
        {
            _rows[i].Position = i;
        }

        _clues.Add(row);
        return true;
    }

    /// <summary>Adds an outcome to the episode of its decision.</summary>
    public Episode? Settle(Outcome outcome)
    {
        if (!_byDecision.TryGetValue(outcome.DecisionId, out var row))
        {
            return null;
        }

        row.Settle(outcome);
        return row.Episode;
    }

    /// <summary>Leaves an episode out of every question asked from then on.</summary>
    public void Forget(string id, DateTimeOffset at)
    {
        if (_byId.TryGetValue(id, out var row) || _byDecision.TryGetValue(id, out row))
        {
            row.ForgottenAt = Math.Min(row.ForgottenAt, at.UtcTicks);
        }
    }

    /// <summary>How many episodes were known by then, settled or not.</summary>
    public int KnownBy(DateTimeOffset asOf) => KnownBy(asOf.UtcTicks);

    /// <inheritdoc/>
    public IReadOnlyList<EpisodeCandidate> Alike(EpisodeQuestion question, int nearest)
    {
        var search = new EpisodeSearch(question, primaryHorizon);
        var known = KnownBy(search.AsOf);
        var scale = _states.Scale(known);
        var clues = search.Clues.Select(clue => (clue, _clues.Weight(clue, known, search.AsOf))).Where(pair => pair.Item2 > 0).ToList();
        var found = new SortedDictionary<string, EpisodeCandidate>(StringComparer.Ordinal);

        // Rented: a new array for each question would soon be of the size that only a full collection frees.
        var distances = ArrayPool<float>.Shared.Rent(known);
        _states.Distances(question.State, scale, distances.AsSpan(0, known));
        foreach (var row in Found(search, known, distances, clues, nearest))
        {
            found.TryAdd(row.Episode.Id, search.Candidate(row, distances[row.Position], clues));
        }

        ArrayPool<float>.Shared.Return(distances);
        return [.. found.Values];
    }

    /// <inheritdoc/>
    public IReadOnlyList<EpisodeCandidate> Latest(EpisodeQuestion question, int count)
    {
        var search = new EpisodeSearch(question, primaryHorizon);
        var latest = new List<EpisodeCandidate>();
        for (var i = KnownBy(search.AsOf) - 1; i >= 0 && latest.Count < count; i--)
        {
            if (search.Allows(_rows[i]))
            {
                latest.Add(search.Candidate(_rows[i], distance: float.PositiveInfinity, clues: []));
            }
        }

        return latest;
    }

    /// <inheritdoc/>
    public Func<EpisodeCandidate, EpisodeCandidate, double> Likeness(EpisodeQuestion question)
    {
        var scale = _states.Scale(KnownBy(question.AsOf.UtcTicks));
        return (left, right) => Math.Exp(-_states.Distance(_byId[left.Episode.Id].Position, _byId[right.Episode.Id].Position, scale));
    }

    private IEnumerable<EpisodeRow> Found(EpisodeSearch search, int known, float[] distances, List<(string Clue, double Weight)> clues, int nearest)
    {
        if (search.HasState)
        {
            foreach (var row in NearestRows.Select(_rows, known, distances, search.Allows, nearest))
            {
                yield return row;
            }
        }

        foreach (var (clue, _) in clues)
        {
            foreach (var row in _clues.Latest(clue, search.AsOf).Where(search.Allows).Take(ClueDepth))
            {
                yield return row;
            }
        }

        foreach (var id in search.FoundByText)
        {
            if (_byId.TryGetValue(id, out var row) && row.Position < known && search.Allows(row))
            {
                yield return row;
            }
        }
    }

    private int KnownBy(long asOf)
    {
        var (low, high) = (0, _rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_rows[middle].KnownAt <= asOf)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
