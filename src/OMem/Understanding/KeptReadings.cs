namespace OMem.Understanding;

/// <summary>
/// Readings that are not committed yet, in memory: when the judge is out of reach, somebody else changes the memory, or a call is cancelled, the next attempt
/// need not pay for them again. A process that ends loses them, and they are read again.
/// </summary>
/// <remarks>Thread-safe. It belongs to one engine and so to one reader and its version. Above its bound the oldest go first.</remarks>
/// <param name="most">The most readings.</param>
internal sealed class KeptReadings(int most = KeptReadings.Most)
{
    /// <summary>About 16 megabytes of ordinary readings, reached only while models fail.</summary>
    public const int Most = 8_192;

    private readonly Lock _gate = new();
    private readonly Dictionary<ReadingKey, LinkedListNode<(ReadingKey Key, InteractionUnderstanding Understanding)>> _nodes = [];
    private readonly LinkedList<(ReadingKey Key, InteractionUnderstanding Understanding)> _oldest = new();
    private long _generation;

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _nodes.Count;
            }
        }
    }

    /// <summary>Another number after each <see cref="DropScope"/>: what was begun before is not kept any more.</summary>
    public long Generation
    {
        get
        {
            lock (_gate)
            {
                return _generation;
            }
        }
    }

    /// <summary>Keeps a reading; the first of a message counts.</summary>
    /// <param name="key">What it was made of.</param>
    /// <param name="understanding">The reading.</param>
    /// <param name="generation">The <see cref="Generation"/> when it was begun.</param>
    public void Keep(ReadingKey key, InteractionUnderstanding understanding, long generation)
    {
        lock (_gate)
        {
            if (generation != _generation || _nodes.ContainsKey(key))
            {
                return;
            }

            _nodes[key] = _oldest.AddLast((key, understanding));
            if (_nodes.Count > most)
            {
                _nodes.Remove(_oldest.First!.Value.Key);
                _oldest.RemoveFirst();
            }
        }
    }

    /// <summary>The reading of a message; null when there is none.</summary>
    public InteractionUnderstanding? Find(ReadingKey key)
    {
        lock (_gate)
        {
            return _nodes.TryGetValue(key, out var node) ? node.Value.Understanding : null;
        }
    }

    /// <summary>Forgets every reading of a scope, and those under way: something of it was forgotten or erased.</summary>
    public void DropScope(MemoryScope scope)
    {
        lock (_gate)
        {
            _generation++;
            foreach (var key in _nodes.Keys.Where(key => key.Scope == scope).ToList())
            {
                _nodes.Remove(key, out var node);
                _oldest.Remove(node!);
            }
        }
    }

    /// <summary>Forgets a reading: it is committed, or is to be made anew.</summary>
    public void Drop(ReadingKey key)
    {
        lock (_gate)
        {
            if (_nodes.Remove(key, out var node))
            {
                _oldest.Remove(node);
            }
        }
    }
}
