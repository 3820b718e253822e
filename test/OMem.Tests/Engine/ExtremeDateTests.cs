using System.Globalization;
using static OMem.Tests.Engine.EngineFixture;

namespace OMem.Tests.Engine;

/// <summary>Messages of the first and the last day there is, and of any calendar between: stored, read, recalled and carried elsewhere.</summary>
public sealed class ExtremeDateTests
{
    private static readonly string[] Said =
    [
        "I moved to Rome last week.", "I will fly to Oslo next month.", "I lived in Bergen ten years ago.", "In three years I want to live in Madrid.",
        "I worked as a baker from 1990 to 2005.", "Yesterday I bought a boat.", "I started a new job the day before yesterday.", "I have loved jazz since last summer.",
    ];

    private static readonly string[] Asked = ["What happened last week?", "Where will Alice be next year?", "What did Alice do in the year 9999?", "When did Alice move, before or after 0001?", "What happens in ten thousand years?"];

    public static TheoryData<string> Days =>
    [
        "0001-01-01T00:00:00.0000000+00:00", "9999-12-31T23:59:59.9999999+00:00", "0001-01-01T14:00:00.0000000+14:00", "9999-12-31T09:59:59.9999999-14:00",
        "0001-01-02T00:00:00.0000000+00:00", "9999-12-30T12:00:00.0000000+00:00", "1582-10-10T00:00:00.0000000+00:00", "2200-02-28T23:59:59.0000000-05:00", "1600-02-29T00:00:00.0000000+00:00",
    ];

    [Theory]
    [MemberData(nameof(Days))]
    public async Task Memory_OfADayAtTheEdge_IsReadRecalledAndCarried(string instant)
    {
        var day = DateTimeOffset.ParseExact(instant, "O", CultureInfo.InvariantCulture);
        await using var fixture = new EngineFixture();
        await fixture.Memory.RememberAsync([.. Said.Select((text, i) => Say($"m{i}", text) with { OccurredAt = day })]);

        await fixture.Memory.FlushAsync();

        var status = await fixture.Memory.GetStatusAsync();
        (status.Parked, status.Pending).ShouldBe((0, 0), string.Join("; ", status.Failures.Select(static failure => $"{failure.InteractionId}: {failure.Error}")));
        (await fixture.Memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true })).Attributes.ShouldNotBeEmpty();
        foreach (var asked in Asked)
        {
            var query = new RecallQuery(asked) { IncludeSuperseded = true, IncludeTrace = true, Neighbours = 2 };
            await fixture.Memory.RecallAsync(query);
            await fixture.Memory.RecallAsync(query with { From = DateTimeOffset.MinValue, To = DateTimeOffset.MaxValue });
            await fixture.Memory.RecallAsync(query with { AsOf = DateTimeOffset.MaxValue, ValidAt = DateTimeOffset.MinValue });
            await fixture.Memory.RecallAsync(query with { AsOf = DateTimeOffset.MinValue, ValidAt = DateTimeOffset.MaxValue });
        }

        foreach (var moment in (DateTimeOffset[])[DateTimeOffset.MinValue, day, DateTimeOffset.MaxValue])
        {
            await fixture.Memory.GetPersonaAsync(new PersonaQuery { ValidAt = moment });
            await fixture.Memory.GetHistoryAsync(new HistoryQuery { ValidAt = moment, AsOf = DateTimeOffset.MaxValue }).ToListAsync();
        }

        (await fixture.Memory.ReadLogAsync().ToListAsync()).ShouldAllBe(stored => stored.Interaction.OccurredAt.EqualsExact(day));
        await CarriesAsync(fixture);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task Rulings_WithTimesAtTheEdge_AreDoneOrRefusedAsInvalid(string instant)
    {
        var day = DateTimeOffset.ParseExact(instant, "O", CultureInfo.InvariantCulture);
        await using var fixture = new EngineFixture();
        await fixture.Memory.RememberAsync([Say("m1", "I live in Oslo."), Say("m2", "I visited Rome in 2020.")]);
        await fixture.Memory.FlushAsync();
        var note = new CorrectionNote("Alice", "it was then");
        var card = await fixture.Memory.GetPersonaAsync();
        foreach (var item in card.Attributes.Concat(card.Facts))
        {
            await RuleAsync(() => fixture.Memory.CorrectAsync(item.Id, new Replacement { ValidFrom = day }, note));
        }

        await RuleAsync(() => fixture.Memory.UndoAsync(new UndoRequest { Since = day, Note = note }));

        await fixture.Memory.RebuildAsync();
        await CarriesAsync(fixture);
    }

    private static async Task RuleAsync(Func<Task> rule)
    {
        try
        {
            await rule();
        }
        catch (CorrectionException refusal)
        {
            refusal.Fault.ShouldBeOneOf(CorrectionFault.Invalid, CorrectionFault.NothingToDo);
        }
    }

    /// <summary>An export restored elsewhere has the same bytes.</summary>
    private static async Task CarriesAsync(EngineFixture fixture)
    {
        using var first = new MemoryStream();
        await fixture.Memory.ExportAsync(first);
        await using var other = new EngineFixture();
        await other.Memory.RestoreAsync(new MemoryStream(first.ToArray()));
        using var second = new MemoryStream();
        await other.Memory.ExportAsync(second);
        second.ToArray().ShouldBe(first.ToArray());
    }
}
