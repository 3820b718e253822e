namespace Sentinel.Memory.Tests.Leaks;

public sealed class SettlementLeakTests
{
    [Fact]
    public async Task Outcome_OneTickBeforeItsHorizon_IsInvisible()
    {
        await using var memory = Worlds.Patterned(40);
        var decision = Worlds.Decide(12);
        var tick = TimeSpan.FromTicks(1);

        foreach (var (horizon, bars) in new[] { (OutcomeHorizon.Bars1, 1), (OutcomeHorizon.Bars5, 5), (OutcomeHorizon.Bars20, 20) })
        {
            (await OutcomesAsync(memory, decision.Id, Make.At(12 + bars) - tick)).ShouldNotContain(horizon);
            (await OutcomesAsync(memory, decision.Id, Make.At(12 + bars))).ShouldContain(horizon);
        }
    }

    [Fact]
    public async Task Episode_OneTickBeforeItsOutcome_IsNotRecalled()
    {
        await using var memory = Make.Memory();
        Worlds.Live(memory, 6, 12);
        var request = new EpisodeRequest { Situation = new Situation { Market = Make.Snapshot(6), State = Worlds.State(6, 1), Events = [Make.Event(6)] }, K = 20 };
        var id = $"epi-{Worlds.Decide(6).Id}";

        var before = await memory.Toolkit.RecallEpisodesAsync(Make.At(11) - TimeSpan.FromTicks(1), request);
        var after = await memory.Toolkit.RecallEpisodesAsync(Make.At(11), request);

        before.NoneFound.ShouldBe(NoneFound.NotYetKnown);
        after.Ids.ShouldContain(id);
    }

    [Fact]
    public async Task BuildContext_WithASnapshotOfTheFuture_IsRefused()
    {
        await using var memory = Make.Memory();

        await Should.ThrowAsync<ArgumentException>(() => memory.Toolkit.BuildContextAsync(Situation.Of(Make.Snapshot(2), [], null), Make.At(1)));
    }

    [Fact]
    public async Task BuildContext_WithEventsOfTheFuture_LeavesThemOut()
    {
        await using var memory = Make.Memory();

        var context = await memory.Toolkit.BuildContextAsync(Situation.Of(Make.Snapshot(1), [Make.Event(1), Make.Event(2)], null), Make.At(1));

        context.Situation.Events.ShouldHaveSingleItem().KnownAt.ShouldBe(Make.At(1));
    }

    [Fact]
    public async Task FuturePoison_AbsurdBarsAndEventsAfterwards_ChangeNothingBefore()
    {
        await using var memory = Worlds.Patterned(60);
        await using var poisoned = Worlds.Patterned(60);
        for (var hour = 61; hour < 90; hour++)
        {
            poisoned.Settle(Make.Bar(hour, 1_000_000, 1, 2_000_000, 0.001m));
            poisoned.Observe(Make.Snapshot(hour, Make.State(1e9, -1e9, 1e9), 1_000_000), [Make.Event(hour, side: 1, id: $"poison-{hour}")]);
            poisoned.Record(Make.Decision(hour, IntentDirection.Long, Make.State(1e9, -1e9, 1e9), [Make.Event(hour, side: 1, id: $"poison-{hour}")], stop: 1));
        }

        var situation = Situation.Of(Worlds.Snapshot(60), Worlds.Events(60), null);
        var clean = await memory.Toolkit.BuildContextAsync(situation, Make.At(60));
        var after = await poisoned.Toolkit.BuildContextAsync(situation, Make.At(60));

        after.Text.ShouldBe(clean.Text);
        after.Ids.ShouldBe(clean.Ids);
    }

    [Fact]
    public async Task Reads_TwiceTheSame_GiveTheSameAndWriteNothing()
    {
        await using var memory = Worlds.Patterned(100);
        var head = memory.Journal.HeadHash;
        var situation = Situation.Of(Worlds.Snapshot(96), Worlds.Events(96), null);

        var first = await memory.Toolkit.BuildContextAsync(situation, Make.At(96));
        var second = await memory.Toolkit.BuildContextAsync(situation, Make.At(96));

        second.Text.ShouldBe(first.Text);
        second.Dropped.ShouldBe(first.Dropped);
        memory.Journal.HeadHash.ShouldBe(head);
    }

    private static async Task<IReadOnlyList<OutcomeHorizon>> OutcomesAsync(TraderMemory memory, string decisionId, DateTimeOffset asOf)
    {
        var why = await memory.Toolkit.WhyAsync(asOf, decisionId);
        return [.. why.Items.Single().Outcomes.Select(outcome => outcome.Horizon)];
    }
}
