namespace Sentinel.Memory;

/// <summary>Clue to episodes, each list in order of when they were known.</summary>
internal sealed class ClueIndex
{
    private readonly Dictionary<string, List<EpisodeRow>> _postings = new(StringComparer.Ordinal);

    public void Add(EpisodeRow row)
    {
        foreach (var clue in row.Clues)
        {
            if (!_postings.TryGetValue(clue, out var list))
            {
                _postings.Add(clue, list = []);
            }

            var at = list.Count;
            while (at > 0 && EpisodeRow.Compare(list[at - 1], row) > 0)
            {
                at--;
            }

            list.Insert(at, row);
        }
    }

    /// <summary>How much a clue says: the logarithm of how rarely it was met by then; 0 when it never was.</summary>
    public double Weight(string clue, int episodes, long asOf)
    {
        var met = _postings.TryGetValue(clue, out var list) ? KnownBy(list, asOf) : 0;
        return met is 0 ? 0 : Math.Log(1 + ((double)episodes / met));
    }

    /// <summary>The latest episodes with a clue, newest first.</summary>
    public IEnumerable<EpisodeRow> Latest(string clue, long asOf)
    {
        if (_postings.TryGetValue(clue, out var list))
        {
            for (var i = KnownBy(list, asOf) - 1; i >= 0; i--)
            {
                yield return list[i];
            }
        }
    }

    private static int KnownBy(List<EpisodeRow> list, long asOf)
    {
        var (low, high) = (0, list.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (list[middle].KnownAt <= asOf)
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
