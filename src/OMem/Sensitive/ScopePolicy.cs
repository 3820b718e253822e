using OMem.Interactions;

namespace OMem.Sensitive;

/// <summary>The policy of one scope: its own, or that of the options. Read from the store at most once a second.</summary>
/// <remarks>Thread-safe. What another process sets holds here a second later at the latest; what this engine sets holds from then on.</remarks>
internal sealed class ScopePolicy(MemoryScope scope, EngineParts parts)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    private volatile Reading? _latest;

    public async ValueTask<SensitiveDataPolicy> GetAsync(CancellationToken cancellationToken)
    {
        if (_latest is { } latest && parts.Time.GetElapsedTime(latest.At) < Freshness)
        {
            return latest.Policy;
        }

        var at = parts.Time.GetTimestamp();
        var properties = await parts.Store.ReadPropertiesAsync(scope, cancellationToken).ConfigureAwait(false);
        var policy = properties.TryGetValue(PolicyText.Property, out var text) ? PolicyText.Read(text) : parts.Options.SensitiveData;
        _latest = new Reading(policy, at);
        return policy;
    }

    public async Task SetAsync(SensitiveDataPolicy? policy, CancellationToken cancellationToken)
    {
        await parts.Store.SetPropertyAsync(scope, PolicyText.Property, policy is null ? null : PolicyText.Write(policy), cancellationToken).ConfigureAwait(false);
        _latest = null;
    }

    private sealed record Reading(SensitiveDataPolicy Policy, long At);
}
