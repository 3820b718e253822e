using System.Collections.Concurrent;

namespace OMem.Interactions;

/// <summary>The scopes whose search state is in memory. Above the byte limit the least recently used is dropped; it is read again when needed.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class HotScopes(EngineParts parts)
{
    private readonly ConcurrentDictionary<MemoryScope, ScopeState> _scopes = new();
    private long _uses;

    public ScopeState Get(MemoryScope scope)
    {
        var state = _scopes.GetOrAdd(scope, static (key, shared) => new ScopeState(key, shared), parts);
        state.LastUse = Interlocked.Increment(ref _uses);
        return state;
    }

    /// <summary>Drops least recently used scopes until the rest fits. A reader that holds a dropped scope may go on with it.</summary>
    public void Trim()
    {
        var total = _scopes.Values.Sum(state => state.Bytes);
        if (total <= parts.Options.HotStateBytes)
        {
            return;
        }

        foreach (var state in _scopes.Values.OrderBy(state => state.LastUse).SkipLast(1))
        {
            if (total <= parts.Options.HotStateBytes)
            {
                return;
            }

            if (_scopes.TryRemove(new(state.Scope, state)))
            {
                total -= state.Bytes;
            }
        }
    }
}
