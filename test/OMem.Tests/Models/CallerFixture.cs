using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OMem.Models;
using OMem.Tests.Engine;

namespace OMem.Tests.Models;

/// <summary>A caller on a clock that only the test moves, with waits that have no jitter.</summary>
internal sealed class CallerFixture
{
    public static readonly MemoryScope Scope = new("acme", "alice");

    public CallerFixture(IChatClient client, Action<ModelOptions>? configure = null)
    {
        var options = new ModelOptions();
        configure?.Invoke(options);
        Caller = new ModelCaller(MemoryModels.Of(client), options, Time, NullLogger.Instance, static () => 1);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2024, 5, 1, 10, 0, 0, TimeSpan.Zero));

    public ModelCaller Caller { get; }

    public StageUsage Usage => Caller.Usage.Read(Scope).ShouldHaveSingleItem();

    public Task<ModelAnswer<Pets>> AskAsync(ModelStage stage = ModelStage.Consolidate, CancellationToken cancellationToken = default) =>
        Caller.CallAsync(new ModelCall<Pets>(new ModelCall(Scope, stage, [new ChatMessage(ChatRole.User, "Which pets?")]), PetsJson.Default.Options), cancellationToken);

    /// <summary>Moves the clock in small steps until the work has ended.</summary>
    public async Task<TimeSpan> RunAsync(Task work)
    {
        var start = Time.GetUtcNow();
        var patience = new Patience();
        while (!work.IsCompleted)
        {
            Time.Advance(TimeSpan.FromMilliseconds(100));
            await patience.YieldAsync();
        }

        return Time.GetUtcNow() - start;
    }
}

internal sealed record Pets(IReadOnlyList<string>? Names);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Pets))]
internal sealed partial class PetsJson : JsonSerializerContext;
