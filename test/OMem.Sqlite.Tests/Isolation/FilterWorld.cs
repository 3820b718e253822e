using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using OMem.Models;
using OMem.TestKit.Storage;

namespace OMem.Sqlite.Tests.Isolation;

/// <summary>A memory in which many people with hostile names spoke in sessions with hostile names, beside one that nobody may see.</summary>
internal sealed class FilterWorld : IAsyncDisposable
{
    private static readonly MemoryScope Hidden = new("acme", "hidden");
    private static readonly DateTimeOffset Start = new(2024, 4, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly StoreHarness _harness;
    private readonly IMemoryStore _store;
    private readonly EchoClient _model = new();
    private readonly MemoryEngine _engine;

    private FilterWorld(StoreHarness harness, FakeTimeProvider time)
    {
        _harness = harness;
        _store = harness.Create();
        _engine = new MemoryEngine(_store, options: new OMemOptions { BackgroundUnderstanding = false }, time: time, models: new MemoryModels { Answerer = _model });
    }

    public IMemory Memory => _engine.ForScope(new MemoryScope("acme", "seen"));

    /// <summary>Every attribute and fact, those of before too, by id.</summary>
    public Dictionary<string, PersonaItem> Items { get; private set; } = [];

    /// <summary>The log by position.</summary>
    public Dictionary<long, Interaction> Log { get; private set; } = [];

    /// <summary>The ledger.</summary>
    public List<LedgerEntry> Ledger { get; private set; } = [];

    /// <summary>Instants between the messages.</summary>
    public static DateTimeOffset Instant(int day) => Start.AddDays(day);

    public static async Task<FilterWorld> OfAsync(StoreHarness harness)
    {
        var time = new FakeTimeProvider(Start);
        var world = new FilterWorld(harness, time);
        await Fill.OwnerAsync(world._engine, world._store, Hidden, new FakeTimeProvider(Start));
        string[] said = ["I live in Bergen", "I love chess and tea", "I moved to Oslo", "I don't love chess anymore", "I own a boat called '; DROP TABLE item; --"];
        for (var i = 0; i < 3 * HostileNames.Stored.Count; i++)
        {
            time.Advance(TimeSpan.FromHours(8));
            var name = HostileNames.Stored[i % HostileNames.Stored.Count];
            var session = HostileNames.Stored[i * 7 % HostileNames.Stored.Count];
            await world.Memory.RememberAsync([new Interaction
            {
                Id = $"m{i}",
                Speaker = name,
                Session = i % 5 == 0 ? null : session,
                Role = i % 4 == 3 ? SpeakerRole.Document : SpeakerRole.Person,
                Text = $"{said[(i + (i / HostileNames.Stored.Count)) % said.Length]}. Message {i} of Ann.",
                OccurredAt = time.GetUtcNow(),
            }]);
            await world.Memory.FlushAsync();
        }

        var card = await world.Memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true });
        await world.Memory.RetractAsync(card.Attributes.First(static item => item.SupersededAt is null).Id, new CorrectionNote("Ann", "' OR 1=1 --"));
        card = await world.Memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true });
        world.Items = card.Attributes.Concat(card.Facts).ToDictionary(static item => item.Id, StringComparer.Ordinal);
        world.Log = (await world.Memory.ReadLogAsync().ToListAsync()).ToDictionary(static stored => stored.Sequence, static stored => stored.Interaction);
        world.Ledger = await world.Memory.GetHistoryAsync().ToListAsync();
        return world;
    }

    /// <summary>Fails when something of the hidden memory is in it; words that the question itself has aside.</summary>
    public static void ShowsNothingHidden(object? result, params string?[] asked)
    {
        var text = JsonSerializer.Serialize(result);
        var question = string.Concat(asked);
        Owned.Canaries.Where(canary => !question.Contains(canary, StringComparison.OrdinalIgnoreCase) && text.Contains(canary, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    /// <summary>The files are sound, and hold what they held.</summary>
    public async Task IsSoundAsync()
    {
        if (_store is SqliteMemoryStore sqlite)
        {
            (await sqlite.CheckIntegrityAsync()).ShouldBeEmpty();
        }

        (await Memory.ReadLogAsync().ToListAsync()).Count.ShouldBe(Log.Count);
        (await _engine.ListScopesAsync()).Count.ShouldBe(2);
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        await _store.DisposeAsync();
        await _harness.DisposeAsync();
        _model.Dispose();
    }
}
