using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using OMem.Models;
using OMem.Sqlite.Tests.Conformance;
using OMem.TestKit.Storage;

namespace OMem.Sqlite.Tests.Isolation;

public sealed class SqliteMemoryIsolationTests : MemoryIsolation<SqliteHarness>;

public sealed class InMemoryMemoryIsolationTests : MemoryIsolation<InMemoryHarness>;

/// <summary>What is stored as one scope neither comes out nor changes as another: every method of the engine, every way scopes can be near each other.</summary>
public abstract class MemoryIsolation<THarness> : IAsyncLifetime
    where THarness : StoreHarness, new()
{
    private static readonly DateTimeOffset Start = new(2024, 4, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = new(2024, 6, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly World _shared = new();
    private readonly World _alone = new();

    public async ValueTask InitializeAsync()
    {
        await _shared.Store.OpenAsync();
        await _alone.Store.OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _shared.DisposeAsync();
        await _alone.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [MemberData(nameof(ScopePairs.All), MemberType = typeof(ScopePairs))]
    public async Task EveryCall_AsAStranger_IsAsIfTheOwnerWereNotThere(string relation, string[] owner, string[] stranger)
    {
        var owners = _shared.Engine.ForScope(ScopePairs.Of(owner));
        var owned = await Fill.OwnerAsync(_shared.Engine, _shared.Store, owners.Scope, _shared.Time);
        var before = await PictureAsync(owners);
        var (beside, alone) = (await _shared.StrangerAsync(stranger, Later), await _alone.StrangerAsync(stranger, Later));

        for (var i = 0; i < MemoryCalls.All.Count; i++)
        {
            var call = MemoryCalls.All[i];
            var outcome = await call.OutcomeAsync(beside, owned);

            foreach (var canary in Owned.Canaries.Except(call.Says, StringComparer.Ordinal))
            {
                outcome.Contains(canary, StringComparison.OrdinalIgnoreCase).ShouldBeFalse($"{relation}: call {i}, {call.Method}, gives '{canary}' away: {outcome}");
            }

            outcome.ShouldBe(await call.OutcomeAsync(alone, owned), $"{relation}: call {i}, {call.Method}, tells that another scope exists");
            (await PictureAsync(owners)).ShouldBe(before, $"{relation}: call {i}, {call.Method}, changes what is the owner's");
        }

        (await _shared.Engine.ListScopesAsync()).ShouldBe([owners.Scope, beside.Scope], ignoreOrder: true);
    }

    /// <summary>All that the owner can see of its memory, byte for byte.</summary>
    private static async Task<string> PictureAsync(IMemory memory) =>
        Encoding.UTF8.GetString(await Exported.BytesAsync(memory))
        + JsonSerializer.Serialize(await memory.GetStatusAsync() with { Store = new StoreDescription("", "", 0, 0, "") })
        + JsonSerializer.Serialize(await memory.GetStatsAsync() with { StoreBytes = 0 });

    /// <summary>A store with an engine over it.</summary>
    private sealed class World : IAsyncDisposable
    {
        private readonly THarness _harness = new();
        private readonly EchoClient _model = new();

        public World()
        {
            Store = _harness.Create();
            Engine = new MemoryEngine(Store, options: new OMemOptions { BackgroundUnderstanding = false }, time: Time, models: new MemoryModels { Answerer = _model });
        }

        public FakeTimeProvider Time { get; } = new(Start);

        public IMemoryStore Store { get; }

        public MemoryEngine Engine { get; }

        public async Task<IMemory> StrangerAsync(string[] parts, DateTimeOffset now)
        {
            Time.SetUtcNow(now);
            var memory = Engine.ForScope(ScopePairs.Of(parts));
            await Fill.StrangerAsync(memory, now);
            return memory;
        }

        public async ValueTask DisposeAsync()
        {
            await Engine.DisposeAsync();
            await Store.DisposeAsync();
            await _harness.DisposeAsync();
            _model.Dispose();
        }
    }
}
