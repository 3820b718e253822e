namespace OMem.Embeddings.Caching;

/// <summary>The vectors of the texts used last, up to a number. Safe for use by several threads.</summary>
internal sealed class VectorCache(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TextHash, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = new();

    /// <summary>How many vectors it holds.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>The vector of that text, which then counts as used last; null when it is not here.</summary>
    public float[]? Find(TextHash key)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var node))
            {
                return null;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Vector;
        }
    }

    /// <summary>Keeps the vector, and drops the one unused for longest when there are too many.</summary>
    public void Keep(TextHash key, float[] vector)
    {
        if (capacity == 0)
        {
            return;
        }

        lock (_lock)
        {
            if (_entries.ContainsKey(key))
            {
                return;
            }

            if (_entries.Count == capacity)
            {
                _entries.Remove(_byUse.Last!.Value.Key);
                _byUse.RemoveLast();
            }

            _entries[key] = _byUse.AddFirst(new Entry(key, vector));
        }
    }

    private readonly record struct Entry(TextHash Key, float[] Vector);
}
