namespace Sentinel.Memory.Tests.Settlement;

public sealed class OutcomeTests
{
    [Fact]
    public async Task Settle_LongWithoutBarrier_MeasuresFromTheNextOpen()
    {
        await using var memory = Make.Memory();
        memory.Record(Make.Decision(0, IntentDirection.Long, stop: 90));

        memory.Settle(Make.Bar(0, 50)).ShouldBeEmpty();
        var outcome = memory.Settle(Make.Bar(1, 103, open: 101, high: 105, low: 99)).ShouldHaveSingleItem();

        outcome.Horizon.ShouldBe(OutcomeHorizon.Bars1);
        outcome.Exposure.ShouldBe(1);
        outcome.Raw.ShouldBe(2.0 / 101, 1e-12);
        outcome.MarketReturn.ShouldBe(outcome.Raw);
        outcome.AlphaVsHold.ShouldBe(0);
        outcome.RMultiple!.Value.ShouldBe(2.0 / 11, 1e-12);
        outcome.MoveAtr.ShouldBe(1);
        outcome.Mae.ShouldBe(-2.0 / 101, 1e-12);
        outcome.Mfe.ShouldBe(4.0 / 101, 1e-12);
        outcome.Barrier.ShouldBe(OutcomeBarrier.Time);
        outcome.HorizonEnd.ShouldBe(Make.At(1));
        outcome.SettledAt.ShouldBe(Make.At(1));
    }

    [Fact]
    public async Task Settle_StopAndTargetInOneBar_TakesTheStop()
    {
        await using var memory = Make.Memory();
        memory.Record(Make.Decision(0, IntentDirection.Long, stop: 95, target: 110));

        var outcome = memory.Settle(Make.Bar(1, 108, open: 100, high: 112, low: 94)).Single();

        outcome.Barrier.ShouldBe(OutcomeBarrier.Stop);
        outcome.Raw.ShouldBe(-0.05, 1e-12);
        outcome.RMultiple!.Value.ShouldBe(-1, 1e-12);
    }

    [Fact]
    public async Task Settle_GapThroughTheStop_CountsTheOpen()
    {
        await using var memory = Make.Memory();
        memory.Record(Make.Decision(0, IntentDirection.Long, stop: 95));
        memory.Settle(Make.Bar(1, 100, open: 100));

        for (var hour = 2; hour < 5; hour++)
        {
            memory.Settle(Make.Bar(hour, 92, open: 90, low: 89));
        }

        var outcome = memory.Settle(Make.Bar(5, 120, open: 92)).Single();
        outcome.Horizon.ShouldBe(OutcomeHorizon.Bars5);
        outcome.Barrier.ShouldBe(OutcomeBarrier.Stop);
        outcome.Raw.ShouldBe(-0.10, 1e-12);
        outcome.MarketReturn.ShouldBe(0.20, 1e-12);
    }

    [Fact]
    public async Task Settle_ShortToItsTarget_Gains()
    {
        await using var memory = Make.Memory();
        memory.Record(Make.Decision(0, IntentDirection.Short, stop: 104, target: 92));

        var outcome = memory.Settle(Make.Bar(1, 93, open: 100, high: 101, low: 91)).Single();

        outcome.Exposure.ShouldBe(-1);
        outcome.Barrier.ShouldBe(OutcomeBarrier.Target);
        outcome.Raw.ShouldBe(0.08, 1e-12);
        outcome.RMultiple!.Value.ShouldBe(2, 1e-12);
        outcome.Mae.ShouldBe(-0.01, 1e-12);
    }

    [Theory]
    [InlineData(IntentDirection.Flat, 0)]
    [InlineData(IntentDirection.Hold, 0)]
    [InlineData(IntentDirection.Hold, 2)]
    [InlineData(IntentDirection.Hold, -2)]
    public async Task Settle_HoldAndFlat_GetOutcomesOfWhatIsHeld(IntentDirection direction, int position)
    {
        await using var memory = Make.Memory();
        memory.Record(Make.Decision(0, direction, positionBefore: position));

        var outcome = memory.Settle(Make.Bar(1, 90, open: 100)).Single();

        outcome.Exposure.ShouldBe(Math.Sign(position));
        outcome.Raw.ShouldBe(Math.Sign(position) * -0.1, 1e-12);
        outcome.AlphaVsHold.ShouldBe(outcome.Raw + 0.1, 1e-12);
        outcome.RMultiple.ShouldBeNull();
    }

    [Fact]
    public async Task Settle_DeniedEntry_IsJudgedByWhatWasHeld()
    {
        await using var memory = Make.Memory();
        memory.Record(Make.Decision(0, IntentDirection.Long, stop: 95, verdict: GateVerdict.Denied));

        memory.Settle(Make.Bar(1, 110, open: 100)).Single().Exposure.ShouldBe(0);
        memory.Journal.Read().ShouldContain(entry => entry.Kind == JournalKind.Denied);
    }

    [Fact]
    public async Task Settle_EachHorizon_OnceAndWithAnAssessmentAtTheLast()
    {
        await using var memory = Make.Memory();
        memory.Record(Make.Decision(0, IntentDirection.Flat));

        var horizons = Enumerable.Range(1, 30).SelectMany(hour => memory.Settle(Make.Bar(hour, 100 + hour)).Select(outcome => (hour, outcome.Horizon))).ToList();

        horizons.ShouldBe([(1, OutcomeHorizon.Bars1), (5, OutcomeHorizon.Bars5), (20, OutcomeHorizon.Bars20)]);
        var assessment = memory.Journal.Read().Select(entry => entry.Payload).OfType<Assessment>().ShouldHaveSingleItem();
        assessment.GoodDecision.ShouldBeTrue();
        assessment.Verdict.ShouldBe(AssessmentVerdict.BadLuck);
        memory.UnsettledSince.ShouldBeNull();
    }

    [Fact]
    public async Task Settle_BarsOfAnotherMarket_AreNotCounted()
    {
        await using var memory = Make.Memory();
        memory.Record(Make.Decision(0, IntentDirection.Flat));

        memory.Settle(Make.Bar(1, 100, symbol: Make.Eth)).ShouldBeEmpty();
        memory.UnsettledSince.ShouldBe(Make.At(0));
    }

    [Fact]
    public async Task Close_APosition_SettlesTheExitWithCosts()
    {
        await using var memory = Make.Memory();
        var decision = Make.Decision(0, IntentDirection.Long, stop: 95);
        memory.Record(decision);
        memory.Settle(Make.Bar(1, 108, open: 100, high: 111, low: 98));

        var outcome = memory.Close(Exit(decision.Id, 110, fees: 4));

        outcome.Horizon.ShouldBe(OutcomeHorizon.Exit);
        outcome.Raw.ShouldBe(0.08, 1e-12);
        outcome.RMultiple!.Value.ShouldBe(1.6, 1e-12);
        outcome.Fees.ShouldBe(4);
        outcome.Mfe.ShouldBe(0.11, 1e-12);
        outcome.Mae.ShouldBe(-0.02, 1e-12);
        memory.Close(Exit(decision.Id, 110, fees: 4)).ShouldBe(outcome);
        memory.Journal.Read().Select(entry => entry.Payload).OfType<Assessment>().Single().OutcomeId.ShouldBe(outcome.Id);
    }

    [Fact]
    public async Task Close_OfAnUnknownDecision_SaysSo()
    {
        await using var memory = Make.Memory();

        Should.Throw<JournalException>(() => memory.Close(Exit("dec-none", 110, 0))).Message.ShouldContain("dec-none");
    }

    [Fact]
    public async Task Settle_EntryThatNeverTraded_IsGivenUpAfterItsTime()
    {
        await using var memory = Make.Memory();
        memory.Record(Make.Decision(0, IntentDirection.Long, stop: 50));

        for (var hour = 1; hour <= 25; hour++)
        {
            memory.Settle(Make.Bar(hour, 100));
        }

        memory.UnsettledSince.ShouldBeNull();
    }

    private static PositionExit Exit(string decisionId, decimal price, decimal fees) =>
        new(decisionId, Make.At(2), 100, price, 2, IsLong: true, fees, Slippage: 0.1m, OutcomeBarrier.Time);
}
