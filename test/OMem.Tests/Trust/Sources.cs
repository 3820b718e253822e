using System.Text.Json;
using OMem.Tests.Engine;

namespace OMem.Tests.Trust;

/// <summary>A memory that several sources speak to, a day apart.</summary>
internal sealed class Sources : IAsyncDisposable
{
    public static readonly CorrectionNote Note = new("alice@example.org", "she said so");

    private readonly EngineFixture _fixture;
    private int _messages;

    public Sources(IInteractionReader? reader = null, Action<OMemOptions>? configure = null) => _fixture = new EngineFixture(reader, configure: configure);

    public IMemory Memory => _fixture.Memory;

    public IMemoryEngine Engine => _fixture.Engine;

    /// <summary>Says something and has it understood.</summary>
    public async Task<RememberResult> SayAsync(string text, SpeakerRole role = SpeakerRole.Person, string? speaker = null, string session = "s1", SourceTrust? trust = null)
    {
        _fixture.Time.Advance(TimeSpan.FromDays(1));
        var message = new Interaction
        {
            Id = $"m{++_messages}",
            Speaker = speaker ?? (role is SpeakerRole.Person ? "Alice" : role.ToString().ToLowerInvariant()),
            Role = role,
            Trust = trust,
            Text = text,
            Session = session,
            OccurredAt = _fixture.Time.GetUtcNow(),
        };
        var result = await Memory.RememberAsync([message]);
        await Memory.FlushAsync();
        return result;
    }

    public async Task<string[]> BelievedAsync() => Texts(await Memory.GetPersonaAsync());

    public async Task<string[]> HeldAsync() => [.. (await Memory.GetQuarantineAsync()).Select(static held => held.Item.Text).Order(StringComparer.Ordinal)];

    public async Task<QuarantinedItem> HeldItemAsync() => (await Memory.GetQuarantineAsync()).ShouldHaveSingleItem();

    public async Task<List<LedgerEntry>> LedgerAsync() => await Memory.GetHistoryAsync().ToListAsync();

    /// <summary>All that is concluded, believed and held back, current and past, as text.</summary>
    public async Task<string> PictureAsync() => JsonSerializer.Serialize(new object[]
    {
        await Memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true }), await Memory.GetQuarantineAsync(),
    });

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    private static string[] Texts(PersonaCard card) =>
        [.. card.Attributes.Concat(card.Facts).Select(static item => item.Text).Order(StringComparer.Ordinal)];
}
