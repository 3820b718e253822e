using Sentinel.Memory;
using Sentinel.Replay.Experiment;

namespace Sentinel.Replay.Tests.Experiment;

public sealed class ArmTests
{
    [Fact]
    public void Options_OfAllArms_DifferInMemoryAlone()
    {
        var trader = Tiny.Trader();
        var all = Tiny.Config.Arms.Where(arm => ExperimentFile.MemoryOf(arm) is not null)
            .Select(arm => ArmRun.Options(Tiny.Config, arm, ExperimentFile.MemoryOf(arm)!.Value, trader, () => Tiny.Trader(1))).ToArray();
        var first = all[0];

        foreach (var options in all)
        {
            (options with
            {
                // What an arm may change ...
                Arm = first.Arm,
                ArmName = first.ArmName,
                Persona = first.Persona,
                Ranking = first.Ranking,
                RandomTextSeed = first.RandomTextSeed,
                MandateShown = first.MandateShown,

                // ... and constants that hold a list: equal, not the same object.
                Memory = first.Memory,
            }).ShouldBe(first);
            (options.Memory with { LayerDays = first.Memory.LayerDays }).ShouldBe(first.Memory);
        }
    }

    [Fact]
    public async Task RandomText_BesideAllMemories_HasItsLengthAndDecidesAsWithout()
    {
        var trader = Tiny.Trader();
        var bars = trader.User.Market.Bars;
        var all = await Tiny.RunAsync(Options("A5", trader), bars);
        var random = await Tiny.RunAsync(Options("P3", trader), bars);
        var none = await Tiny.RunAsync(Options("A1", trader), bars);

        // As long as both have lived through the same.
        var same = all.Zip(random).TakeWhile(pair => pair.First.Decision.Intent.Direction == pair.Second.Decision.Intent.Direction).ToArray();
        same.Length.ShouldBeGreaterThan(20);
        same.ShouldAllBe(pair => pair.First.Manager.Context.Tokens == pair.Second.Manager.Context.Tokens);
        same[^1].First.Manager.Context.Tokens.ShouldBeGreaterThan(none[same.Length - 1].Manager.Context.Tokens);
        random.ShouldAllBe(cycle => cycle.Manager.Context.Persona == null && cycle.Manager.Context.Episodes == null && cycle.Manager.Review == null || cycle.Manager.Review!.Losers.Count == 0);
        random.Select(cycle => cycle.Decision.Intent.Direction).ShouldBe(none.Select(cycle => cycle.Decision.Intent.Direction));
    }

    [Fact]
    public async Task Record_OfARun_CountsWhatHappened()
    {
        var trader = Tiny.Trader();
        var record = await ArmRun.RunAsync(Tiny.Config, "W1", Tiny.Arm("A1"), trader, () => trader);

        record.Days.Sum(day => day[(int)Measure.Cycles]).ShouldBe(200);
        record.Days.Count.ShouldBe(17);
        var intents = record.Days.Sum(day => day[(int)Measure.Intents]);
        intents.ShouldBeGreaterThan(0);
        record.Days.Sum(day => day[(int)Measure.Entries]).ShouldBeInRange(1, intents);
        record.Days.Sum(day => day[(int)Measure.Violating]).ShouldBeInRange(0, intents);
        record.Days.Sum(day => day[(int)Measure.Wishes]).ShouldBeInRange(1, intents);
        record.Days.Aggregate(1.0, (wealth, day) => wealth * (1 + day[(int)Measure.Return])).ShouldBe(1 + record.NetReturn, 1e-9);
    }

    [Fact]
    public async Task MandateShown_BesideHidden_BreaksLess()
    {
        var trader = Tiny.Trader();
        var hidden = await ArmRun.RunAsync(Tiny.Config, "W1", Tiny.Arm("A1"), trader, () => trader);
        var shown = await ArmRun.RunAsync(Tiny.Config, "W1", Tiny.Arm("G1"), trader, () => trader);

        hidden.Rules.Values.Sum(rule => rule.Count).ShouldBeGreaterThan(0);
        shown.Rules.Values.Sum(rule => rule.Count).ShouldBeLessThan(hidden.Rules.Values.Sum(rule => rule.Count));
    }

    [Fact]
    public void Hold_OfTwoMarkets_IsTheirMean()
    {
        var trader = Tiny.Trader();
        var record = HoldRun.Of(Tiny.Config, "W1", "A0", trader);

        var gross = trader.User.Market.Bars.GroupBy(bar => bar.Symbol).Average(series => (double)(series.Last().Close / series.First().Open));
        record.NetReturn.ShouldBe(gross - 1, 0.003);
        record.Days.Aggregate(1.0, (wealth, day) => wealth * (1 + day[(int)Measure.Return])).ShouldBe(1 + record.NetReturn, 1e-9);
    }

    private static SessionOptions Options(string arm, TraderRecord trader) =>
        ArmRun.Options(Tiny.Config, Tiny.Arm(arm), ExperimentFile.MemoryOf(Tiny.Arm(arm))!.Value, trader, () => trader);
}
