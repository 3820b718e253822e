using OMem.Storage;
using static OMem.Tests.Engine.EngineFixture;

namespace OMem.Tests.Engine;

/// <summary>A clock that is set back: nothing is lost, nothing waits for a time that came and went.</summary>
public sealed class ClockTests
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly CorrectionNote Note = new("Alice", "I know better");

    [Fact]
    public async Task Log_ClockSetBack_KeepsTheOrderAndAnswersByRecordedAt()
    {
        await using var fixture = new EngineFixture();
        await fixture.Memory.RememberAsync([Say("m1", "I live in Oslo.")]);
        await fixture.Memory.FlushAsync();
        SetBack(fixture, TimeSpan.FromDays(10));
        await fixture.Memory.RememberAsync([Say("m2", "I love jazz.", minutes: 5)]);
        await fixture.Memory.FlushAsync();

        var log = await fixture.Memory.ReadLogAsync().ToListAsync();
        log.Select(static stored => stored.Interaction.Id).ShouldBe(["m1", "m2"]);
        log[1].RecordedAt.ShouldBeLessThan(log[0].RecordedAt);
        var query = new RecallQuery("Where does Alice live, and does she love jazz?");
        var then = await fixture.Memory.RecallAsync(query with { AsOf = log[1].RecordedAt });
        then.Items.SelectMany(static item => item.Citations).Select(static citation => citation.InteractionId).Distinct().ShouldBe(["m2"]);
        (await fixture.Memory.GetPersonaAsync(new PersonaQuery { AsOf = log[1].RecordedAt })).Attributes.ShouldHaveSingleItem().Value.ShouldContain("jazz");
        (await fixture.Memory.GetPersonaAsync()).Attributes.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Rulings_ClockSetBack_ApplyAreUndoneAndKeptByARebuild()
    {
        await using var fixture = new EngineFixture();
        await fixture.Memory.RememberAsync([Say("m1", "I live in Oslo."), Say("m2", "I moved to Rome.", minutes: 5), Say("m3", "I love jazz.", minutes: 6)]);
        await fixture.Memory.FlushAsync();
        var before = await ValuesAsync(fixture);
        SetBack(fixture, Year);

        var rome = (await fixture.Memory.GetPersonaAsync()).Attributes.Single(static item => item.Value is "Rome");
        var retracted = await fixture.Memory.RetractAsync(rome.Id, Note);
        (await ValuesAsync(fixture)).ShouldBe(["Oslo", "jazz"]);
        await fixture.Memory.RebuildAsync();
        (await ValuesAsync(fixture)).ShouldBe(["Oslo", "jazz"]);
        await fixture.Memory.UndoAsync(new UndoRequest { Entry = retracted.Entry, Note = Note });

        (await ValuesAsync(fixture)).ShouldBe(before);
    }

    [Fact]
    public async Task Flush_WorkerGoneWithALeaseOfTheFuture_IsNotHeldUp()
    {
        await using var fixture = new EngineFixture();
        await fixture.Memory.RememberAsync([Say("m1", "I live in Oslo.")]);
        var now = fixture.Time.GetUtcNow();
        (await fixture.Store.ClaimAsync(new ClaimRequest(Alice, "gone", 10, now + Year, now + Year + TimeSpan.FromSeconds(20)))).ShouldNotBeNull();

        await fixture.Memory.FlushAsync().WaitAsync(Patience);

        (await fixture.Memory.GetStatusAsync()).Pending.ShouldBe(0);
    }

    [Fact]
    public async Task Flush_NextTryOfTheFuture_IsTriedNow()
    {
        var broken = true;
        await using var fixture = new EngineFixture(new ScriptedReader(stored => broken ? throw new TimeoutException() : ScriptedReader.Attribute(stored)));
        await fixture.Memory.RememberAsync([Say("m1", "home: Oslo")]);
        fixture.Time.Advance(Year);
        using (var stop = new CancellationTokenSource())
        {
            var flush = fixture.Memory.FlushAsync(cancellationToken: stop.Token);
            while ((await fixture.Memory.GetStatusAsync()).Failures.Count == 0)
            {
                await Task.Yield();
            }

            await stop.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => flush);
        }

        SetBack(fixture, Year);
        broken = false;
        await fixture.Memory.FlushAsync().WaitAsync(Patience);

        (await fixture.Memory.GetPersonaAsync()).Attributes.ShouldHaveSingleItem().Value.ShouldBe("Oslo");
    }

    private static void SetBack(EngineFixture fixture, TimeSpan by) => fixture.Time.AdjustTime(fixture.Time.GetUtcNow() - by);

    private static async Task<string[]> ValuesAsync(EngineFixture fixture) =>
        [.. (await fixture.Memory.GetPersonaAsync()).Attributes.Select(static item => item.Value).Order(StringComparer.Ordinal)];
}
