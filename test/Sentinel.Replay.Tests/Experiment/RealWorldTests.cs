using Sentinel.Market;
using Sentinel.Replay.Experiment;

namespace Sentinel.Replay.Tests.Experiment;

public sealed class RealWorldTests
{
    [Fact]
    public void Merge_HoursToFour_KeepsExtremesAndHoles()
    {
        var bars = Series(10).Where((_, i) => i is not (5 or 6)).ToArray();

        var merged = BarMerge.To(bars, TimeSpan.FromHours(4)).ToArray();

        merged.Select(bar => bar.OpenTime.Hour).ShouldBe([0, 4, 8]);
        merged[0].Open.ShouldBe(bars[0].Open);
        merged[0].High.ShouldBe(bars.Take(4).Max(bar => bar.High));
        merged[0].Low.ShouldBe(bars.Take(4).Min(bar => bar.Low));
        merged[0].Close.ShouldBe(bars[3].Close);
        merged[1].Volume.ShouldBe(bars[4].Volume + bars[5].Volume);
        merged.ShouldAllBe(bar => bar.Interval == TimeSpan.FromHours(4));
    }

    [Fact]
    public void Merge_ToShorterBars_IsRefused() => Should.Throw<ExperimentException>(() => BarMerge.To(Series(3), TimeSpan.FromMinutes(30)).ToArray());

    [Fact]
    public void Of_EachUser_StartsLaterAndInsideTheFile()
    {
        using var folder = new TestFolder();
        var world = World(folder, hours: 6_000);

        var first = world.Of(Tiny.Config, 0, anonymised: false);
        var last = world.Of(Tiny.Config, 1, anonymised: false);

        first.History.Count.ShouldBe(Tiny.Config.HistoryBars);
        first.Bars.Count.ShouldBe(Tiny.Config.Bars);
        last.Start.ShouldBeGreaterThan(first.Start);
        last.End.ShouldBe(Series(6_000)[^1].CloseTime);
        world.Sources[0].Hash.Length.ShouldBe(16);
    }

    [Fact]
    public async Task Of_Anonymised_DecidesTheSame()
    {
        using var folder = new TestFolder();
        var world = World(folder, hours: 4_000);

        var plain = await RunAsync(world.Of(Tiny.Config, 0, anonymised: false));
        var hidden = await RunAsync(world.Of(Tiny.Config, 0, anonymised: true));

        hidden.Days.Select(day => day[(int)Measure.Intents]).ShouldBe(plain.Days.Select(day => day[(int)Measure.Intents]));
        hidden.Days.Select(day => day[(int)Measure.Violating]).ShouldBe(plain.Days.Select(day => day[(int)Measure.Violating]));
        hidden.Journal.ShouldNotBe(plain.Journal);
        hidden.Fit.ShouldBe(plain.Fit, 1e-9);
    }

    [Fact]
    public void Of_FileTooShort_SaysSo()
    {
        using var folder = new TestFolder();

        Should.Throw<ExperimentException>(() => World(folder, hours: 400).Of(Tiny.Config, 0, anonymised: false)).Message.ShouldContain("do not reach");
    }

    [Fact]
    public void Read_NoFile_SaysSo() => Should.Throw<ExperimentException>(() => RealWorld.Read(["/nowhere/BTCUSDT_1h.csv"], 4)).Message.ShouldContain("BTCUSDT_1h.csv");

    private static Task<RunRecord> RunAsync(UserMarket market)
    {
        var trader = TraderRecord.Of(Tiny.Config, market, 0);
        return ArmRun.RunAsync(Tiny.Config, "W2", Tiny.Arm("A5"), trader, () => trader);
    }

    private static RealWorld World(TestFolder folder, int hours)
    {
        var path = Path.Combine(folder.Path, "SYNUSDT_1h.csv");
        using (var writer = new StreamWriter(path))
        {
            BarFile.Write(writer, Series(hours));
        }

        return RealWorld.Read([path], 4);
    }

    private static IReadOnlyList<Bar> Series(int hours) => BarGenerator.Generate(new BarGeneratorOptions { Seed = 4, Count = hours, MeanVolume = 100_000 }).Bars;
}
