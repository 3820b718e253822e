using System.Text.Json;
using CsCheck;
using OMem.Tests.Engine;

namespace OMem.Tests.Persona;

/// <summary>What a persona card says of an earlier belief is what it said then, with the evidence and confidence of then.</summary>
public sealed class BelievedThenTests
{
    private static readonly string[] Says =
    [
        "I live in Oslo.", "I moved to Bergen.", "I no longer live in Oslo.", "I love jazz.", "I don't like jazz anymore.", "I love jazz, really.",
        "I work as a nurse.", "I quit my job.", "I work as a teacher now.", "I adopted a dog called Rex.", "My favourite colour is blue.",
        "My favourite colour is green now.", "I don't eat meat.", "I'm going to Rome in June.",
    ];

    private static readonly CorrectionNote Note = new("ana", "she said so");

    [Fact]
    public Task GetPersona_AsOfEachMoment_IsTheCardOfThatMoment() =>
        Gen.Select(Gen.Int[0, Says.Length - 1], Gen.Int[0, 9]).Array[1, 14].SampleAsync(
            async steps =>
            {
                await using var fixture = new EngineFixture();
                var cards = new List<(DateTimeOffset At, string Card)>();
                foreach (var (i, (says, act)) in steps.Index())
                {
                    fixture.Time.Advance(TimeSpan.FromDays(1));
                    await fixture.Memory.RememberAsync([EngineFixture.Say($"m{i}", Says[says], minutes: 1440 * (i + 1))]);
                    await fixture.Memory.FlushAsync();
                    fixture.Time.Advance(TimeSpan.FromHours(1));
                    await DecideAsync(fixture.Memory, act);
                    cards.Add((fixture.Time.GetUtcNow(), Shown(await fixture.Memory.GetPersonaAsync())));
                }

                foreach (var (at, card) in cards)
                {
                    Shown(await fixture.Memory.GetPersonaAsync(new PersonaQuery { AsOf = at })).ShouldBe(card);
                }
            },
            iter: 200);

    [Fact]
    public async Task GetPersona_AsOfBeforeASecondEvidence_ShowsTheFirstAlone()
    {
        await using var fixture = new EngineFixture();
        await fixture.Memory.RememberAsync([EngineFixture.Say("m1", "I love jazz.")]);
        await fixture.Memory.FlushAsync();
        var then = fixture.Time.GetUtcNow();
        fixture.Time.Advance(TimeSpan.FromDays(1));
        await fixture.Memory.RememberAsync([EngineFixture.Say("m2", "I love jazz.", session: "s2", minutes: 1440)]);
        await fixture.Memory.FlushAsync();

        var before = (await fixture.Memory.GetPersonaAsync(new PersonaQuery { AsOf = then })).Attributes.ShouldHaveSingleItem();
        var now = (await fixture.Memory.GetPersonaAsync()).Attributes.ShouldHaveSingleItem();

        before.Evidence.ShouldHaveSingleItem().InteractionId.ShouldBe("m1");
        now.Evidence.Count.ShouldBe(2);
        before.Confidence.ShouldBeLessThan(now.Confidence);
    }

    /// <summary>Sometimes a person decides something.</summary>
    private static async Task DecideAsync(IMemory memory, int act)
    {
        var current = (await memory.GetPersonaAsync()).Attributes;
        try
        {
            await (act switch
            {
                0 when current.Count > 0 => memory.ConfirmAsync(current[0].Id, Note),
                1 when current.Count > 0 => memory.CorrectAsync(current[^1].Id, new Replacement { Value = "tea", Text = "Alice likes tea" }, Note),
                2 when current.Count > 0 => memory.RetractAsync(current[0].Id, Note),
                3 when await memory.GetHistoryAsync().LastOrDefaultAsync() is { } last => memory.UndoAsync(new UndoRequest { Entry = last.Sequence, Note = Note, Cascade = true }),
                _ => Task.CompletedTask,
            });
        }
        catch (CorrectionException)
        {
            // What cannot be decided changes nothing.
        }
    }

    private static string Shown(PersonaCard card) => JsonSerializer.Serialize(
        card.Attributes.Concat(card.Facts).Select(item => item with { ClusterId = null }).OrderBy(item => item.Id, StringComparer.Ordinal));
}
