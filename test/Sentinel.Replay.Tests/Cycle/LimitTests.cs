using Sentinel.Memory;
using Sentinel.Replay.Tests.Support;

namespace Sentinel.Replay.Tests.Cycle;

/// <summary>Limits hold over whole runs, whatever the agents wish.</summary>
public sealed class LimitTests
{
    private static readonly IReadOnlyList<Bar> Bars = Given.Bars(500);

    [Theory]
    [InlineData(MemoryArm.None, false)]
    [InlineData(MemoryArm.All, true)]
    public async Task RunAsync_AgentsThatKnowTheMandateOrNot_NeverHoldMoreThanIsAllowed(MemoryArm arm, bool mandateShown)
    {
        var mandate = new Mandate { KnownAt = Bars[0].OpenTime, ShortAllowed = false, MaxPosition = 0.1m, MaxGross = 0.1m, MaxRiskPerTrade = 0.005m };
        var options = Given.Options(Bars) with { Arm = arm, MandateShown = mandateShown, Mandate = mandate };

        var result = await ReplayRun.RunAsync(options, Bars, cycle =>
        {
            foreach (var fill in cycle.Fills.Where(fill => fill.ClientOrderId.EndsWith("-entry", StringComparison.Ordinal)))
            {
                fill.Side.ShouldBe(OrderSide.Buy);
                (fill.Quantity * fill.Price).ShouldBeLessThanOrEqualTo(0.1m * cycle.Portfolio.PeakEquity);
            }
        });

        result.Metrics.Fills.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task RunAsync_AgentsThatAreNotToldTheMandate_BreakItBeforeTheGate()
    {
        var mandate = new Mandate { KnownAt = Bars[0].OpenTime, ShortAllowed = false, MaxRiskPerTrade = 0.002m };

        var told = await ReplayRun.RunAsync(Given.Options(Bars) with { Mandate = mandate }, Bars);
        var untold = await ReplayRun.RunAsync(Given.Options(Bars) with { Mandate = mandate, MandateShown = false }, Bars);

        told.Metrics.ViolationRate.ShouldBe(0);
        untold.Metrics.ViolationRate.ShouldBeGreaterThan(0.5);
        untold.Metrics.ViolationsByRule.Keys.ShouldContain(GateCodes.RiskPerTrade);
    }

    [Fact]
    public async Task RunCycleAsync_APersonStopsTrading_NothingOpensAnyMore()
    {
        await using var session = TradingSession.Replay(Given.Options(Bars), Bars[0].OpenTime);
        foreach (var bar in Bars.Take(200))
        {
            await session.RunCycleAsync(bar);
        }

        session.Memory.Person.SetKillSwitch(Bars[199].CloseTime, isHalted: true, "ines", "enough");
        var results = new List<CycleResult>();
        foreach (var bar in Bars.Skip(200))
        {
            results.Add(await session.RunCycleAsync(bar));
        }

        results.ShouldNotContain(cycle => cycle.Decision.OrderIds.Any(id => id.EndsWith("-entry", StringComparison.Ordinal)));
        results.SelectMany(cycle => cycle.Decision.Gate).ShouldContain(finding => finding.Code == GateCodes.KillSwitch);
    }

    [Fact]
    public async Task RunAsync_LossesUpToTheDrawdownLimit_HaltsAndSaysSo()
    {
        var mandate = new Mandate { KnownAt = Bars[0].OpenTime, ShortAllowed = true, MaxRiskPerTrade = 0.003m, MaxDailyLoss = 0.004m, MaxDrawdown = 0.005m };

        var result = await ReplayRun.RunAsync(Given.Options(Bars) with { Mandate = mandate }, Bars);

        var halts = result.Entries.Select(entry => (entry.Seq, Halted: entry.Payload as Halted)).Where(pair => pair.Halted is not null).ToList();
        halts.ShouldContain(pair => pair.Halted!.Code == GateCodes.DrawdownHalt && pair.Halted.IsHalted);
        var since = halts.First(pair => pair.Halted!.Code == GateCodes.DrawdownHalt).Seq;
        result.Entries.Where(entry => entry.Seq > since).Select(entry => entry.Payload).OfType<Decision>()
            .ShouldNotContain(decision => decision.OrderIds.Any(id => id.EndsWith("-entry", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task RunAsync_EachCycle_JournalsInTheOrderOfTheCycle()
    {
        var result = await ReplayRun.RunAsync(Given.Options(Bars) with { Trader = Given.Trader(Bars) }, Bars);

        var step = new Dictionary<JournalKind, int>
        {
            [JournalKind.MandateChanged] = 0, [JournalKind.Event] = 1, [JournalKind.Fill] = 2, [JournalKind.Outcome] = 3, [JournalKind.Assessment] = 3, [JournalKind.Halted] = 4,
            [JournalKind.Decision] = 5, [JournalKind.Denied] = 6, [JournalKind.Reflection] = 7, [JournalKind.PersonaChanged] = 8,
        };
        var last = 0;
        foreach (var entry in result.Entries.Skip(1))
        {
            var at = step[entry.Kind];
            (at >= last || last >= step[JournalKind.Decision]).ShouldBeTrue($"{entry.Kind} at {entry.Seq}");
            last = at;
        }
    }
}
