using CsCheck;
using Sentinel.Risk.Tests.Support;
using static Sentinel.Risk.Tests.Support.Situations;

namespace Sentinel.Risk.Tests.Gate;

/// <summary>What holds of the gate whatever is asked of it.</summary>
public sealed class GateProperties
{
    private const int Samples = 5_000;

    [Fact]
    public void Check_OfAnyOrder_NeverMakesItLarger() => Sample((order, context, settings) =>
    {
        var result = Check(order, context, settings);

        (result.Order?.Quantity ?? 0m).ShouldBeLessThanOrEqualTo(order.Quantity);
        result.Findings.ShouldAllBe(finding => finding.After <= finding.Before && finding.After >= 0m);
        (result.Order is null).ShouldBe(result.Verdict is GateVerdict.Denied);
        (result.Verdict is GateVerdict.Denied).ShouldBe(result.Findings.Any(finding => finding.IsDenial));
    });

    [Fact]
    public void Check_OfWhatPassed_PassesAsItIs() => Sample((order, context, settings) =>
    {
        if (Check(order, context, settings).Order is { } passed)
        {
            var again = Check(passed, context, settings);
            again.Verdict.ShouldBe(GateVerdict.Accepted, string.Join(',', again.Findings));
            again.Order.ShouldBe(passed);
        }
    });

    [Fact]
    public void Check_Twice_SaysTheSame() => Sample((order, context, settings) =>
        Check(order, context, settings).Findings.ShouldBe(Check(order, context, settings).Findings));

    [Fact]
    public void Check_OfAPartOfWhatPassed_PassesWhole() =>
        Gen.Select(RiskGen.Order, RiskGen.Context, RiskGen.Settings, Gen.Int[1, 99]).Sample(
            (order, context, settings, percent) =>
            {
                if (Check(order, context, settings).Order is not { } passed || context.Instrument!.FloorToLot(passed.Quantity * percent / 100m) is var part && part * 80m < 10m)
                {
                    return;
                }

                Check(passed with { Quantity = part }, context, settings).Order.ShouldNotBeNull().Quantity.ShouldBe(part);
            },
            iter: Samples);

    [Fact]
    public void Check_WithATighterLimit_NeverAllowsMore() =>
        Gen.Select(RiskGen.Order, RiskGen.Context, RiskGen.Settings, Gen.Int[0, 13], Gen.Int[0, 100]).Sample(
            (order, context, settings, which, percent) =>
            {
                var (tighterContext, tighterSettings) = Tighten(context, settings, which, percent / 100m);

                var loose = Check(order, context, settings).Order?.Quantity ?? 0m;
                var tight = Check(order, tighterContext, tighterSettings).Order?.Quantity ?? 0m;
                tight.ShouldBeLessThanOrEqualTo(loose);
            },
            iter: Samples);

    [Fact]
    public void Check_OfAReducingOrder_IsNeverDenied() =>
        Gen.Select(RiskGen.Books, RiskGen.Mandate, RiskGen.Settings, Gen.Int[1, 100], Gen.Int[0, 3]).Sample(
            (books, mandate, settings, percent, trouble) =>
            {
                var held = books.Position(Btc)?.Quantity ?? 0m;
                var quantity = Context().Instrument!.FloorToLot(Math.Abs(held) * percent / 100m);
                if (quantity * 100m < 10m)
                {
                    return;
                }

                var context = Context() with
                {
                    Portfolio = books with { RecentExits = [new RecentExit(Btc, Now, -5_000m, ByStop: true)], DayStartEquity = 1_000_000m, PeakEquity = 1_000_000m, EntriesToday = 99 },
                    Mandate = trouble is 1 ? null : mandate with { ForbiddenSymbols = [Btc], FirstHour = 3, LastHour = 4 },
                    State = new TradingState { KillSwitch = trouble is 2 ? KillSwitchMode.ReduceOnly : KillSwitchMode.Off, DailyHaltUntil = Now.AddDays(1) },
                };

                var result = Check(held > 0m ? Sell(quantity) : Buy(quantity, stop: null), context, settings);

                result.Verdict.ShouldBe(GateVerdict.Accepted);
                result.Order!.ReduceOnly.ShouldBeTrue();
            },
            iter: Samples);

    [Fact]
    public void Check_OfOneOrder_GivesNothingToAnother() =>
        Gen.Select(RiskGen.Order, RiskGen.Order, RiskGen.Context, RiskGen.Settings).Sample(
            (first, second, context, settings) =>
            {
                var alone = Check(second, context, settings).Order;
                if (Check(first, context, settings).Order is not { } passed || alone is { ReduceOnly: true })
                {
                    return;
                }

                // What the first gave up is not added to the second, whether it is open at the venue or denied.
                var after = Check(second, context with { Pending = [new RestingOrder(passed, passed.Quantity, 100m)] }, settings).Order?.Quantity ?? 0m;
                after.ShouldBeLessThanOrEqualTo(alone?.Quantity ?? 0m);
            },
            iter: Samples);

    private static (RiskContext Context, RiskSettings Settings) Tighten(RiskContext context, RiskSettings settings, int which, decimal factor)
    {
        var mandate = context.Mandate!;
        decimal? Less(decimal? limit, decimal whenNone) => (limit ?? whenNone) * factor;
        return which switch
        {
            0 => (With(mandate with { MaxPosition = Less(mandate.MaxPosition, 2m) }), settings),
            1 => (With(mandate with { MaxGross = Less(mandate.MaxGross, 2m) }), settings),
            2 => (With(mandate with { MaxLeverage = Less(mandate.MaxLeverage, 5m) }), settings),
            3 => (With(mandate with { MaxRiskPerTrade = Less(mandate.MaxRiskPerTrade, 1m) }), settings),
            4 => (With(mandate with { CashFloor = Math.Min(1m, (mandate.CashFloor ?? 0m) + factor) }), settings),
            5 => (With(mandate with { MaxDailyLoss = Less(mandate.MaxDailyLoss, 1m) }), settings),
            6 => (With(mandate with { MaxDrawdown = Less(mandate.MaxDrawdown, 1m) }), settings),
            7 => (With(mandate with { MaxTradesPerDay = (int)((mandate.MaxTradesPerDay ?? 3) * factor) }), settings),
            8 => (With(mandate with { ShortAllowed = false }), settings),
            9 => (With(mandate with { StopRequired = true }), settings),
            10 => (With(mandate with { FirstHour = 1, LastHour = (int)(factor * 23) }), settings),
            11 => (context, settings with { MaxCorrelated = (settings.MaxCorrelated ?? 3m) * factor }),
            12 => (context, settings with { LeverageCeiling = Math.Max(0.01m, settings.LeverageCeiling * factor) }),
            _ => (context, settings with { PriceMoveAllowance = settings.PriceMoveAllowance + (factor / 20m) }),
        };

        RiskContext With(Mandate tighter) => context with { Mandate = tighter };
    }

    private static void Sample(Action<OrderRequest, RiskContext, RiskSettings> holds) =>
        Gen.Select(RiskGen.Order, RiskGen.Context, RiskGen.Settings).Sample((order, context, settings) => holds(order, context, settings), iter: Samples);
}
