using System.Runtime.InteropServices;

namespace OMem.Consolidation;

/// <summary>Entries by group and stem, in order of arrival; a look-up sees only the newest of a long list. For one caller at a time.</summary>
internal sealed class Postings<T>
    where T : class, IMarked
{
    private readonly Dictionary<string, Entries> _groups = new(StringComparer.Ordinal);
    private readonly List<List<T>> _lists = [];
    private readonly List<T> _found = [];
    private long _lookUps;

    /// <summary>Adds an entry under each of its stems.</summary>
    public void Add(string group, ValueKey key, T entry)
    {
        if (!_groups.TryGetValue(group, out var entries))
        {
            _groups[group] = entries = new Entries();
        }

        entries.All.Add(entry);
        foreach (var stem in key.Stems)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(entries.ByStem, stem, out _);
            (list ??= []).Add(entry);
        }
    }

    /// <summary>All entries of a group, oldest first.</summary>
    public IReadOnlyList<T> Group(string group) => _groups.TryGetValue(group, out var entries) ? entries.All : [];

    /// <summary>Entries that share a stem with the key: for its rarest stems the newest entries, each once, newest first.</summary>
    /// <returns>A list that is good until the next look-up.</returns>
    public List<T> Sharing(string group, ValueKey key) => Near(group, key, newest: 0);

    /// <summary>The same, and after them the newest entries of the group whatever their words, each once.</summary>
    /// <param name="group">The group.</param>
    /// <param name="key">The stems to share.</param>
    /// <param name="newest">How many of the newest.</param>
    /// <returns>A list that is good until the next look-up.</returns>
    public List<T> Near(string group, ValueKey key, int newest)
    {
        _found.Clear();
        _lookUps++;
        if (_groups.TryGetValue(group, out var entries))
        {
            ListsOf(entries, key);
            for (var i = 0; i < _lists.Count && i < ConsolidationLimits.LookUps; i++)
            {
                Find(_lists[i], ConsolidationLimits.PostingWindow);
            }

            Find(entries.All, newest);
        }

        return _found;
    }

    private void Find(List<T> list, int count)
    {
        for (var i = list.Count - 1; i >= 0 && i >= list.Count - count; i--)
        {
            if (list[i].Mark != _lookUps)
            {
                list[i].Mark = _lookUps;
                _found.Add(list[i]);
            }
        }
    }

    /// <summary>The lists of the key's stems, shortest first; of equally long ones the first stem's.</summary>
    private void ListsOf(Entries entries, ValueKey key)
    {
        _lists.Clear();
        foreach (var stem in key.Stems)
        {
            if (entries.ByStem.TryGetValue(stem, out var list))
            {
                var place = _lists.Count;
                while (place > 0 && _lists[place - 1].Count > list.Count)
                {
                    place--;
                }

                _lists.Insert(place, list);
            }
        }
    }

    private sealed class Entries
    {
        public List<T> All { get; } = [];

        public Dictionary<string, List<T>> ByStem { get; } = new(StringComparer.Ordinal);
    }
}
