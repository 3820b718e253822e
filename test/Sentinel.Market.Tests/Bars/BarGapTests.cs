namespace Sentinel.Market.Tests.Bars;

public sealed class BarGapTests
{
    [Fact]
    public void Inspect_AWholeFile_SaysWhatItHolds()
    {
        var report = Inspect([0, 1, 2, 3]);

        report.Count.ShouldBe(4);
        report.Interval.ShouldBe(TimeSpan.FromHours(1));
        report.First.ShouldBe(Series.Start);
        report.Last.ShouldBe(Series.Start.AddHours(3));
        report.Gaps.ShouldBeEmpty();
    }

    [Fact]
    public void Inspect_MissingBars_AreReportedAndNotFilled()
    {
        var report = Inspect([0, 1, 2, 5, 6, 8]);

        report.Count.ShouldBe(6);
        report.Gaps.ShouldBe(
        [
            new BarGap(Series.Start.AddHours(3), Series.Start.AddHours(5), 2),
            new BarGap(Series.Start.AddHours(7), Series.Start.AddHours(8), 1),
        ]);
    }

    [Fact]
    public void Inspect_AGapBetweenTheFirstTwoRows_IsNotTakenForTheInterval() =>
        Inspect([0, 5, 6, 7]).Gaps.Single().Missing.ShouldBe(4);

    [Fact]
    public void Inspect_TwoStepsEquallyFrequent_TakesTheShorter() =>
        Inspect([0, 1, 4, 5, 8]).Interval.ShouldBe(TimeSpan.FromHours(1));

    [Fact]
    public void Inspect_AGapBehindTheRowsThatWereLookedAt_IsReported() =>
        Inspect([.. Enumerable.Range(0, 500), 700]).Gaps.Single().Missing.ShouldBe(200);

    [Fact]
    public void Inspect_AGivenIntervalShorterThanTheData_ReportsEachHole() =>
        Inspect([0, 1, 2], TimeSpan.FromMinutes(30)).Gaps.Count.ShouldBe(2);

    private static BarFileReport Inspect(IEnumerable<int> hours, TimeSpan? interval = null)
    {
        var text = "open_time,open,high,low,close,volume\n" + string.Concat(hours.Select(hour =>
            FormattableString.Invariant($"{Series.Start.AddHours(hour):yyyy-MM-dd'T'HH:mm:ss'Z'},1,1,1,1,1\n")));
        return BarFile.Inspect(new StringReader(text), new BarFileOptions { Interval = interval });
    }
}
