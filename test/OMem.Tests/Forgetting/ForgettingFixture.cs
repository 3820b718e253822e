using System.Text;
using System.Text.Json.Nodes;
using OMem.Models;
using OMem.Storage;
using OMem.Tests.Engine;

namespace OMem.Tests.Forgetting;

/// <summary>A memory of small chats that is forgotten and erased; what is left of it as text.</summary>
internal sealed class ForgettingFixture(IMemoryStore? store = null, MemoryModels? models = null, Action<OMemOptions>? configure = null) : IAsyncDisposable
{
    public static readonly CorrectionNote Note = new("alice@example.org", "her request of 12 May");

    private readonly EngineFixture _fixture = new(store: store, models: models, configure: configure);
    private int _messages;

    public EngineFixture Engine => _fixture;

    public IMemory Memory => _fixture.Memory;

    public IMemoryStore Store => _fixture.Store;

    public DateTimeOffset Now => _fixture.Time.GetUtcNow();

    public static MemorySelection Ids(params string[] ids) => new() { Interactions = ids };

    /// <summary>Says things a day apart, as m1, m2, ...</summary>
    public async Task SayAsync(params string[] texts)
    {
        foreach (var text in texts)
        {
            _fixture.Time.Advance(TimeSpan.FromDays(1));
            await Memory.RememberAsync([EngineFixture.Say($"m{++_messages}", text) with { OccurredAt = Now }]);
            await Memory.FlushAsync();
        }
    }

    /// <summary>The same, at the same times and under the same ids, without some of them.</summary>
    public async Task SayAllButAsync(string[] texts, string[] without)
    {
        foreach (var text in texts)
        {
            _fixture.Time.Advance(TimeSpan.FromDays(1));
            var id = $"m{++_messages}";
            if (!without.Contains(id, StringComparer.Ordinal))
            {
                await Memory.RememberAsync([EngineFixture.Say(id, text) with { OccurredAt = Now }]);
                await Memory.FlushAsync();
            }
        }
    }

    public async Task EraseAsync(params string[] ids)
    {
        await Memory.EraseAsync(Ids(ids), Note);
        await Memory.FlushAsync();
    }

    public async Task<IReadOnlyList<PersonaItem>> AllAsync()
    {
        var card = await Memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true });
        return [.. card.Attributes, .. card.Facts];
    }

    public async Task<PersonaItem> ItemAsync(string value) =>
        (await AllAsync()).Single(item => item.SupersededAt is null && item.Value.Contains(value, StringComparison.OrdinalIgnoreCase));

    /// <summary>Current values of an aspect, denied ones with a minus.</summary>
    public async Task<string[]> ValuesAsync(string aspect) =>
        [.. (await Memory.GetPersonaAsync()).Attributes.Where(item => item.Aspect == aspect).Select(item => (item.Polarity is Polarity.Negative ? "-" : "") + item.Value).Order(StringComparer.Ordinal)];

    public async Task<string> ExportAsync()
    {
        using var stream = new MemoryStream();
        await Memory.ExportAsync(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The export without ledger, counts and hash: everything that undo has to bring back.</summary>
    public async Task<string> PictureAsync() => string.Join('\n', (await ExportAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(static line => (string?)JsonNode.Parse(line)!["type"] is not ("ledger" or "omem-export" or "end")));

    public async Task<List<LedgerEntry>> LedgerAsync() => await Memory.GetHistoryAsync().ToListAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();
}
