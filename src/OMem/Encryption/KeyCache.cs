namespace OMem.Encryption;

/// <summary>The keys of the scopes in use, the least recently used going first.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class KeyCache(int capacity) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<MemoryScope, LinkedListNode<(MemoryScope Scope, ScopeKeys Keys)>> _nodes = [];
    private readonly LinkedList<(MemoryScope Scope, ScopeKeys Keys)> _order = new();

    /// <summary>The keys of a scope, shared with the caller; null when they are not here.</summary>
    public ScopeKeys? Find(MemoryScope scope)
    {
        lock (_lock)
        {
            if (!_nodes.TryGetValue(scope, out var node) || !node.Value.Keys.TryShare())
            {
                return null;
            }

            _order.Remove(node);
            _order.AddFirst(node);
            return node.Value.Keys;
        }
    }

    /// <summary>Takes keys over and shares them with the caller.</summary>
    public ScopeKeys Put(MemoryScope scope, ScopeKeys keys)
    {
        lock (_lock)
        {
            Remove(scope);
            keys.TryShare();
            _nodes.Add(scope, _order.AddFirst((scope, keys)));
            if (_nodes.Count > capacity)
            {
                Remove(_order.Last!.Value.Scope);
            }

            return keys;
        }
    }

    public void Drop(MemoryScope scope)
    {
        lock (_lock)
        {
            Remove(scope);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var (_, keys) in _order)
            {
                keys.Dispose();
            }

            _order.Clear();
            _nodes.Clear();
        }
    }

    private void Remove(MemoryScope scope)
    {
        if (_nodes.Remove(scope, out var node))
        {
            _order.Remove(node);
            node.Value.Keys.Dispose();
        }
    }
}
