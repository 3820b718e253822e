using CsCheck;
using Sentinel.Risk.Tests.Support;
using static Sentinel.Risk.Tests.Support.Situations;

namespace Sentinel.Risk.Tests.Orders;

public sealed class OrderPathTests
{
    private readonly Venue _venue = new();

    [Fact]
    public async Task Submit_ALongIntent_PlacesTheSizedOrderWithItsStop()
    {
        var (plan, reply) = await _venue.Path().SubmitAsync(Long() with { Target = 110m }, Context(), "d-1");

        plan.Outcome.ShouldBe(PlanOutcome.Ready);
        reply.ShouldBe("ok");
        _venue.Placed.ShouldHaveSingleItem().ShouldBe(new OrderRequest
        {
            ClientOrderId = "d-1-entry", Symbol = Btc, Side = OrderSide.Buy, Quantity = 20m, ProtectiveStop = 95m, TakeProfit = 110m, DecisionId = "d-1",
        });
    }

    [Fact]
    public async Task Submit_PricesOffTheGrid_AreRoundedTowardLessRiskBeforeTheGate()
    {
        var (plan, _) = await _venue.Path().SubmitAsync(Long(stop: 95.0001m) with { Target = 110.009m }, Context(), "d-1");

        plan.Findings.ShouldBeEmpty();
        _venue.Placed.ShouldHaveSingleItem().ShouldSatisfyAllConditions(order => order.ProtectiveStop.ShouldBe(95.01m), order => order.TakeProfit.ShouldBe(110m));
    }

    [Fact]
    public async Task Submit_TheSameDecisionAgain_SendsTheSameId()
    {
        await _venue.Path().SubmitAsync(Long(), Context(), "d-1");
        await _venue.Path().SubmitAsync(Long(), Context(), "d-1");

        _venue.Placed.Select(order => order.ClientOrderId).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Submit_Hold_DoesNothing()
    {
        var (plan, _) = await _venue.Path().SubmitAsync(new TradeIntent { Symbol = Btc, Direction = IntentDirection.Hold }, Context(), "d-1");

        plan.Outcome.ShouldBe(PlanOutcome.NothingToDo);
        _venue.Placed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Submit_Flat_ClosesWhatIsHeld()
    {
        await _venue.Path().SubmitAsync(Long() with { Direction = IntentDirection.Flat, Stop = null }, Context() with { Portfolio = Holding(3m, stop: 95m) }, "d-1");

        _venue.Placed.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            order => order.Side.ShouldBe(OrderSide.Sell), order => order.Quantity.ShouldBe(3m), order => order.ReduceOnly.ShouldBeTrue());
    }

    [Fact]
    public async Task Submit_TheOtherSide_ClosesFirst()
    {
        await _venue.Path().SubmitAsync(Long(), Context() with { Portfolio = Holding(-3m, stop: 105m) }, "d-1");

        _venue.Placed.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            order => order.Side.ShouldBe(OrderSide.Buy), order => order.Quantity.ShouldBe(3m), order => order.ReduceOnly.ShouldBeTrue());
    }

    [Fact]
    public async Task Submit_AlreadyThere_AddsOnlyWhatIsMissing()
    {
        var context = Context() with { Mandate = Mandate() with { MaxRiskPerTrade = 0.5m } };

        await _venue.Path().SubmitAsync(Long(), context with { Portfolio = Holding(15m, stop: 95m) }, "d-1");
        await _venue.Path().SubmitAsync(Long(), context with { Portfolio = Holding(25m, stop: 95m) }, "d-2");

        _venue.Placed.ShouldHaveSingleItem().Quantity.ShouldBe(5m);
    }

    [Fact]
    public async Task Submit_UnderAFullStop_PlacesNothingAndSaysWhy()
    {
        var context = Context() with { State = TradingState.Open.Stop(KillSwitchMode.FullStop, "ada", "x", Now) };

        var (plan, _) = await _venue.Path().SubmitAsync(Long(), context, "d-1");
        await _venue.Path().SubmitAsync(Long() with { Direction = IntentDirection.Flat }, context with { Portfolio = Holding(3m) }, "d-2");

        plan.Findings.ShouldHaveSingleItem().Code.ShouldBe(GateCodes.KillSwitch);
        _venue.Placed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Submit_WithSomethingUnknown_IsARecordedDenial()
    {
        RiskContext[] unknowns =
        [
            Context() with { Portfolio = null }, Context() with { Mandate = null }, Context() with { Instrument = null }, Context() with { Market = null },
            Context() with { Market = Market(100m, atr: null) }, Context() with { Portfolio = Cash(0m) }, Context() with { Portfolio = Cash(-10m) },
        ];
        foreach (var context in unknowns)
        {
            var (plan, _) = await _venue.Path().SubmitAsync(Long(), context, "d-1");

            plan.Outcome.ShouldBe(PlanOutcome.Denied);
            plan.Findings.ShouldContain(finding => finding.IsDenial);
        }

        _venue.Placed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Submit_WithoutEdge_IsDeniedByItsSize()
    {
        var (plan, _) = await _venue.Path().SubmitAsync(Long(), Context(), "d-1", new SizingEvidence(0.2, 1, 100));

        plan.Outcome.ShouldBe(PlanOutcome.Denied);
        plan.SizeTrace.ShouldContain(step => step.Rule == "kelly" && step.Quantity == 0m);
        _venue.Placed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Submit_AnOrderOfAPerson_PassesTheSameGate()
    {
        var (result, _) = await _venue.Path().SubmitAsync(Buy(1_000m), Context());

        result.Verdict.ShouldBe(GateVerdict.Clamped);
        _venue.Placed.ShouldHaveSingleItem().Quantity.ShouldBe(result.Order!.Quantity);
    }

    [Fact]
    public void Submit_AnyIntentInAnySituation_PlacesOnlyWhatTheGateLetsPass() =>
        Gen.Select(RiskGen.Context, RiskGen.Settings, Gen.Int[0, 3], Gen.Int[60, 140], Gen.Double[-0.5, 1.5], Gen.Int[-1, 100]).Sample((context, settings, direction, stop, conviction, risk) =>
        {
            var venue = new Venue();
            var intent = Long(stop, risk < 0 ? null : risk / 90m) with { Direction = (IntentDirection)direction, Conviction = conviction };

            var (plan, _) = venue.Path(settings).SubmitAsync(intent, context, "d").GetAwaiter().GetResult();

            venue.Placed.Count.ShouldBe(plan.Order is null ? 0 : 1);
            if (plan.Order is { } order)
            {
                Check(order, context, settings).Verdict.ShouldBe(GateVerdict.Accepted);
                order.Quantity.ShouldBeLessThanOrEqualTo(plan.Proposed!.Quantity);
            }
        });

    [Fact]
    public void Review_ARestingEntryThatWouldNotPassAnyMore_IsNamed()
    {
        var resting = new RestingOrder(Buy(40m), 40m, 100m);
        var exit = new RestingOrder(Sell(1m) with { ReduceOnly = true }, 1m, 100m);
        var context = Context() with { Pending = [resting, exit] };

        _venue.Path().Review(context).ShouldBeEmpty();
        _venue.Path().Review(context with { Portfolio = Cash(5_000m) }).ShouldBe([resting]);
    }

    [Fact]
    public void Review_OfTwoThatDoNotFitTogether_NamesOne()
    {
        var first = new RestingOrder(Buy(25m), 25m, 100m);
        var second = new RestingOrder(Buy(25m) with { ClientOrderId = "o-3" }, 25m, 100m);

        _venue.Path().Review(Context() with { Pending = [first, second] }).ShouldBe([first]);
    }
}
