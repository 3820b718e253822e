namespace OMem.Consolidation;

/// <summary>Entries by group and stem, in order of arrival; a look-up sees only the newest of a long list.</summary>
internal sealed class Postings<T>
    where T : class
{
    private readonly Dictionary<(string Group, string Stem), List<T>> _byStem = [];
    private readonly Dictionary<string, List<T>> _byGroup = new(StringComparer.Ordinal);

    /// <summary>Adds an entry under each of its stems.</summary>
    public void Add(string group, ValueKey key, T entry)
    {
        Of(_byGroup, group).Add(entry);
        foreach (var stem in key.Stems)
        {
            Of(_byStem, (group, stem)).Add(entry);
        }
    }

    /// <summary>All entries of a group, oldest first.</summary>
    public IReadOnlyList<T> Group(string group) => _byGroup.TryGetValue(group, out var entries) ? entries : [];

    /// <summary>Entries that share a stem with the key: for its rarest stems the newest entries, each once, newest first.</summary>
    public IEnumerable<T> Sharing(string group, ValueKey key)
    {
        var lists = key.Stems.Select(stem => _byStem.GetValueOrDefault((group, stem))).OfType<List<T>>()
            .OrderBy(list => list.Count).Take(ConsolidationLimits.LookUps);
        var seen = new HashSet<T>(ReferenceEqualityComparer.Instance);
        foreach (var list in lists)
        {
            foreach (var entry in Newest(list, ConsolidationLimits.PostingWindow))
            {
                if (seen.Add(entry))
                {
                    yield return entry;
                }
            }
        }
    }

    /// <summary>The newest entries of a group, newest first.</summary>
    public IEnumerable<T> Newest(string group, int count) => Newest(Group(group), count);

    private static IEnumerable<T> Newest(IReadOnlyList<T> list, int count)
    {
        for (var i = list.Count - 1; i >= 0 && i >= list.Count - count; i--)
        {
            yield return list[i];
        }
    }

    private static List<T> Of<TKey>(Dictionary<TKey, List<T>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        return list;
    }
}
