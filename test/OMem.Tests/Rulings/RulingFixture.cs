using System.Text.Json;
using OMem.Tests.Engine;

namespace OMem.Tests.Rulings;

/// <summary>A memory of small chats that is corrected and undone; its whole picture as text.</summary>
internal sealed class RulingFixture : IAsyncDisposable
{
    public static readonly CorrectionNote Note = new("alice@example.org", "she said so on the phone");

    private readonly EngineFixture _fixture = new();
    private int _messages;

    public IMemory Memory => _fixture.Memory;

    public IMemory Stranger => _fixture.Engine.ForScope(new MemoryScope("acme", "bob"));

    public DateTimeOffset Now => _fixture.Time.GetUtcNow();

    public async Task SayAsync(params string[] texts)
    {
        foreach (var text in texts)
        {
            _fixture.Time.Advance(TimeSpan.FromDays(1));
            var message = EngineFixture.Say($"m{++_messages}", text) with { OccurredAt = Now };
            await Memory.RememberAsync([message]);
            await Memory.FlushAsync();
        }
    }

    public void Wait(int days = 1) => _fixture.Time.Advance(TimeSpan.FromDays(days));

    public async Task<PersonaItem> ItemAsync(string value) =>
        (await AllAsync()).Single(item => item.SupersededAt is null && item.Value.Contains(value, StringComparison.OrdinalIgnoreCase));

    public async Task<IReadOnlyList<PersonaItem>> AllAsync()
    {
        var card = await Memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true });
        return [.. card.Attributes, .. card.Facts];
    }

    public async Task<string[]> ValuesAsync(string aspect) =>
        [.. (await Memory.GetPersonaAsync()).Attributes.Where(item => item.Aspect == aspect).Select(item => (item.Polarity is Polarity.Negative ? "-" : "") + item.Value).Order(StringComparer.Ordinal)];

    /// <summary>Everything derived about people, superseded items and groups too.</summary>
    public async Task<string> PictureAsync() => JsonSerializer.Serialize(await Memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true }));

    public async Task<List<LedgerEntry>> LedgerAsync() => await Memory.GetHistoryAsync().ToListAsync();

    public async Task<string> LedgerTextAsync() => JsonSerializer.Serialize(await LedgerAsync());

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();
}
