namespace Sentinel.Memory;

/// <summary>What was forgotten, and since when.</summary>
internal sealed class ForgottenIds
{
    private readonly Dictionary<string, DateTimeOffset> _since = new(StringComparer.Ordinal);

    public void Add(string id, DateTimeOffset at)
    {
        if (!_since.TryGetValue(id, out var known) || at < known)
        {
            _since[id] = at;
        }
    }

    public bool Contains(string id, DateTimeOffset asOf) => _since.TryGetValue(id, out var at) && at <= asOf;
}
