using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;
using OMem.Models;
using OMem.Storage;

namespace OMem.Tests.Engine;

/// <summary>An engine over a store in memory, with a clock that stands still and no background worker unless asked for.</summary>
internal sealed class EngineFixture : IAsyncDisposable
{
    public static readonly MemoryScope Alice = new("acme", "alice");
    public static readonly DateTimeOffset Start = new(2024, 5, 1, 10, 0, 0, TimeSpan.Zero);

    public EngineFixture(
        IInteractionReader? reader = null,
        IEmbeddingGenerator<string, Embedding<float>>? embeddings = null,
        IMemoryStore? store = null,
        Action<OMemOptions>? configure = null,
        MemoryModels? models = null)
    {
        var options = new OMemOptions { BackgroundUnderstanding = false };
        configure?.Invoke(options);
        Store = store ?? new InMemoryMemoryStore();
        Engine = new MemoryEngine(Store, reader, embeddings ?? new HashedWordGenerator(), options, Time, models: models);
    }

    public FakeTimeProvider Time { get; } = new(Start);

    public IMemoryStore Store { get; }

    public MemoryEngine Engine { get; }

    public IMemory Memory => Engine.ForScope(Alice);

    public static Interaction Say(string id, string text, string speaker = "Alice", string session = "s1", int minutes = 0) => new()
    {
        Id = id,
        Speaker = speaker,
        Text = text,
        Session = session,
        OccurredAt = Start.AddMinutes(minutes),
    };

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        await Store.DisposeAsync();
    }
}
