namespace Sentinel.Memory.Tests.Working;

public sealed class WorkingMemoryTests
{
    [Fact]
    public async Task Event_AfterItsLife_IsNoLongerActive()
    {
        await using var memory = Make.Memory(with: options => options with { Settings = new MemorySettings { EventLife = TimeSpan.FromHours(4) } });
        memory.Observe(Make.Snapshot(2), [Make.Event(2)]);

        (await AtAsync(memory, 1)).ShouldBeNull();
        (await AtAsync(memory, 2))!.Events.ShouldHaveSingleItem();
        (await AtAsync(memory, 5))!.Events.ShouldHaveSingleItem();
        (await AtAsync(memory, 6))!.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Note_AfterItsEnd_IsGone()
    {
        await using var memory = Make.Memory();
        await memory.Toolkit.SetWorkingNoteAsync(Make.At(1), "funding", "turns at eight", TimeSpan.FromHours(3));

        (await AtAsync(memory, 0)).ShouldBeNull();
        (await AtAsync(memory, 3))!.Notes.Single().Text.ShouldBe("turns at eight");
        (await AtAsync(memory, 4)).ShouldBeNull();
    }

    [Fact]
    public async Task Regime_Changes_AreKeptWithTheirTime()
    {
        await using var memory = Make.Memory();
        var down = new MarketRegime(TrendState.Down, VolatilityState.High);
        memory.Observe(Make.Snapshot(1), []);
        memory.Observe(Make.Snapshot(2), []);
        memory.Observe(Make.Snapshot(3, regime: down), []);
        memory.Observe(Make.Snapshot(4, regime: MarketRegime.Unknown), []);

        (await AtAsync(memory, 2, Make.Btc))!.Regime!.Since.ShouldBe(Make.At(1));
        (await AtAsync(memory, 5, Make.Btc))!.Regime!.ShouldSatisfyAllConditions(
            note => note.Regime.ShouldBe(down),
            note => note.Since.ShouldBe(Make.At(3)));
    }

    [Fact]
    public async Task PendingOrders_AreThoseOfTheTime()
    {
        await using var memory = Make.Memory();
        var order = new PendingOrder(
            new OrderRequest { ClientOrderId = "o1", Symbol = Make.Btc, Side = OrderSide.Buy, Type = OrderType.Limit, Quantity = 1, LimitPrice = 99 }, Make.At(1));
        memory.SetPendingOrders(Make.At(1), [order]);
        memory.SetPendingOrders(Make.At(3), []);

        (await AtAsync(memory, 2))!.PendingOrders.ShouldBe([order]);
        (await AtAsync(memory, 2, Make.Eth)).ShouldBeNull();
        (await AtAsync(memory, 3)).ShouldBeNull();
    }

    [Fact]
    public async Task Thesis_OfAnEntry_IsOpenUntilItsPositionIsClosed()
    {
        await using var memory = Make.Memory();
        var decision = Make.Decision(1, IntentDirection.Long, stop: 95, target: 110);
        memory.Record(decision);
        memory.Record(new FillEntry(Fill(decision), decision.Id));

        var thesis = (await AtAsync(memory, 1))!.Theses.ShouldHaveSingleItem();
        thesis.DecisionId.ShouldBe(decision.Id);
        thesis.Stop.ShouldBe(95);

        memory.Close(new PositionExit(decision.Id, Make.At(4), 100, 110, 1, IsLong: true, 0, 0, OutcomeBarrier.Target));

        (await AtAsync(memory, 3))!.Theses.ShouldHaveSingleItem();
        (await AtAsync(memory, 4))?.Theses.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(GateVerdict.Denied)]
    [InlineData(null)]
    public async Task Thesis_OfWhatWasNotSent_IsNotOpened(GateVerdict? verdict)
    {
        await using var memory = Make.Memory();

        memory.Record(Make.Decision(1, IntentDirection.Long, stop: 95) with { Verdict = verdict });

        (await AtAsync(memory, 1))!.Theses.ShouldBeEmpty();
    }

    [Fact]
    public async Task Thesis_OtherDirection_TakesItsPlace()
    {
        await using var memory = Make.Memory();
        memory.Record(Make.Decision(1, IntentDirection.Long, stop: 95));
        memory.Record(Make.Decision(2, IntentDirection.Long, stop: 96, positionBefore: 1));
        memory.Record(Make.Decision(3, IntentDirection.Short, stop: 105, positionBefore: 1));

        (await AtAsync(memory, 2))!.Theses.Single().Stop.ShouldBe(95);
        (await AtAsync(memory, 3))!.Theses.Single().Direction.ShouldBe(IntentDirection.Short);
    }

    [Theory]
    [InlineData(InvalidationKind.CloseBelow, 94, null, true)]
    [InlineData(InvalidationKind.CloseBelow, 96, null, false)]
    [InlineData(InvalidationKind.CloseAbove, 101, null, true)]
    [InlineData(InvalidationKind.Event, 100, -1, true)]
    [InlineData(InvalidationKind.Event, 100, 1, false)]
    public async Task Thesis_RuleThatIsMet_IsAConflictFromThenOn(InvalidationKind kind, int close, int? side, bool isMet)
    {
        await using var memory = Make.Memory();
        var rule = new InvalidationRule(kind, kind is InvalidationKind.CloseAbove ? 100 : 95, MarketEventTypes.Jump);
        var decision = Make.Decision(1, IntentDirection.Long, stop: 90);
        memory.Record(decision with { Intent = decision.Intent with { InvalidationRules = [rule] } });

        var events = side is { } s ? new[] { Make.Event(2, side: s) } : [];
        memory.Observe(Make.Snapshot(2, close: close), events);

        (await ContextAsync(memory, 1)).Conflicts.ShouldBeEmpty();
        var conflicts = (await ContextAsync(memory, 2)).Conflicts;
        conflicts.Count.ShouldBe(isMet ? 1 : 0);
        (await AtAsync(memory, 2))!.Theses.Single().Broken?.At.ShouldBe(Make.At(2));
    }

    [Fact]
    public async Task Thesis_AfterItsTime_IsBrokenByTimeAndClosedWhenNothingTraded()
    {
        await using var memory = Make.Memory();
        var decision = Make.Decision(1, IntentDirection.Long, stop: 90);
        memory.Record(decision with { Intent = decision.Intent with { InvalidationRules = [new InvalidationRule(InvalidationKind.Time)] } });

        memory.Observe(Make.Snapshot(22), []);
        (await AtAsync(memory, 22))!.Theses.Single().Broken!.Rule.Kind.ShouldBe(InvalidationKind.Time);

        memory.Record(Make.Decision(23));
        (await AtAsync(memory, 23))!.Theses.ShouldBeEmpty();
    }

    private static async Task<WorkingSection?> AtAsync(TraderMemory memory, int hour, Symbol? symbol = null) =>
        (await memory.Toolkit.GetWorkingContextAsync(Make.At(hour), symbol)).Items.SingleOrDefault();

    private static Task<DecisionContext> ContextAsync(TraderMemory memory, int hour) =>
        memory.Toolkit.BuildContextAsync(Situation.Of(Make.Snapshot(hour), [], null), Make.At(hour), arm: MemoryArm.Working);

    private static Fill Fill(Decision decision) => new()
    {
        Id = $"f-{decision.Id}",
        ClientOrderId = "o1",
        Symbol = decision.Symbol,
        Side = OrderSide.Buy,
        Quantity = 1,
        Price = 100,
        Timestamp = Make.At(1).AddMinutes(5),
    };
}
