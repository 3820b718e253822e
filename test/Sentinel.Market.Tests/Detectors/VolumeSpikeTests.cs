namespace Sentinel.Market.Tests.Detectors;

public sealed class VolumeSpikeTests
{
    [Fact]
    public void VolumeSpike_DailyBars_AreJudgedByTheThirtyBefore()
    {
        var bars = WithVolumes(TimeSpan.FromDays(1), [.. Wave(30), 400]);

        var spike = Series.Events(bars).Single(e => e.Type == MarketEventTypes.VolumeSpike);

        spike.EventTime.ShouldBe(bars[^1].OpenTime);
        spike.Feature("seasonal").ShouldBe(0);
    }

    [Fact]
    public void VolumeSpike_WithTwentyNineBars_SaysNothing() =>
        Spikes(TimeSpan.FromDays(1), [.. Wave(29), 400]).ShouldBeEmpty();

    [Fact]
    public void VolumeSpike_ABarWithoutVolume_IsLeftOut() =>
        Spikes(TimeSpan.FromDays(1), [.. Wave(15), 0, .. Wave(15), 0, 400]).Count.ShouldBe(1);

    [Fact]
    public void VolumeSpike_TheHourThatIsAlwaysBusy_IsNoEventOnceWeeksAreKnown()
    {
        // Twenty times the volume every Monday at 12.
        var busy = Enumerable.Range(0, 24 * 7 * 40).Select(hour => (hour % 168 == 12 ? 2000 : 100) * (1 + (hour / 168 % 5 * 0.02m)));
        var spikes = Spikes(TimeSpan.FromHours(1), [.. busy]);

        spikes.ShouldNotBeEmpty();
        spikes.ShouldAllBe(e => e.EventTime < Series.Start.AddDays(7 * 16));
    }

    [Fact]
    public void VolumeSpike_ABusyDay_IsOneEvent()
    {
        var volumes = Wave(24 * 7 * 20).ToList();
        for (var hour = 3000; hour < 3024; hour++)
        {
            volumes[hour] = 5000;
        }

        Spikes(TimeSpan.FromHours(1), volumes).Count(e => e.EventTime >= Series.Start.AddHours(3000)).ShouldBe(1);
    }

    [Theory]
    [InlineData(1, new[] { 4, 2.5, 4, 1.9, 4 }, new[] { 0, 4 })]
    [InlineData(24, new[] { 4, 2.5, 4, 1.9, 4 }, new[] { 0, 2, 4 })]
    public void VolumeSpike_BelowADay_HasToFallBelowTwoBeforeTheNext(int hours, double[] scores, int[] expected)
    {
        var volumes = Wave(30).ToList();
        foreach (var score in scores)
        {
            var logs = volumes.TakeLast(30).Select(volume => Math.Log((double)volume)).ToArray();
            var deviation = Math.Sqrt(logs.Sum(log => Math.Pow(log - logs.Average(), 2)) / 29);
            volumes.Add((decimal)Math.Exp(logs.Average() + (score * deviation)));
        }

        var interval = TimeSpan.FromHours(hours);

        Spikes(interval, volumes).Select(e => (int)((e.EventTime - Series.Start) / interval) - 30).ShouldBe(expected);
    }

    private static IEnumerable<decimal> Wave(int count) => Enumerable.Range(0, count).Select(i => 100m + (i * 7 % 13));

    private static List<MarketEvent> Spikes(TimeSpan interval, IEnumerable<decimal> volumes) =>
        [.. Series.Events(WithVolumes(interval, volumes)).Where(e => e.Type == MarketEventTypes.VolumeSpike)];

    private static List<Bar> WithVolumes(TimeSpan interval, IEnumerable<decimal> volumes)
    {
        var list = volumes.ToList();
        return [.. Series.FromCloses(interval, Series.Swing(list.Count)).Select((bar, i) => bar with { Volume = list[i] })];
    }
}
