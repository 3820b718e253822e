using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using OMem.Forgetting;
using OMem.Storage;

namespace OMem.Retention;

/// <summary>Retention policies and the time they were last applied, as properties of the store.</summary>
internal sealed class RetentionStore(IMemoryStore store)
{
    private const string Policy = "retention";
    private const string LastRun = "retention.run";

    /// <summary>The policy of a scope; null when it has none of its own.</summary>
    /// <exception cref="MemoryStoreException">What is stored is no policy.</exception>
    public async Task<RetentionPolicy?> ReadAsync(MemoryScope scope, CancellationToken cancellationToken)
    {
        var properties = await store.ReadPropertiesAsync(scope, cancellationToken).ConfigureAwait(false);
        return properties.TryGetValue(Policy, out var json) ? Parse(json) : null;
    }

    /// <summary>Sets the policy of a scope, or takes it away.</summary>
    public Task WriteAsync(MemoryScope scope, RetentionPolicy? policy, CancellationToken cancellationToken) => store.SetPropertyAsync(
        scope, Policy, policy is null ? null : JsonSerializer.Serialize(StoredPolicy.Of(policy), RetentionJson.Default.StoredPolicy), cancellationToken);

    /// <summary>When policies were last applied to the whole store; null when never.</summary>
    public async Task<DateTimeOffset?> ReadLastRunAsync(CancellationToken cancellationToken)
    {
        var properties = await store.ReadPropertiesAsync(scope: null, cancellationToken).ConfigureAwait(false);
        return properties.TryGetValue(LastRun, out var text) && DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? at : null;
    }

    /// <summary>Notes when they were.</summary>
    public Task WriteLastRunAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        store.SetPropertyAsync(scope: null, LastRun, now.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture), cancellationToken);

    private static RetentionPolicy Parse(string json)
    {
        try
        {
            // A policy of a later version may hold a rule that is not known here: nothing is taken by half of it.
            var policy = JsonSerializer.Deserialize(json, RetentionJson.Default.StoredPolicy)?.ToPolicy();
            if (policy is not null && SelectionDoor.Fault(policy) is null)
            {
                return policy;
            }
        }
        catch (JsonException)
        {
            // Said below.
        }

        throw new MemoryStoreException(MemoryStoreFault.Corrupt, "The retention policy that is stored cannot be read: set it again, or use a newer version.");
    }
}

/// <summary>A policy as it is stored.</summary>
/// <param name="MaxAgeSeconds">The longest age.</param>
/// <param name="MaxSessions">The most sessions.</param>
/// <param name="Erase">Whether the rest is erased.</param>
internal sealed record StoredPolicy(double? MaxAgeSeconds, int? MaxSessions, bool Erase)
{
    public static StoredPolicy Of(RetentionPolicy policy) => new(policy.MaxAge?.TotalSeconds, policy.MaxSessions, policy.Mode is RetentionMode.Erase);

    public RetentionPolicy ToPolicy() => new()
    {
        MaxAge = MaxAgeSeconds is { } seconds ? TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.MaxValue.TotalSeconds / 2)) : null,
        MaxSessions = MaxSessions,
        Mode = Erase ? RetentionMode.Erase : RetentionMode.Forget,
    };
}

/// <summary>The JSON of policies.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredPolicy))]
internal sealed partial class RetentionJson : JsonSerializerContext;
