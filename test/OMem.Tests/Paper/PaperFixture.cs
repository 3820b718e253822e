using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;
using OMem.Models;
using OMem.Storage;
using OMem.Tests.Engine;

namespace OMem.Tests.Paper;

/// <summary>An engine of the published method over a store in memory and a scripted model.</summary>
internal sealed class PaperFixture : IAsyncDisposable
{
    public static readonly MemoryScope Scope = new("acme", "alice");
    public static readonly DateTimeOffset Start = new(2024, 5, 1, 10, 0, 0, TimeSpan.Zero);

    private readonly List<MemoryEngine> _engines = [];

    public PaperFixture(PaperModel? model = null, Action<OMemOptions>? configure = null)
    {
        Model = model ?? new PaperModel();
        Engine = Open(Model.Client, configure);
    }

    public PaperModel Model { get; }

    public FakeTimeProvider Time { get; } = new(Start);

    public IMemoryStore Store { get; } = new InMemoryMemoryStore();

    public MemoryEngine Engine { get; }

    public IMemory Memory => Engine.ForScope(Scope);

    /// <summary>Another engine on the same store.</summary>
    public MemoryEngine Open(IChatClient? client, Action<OMemOptions>? configure = null, bool hasEncoder = true)
    {
        var options = new OMemOptions { BackgroundUnderstanding = false, Method = MemoryMethod.Paper };
        options.Models.MaxRetries = 0;
        configure?.Invoke(options);
        var engine = new MemoryEngine(
            Store, embeddings: hasEncoder ? new HashedWordGenerator() : null, options: options, time: Time, models: client is null ? null : MemoryModels.Of(client));
        _engines.Add(engine);
        return engine;
    }

    public static Interaction Say(int n, string text, string speaker = "Alice", SpeakerRole role = SpeakerRole.Person) => new()
    {
        Id = FormattableString.Invariant($"m{n}"), Speaker = speaker, Role = role, Text = text, Session = "s1", OccurredAt = Start.AddMinutes(n),
    };

    /// <summary>Remembers what Alice says, one message for each text, and understands it.</summary>
    public Task TellAsync(params string[] texts) => RememberAsync([.. texts.Select((text, i) => Say(i + 1, text))]);

    public async Task RememberAsync(params Interaction[] interactions)
    {
        await Memory.RememberAsync(interactions);
        await Memory.FlushAsync();
    }

    public Task<DerivedMemory> DerivedAsync() => Store.ReadDerivedAsync(Scope);

    public async Task<List<PersonaItem>> ItemsAsync(string prefix) =>
        [.. (await DerivedAsync()).Items.Select(static stored => stored.Item).Where(item => item.Id.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(static item => item.Evidence[0].Sequence).ThenBy(static item => item.Id, StringComparer.Ordinal)];

    public async Task<List<LedgerEntry>> LedgerAsync() => await Memory.GetHistoryAsync().ToListAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var engine in _engines)
        {
            await engine.DisposeAsync();
        }

        await Store.DisposeAsync();
    }
}
