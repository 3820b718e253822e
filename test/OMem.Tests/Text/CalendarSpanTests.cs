using OMem.Text.Times;

namespace OMem.Tests.Text;

public sealed class CalendarSpanTests
{
    private static readonly long LastDay = DateOnly.MaxValue.DayNumber;

    [Theory]
    [InlineData(0)]
    [InlineData(14)]
    [InlineData(-14)]
    public void ToRange_DayInTheMiddle_StartsAtLocalMidnight(int hours)
    {
        var offset = TimeSpan.FromHours(hours);

        var range = CalendarSpan.OfDay(CalendarMath.DayNumber(2023, 5, 25)).ToRange(offset);

        range.ShouldBe(new TimeRange(new DateTimeOffset(2023, 5, 25, 0, 0, 0, offset), new DateTimeOffset(2023, 5, 26, 0, 0, 0, offset)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(14)]
    [InlineData(-14)]
    public void ToRange_FirstAndLastDay_AreCutToWhatExists(int hours)
    {
        var offset = TimeSpan.FromHours(hours);

        CalendarSpan.Days(-5, 1).ToRange(offset)!.From!.Value.UtcTicks.ShouldBe(Math.Max(0, -offset.Ticks));
        CalendarSpan.Days(LastDay, LastDay + 5).ToRange(offset)!.To!.Value.UtcTicks.ShouldBe(DateTime.MaxValue.Ticks - Math.Max(0, offset.Ticks));
    }

    [Fact]
    public void ToRange_OutsideTheCalendar_IsNull()
    {
        CalendarSpan.Days(-2, 0).ToRange(TimeSpan.Zero).ShouldBeNull();
        CalendarSpan.Days(LastDay + 1, LastDay + 2).ToRange(TimeSpan.Zero).ShouldBeNull();
        CalendarSpan.OfDay(0).ToRange(TimeSpan.FromHours(14)).ShouldNotBeNull();
        CalendarSpan.Years(-99_990, -99_980).ToRange(TimeSpan.Zero).ShouldBeNull();
        CalendarSpan.Years(99_990, 99_999).ToRange(TimeSpan.Zero).ShouldBeNull();
    }

    [Fact]
    public void ToRange_OpenEnds_StayOpen()
    {
        new CalendarSpan(CalendarSpan.Day, null, Approximate: true).ToRange(TimeSpan.Zero)
            .ShouldBe(new TimeRange(new DateTimeOffset(1, 1, 2, 0, 0, 0, TimeSpan.Zero), null, Approximate: true));
        new CalendarSpan(null, CalendarSpan.Day).ToRange(TimeSpan.Zero)
            .ShouldBe(new TimeRange(null, new DateTimeOffset(1, 1, 2, 0, 0, 0, TimeSpan.Zero)));
        new CalendarSpan(null, -CalendarSpan.Day).ToRange(TimeSpan.Zero).ShouldBeNull();
    }

    [Fact]
    public void FirstDayAndDayAfter_SpanInsideDays_RoundOutwards()
    {
        var evening = new CalendarSpan((10 * CalendarSpan.Day) + 1080, (11 * CalendarSpan.Day) + 360);

        evening.FirstDay.ShouldBe(10);
        evening.DayAfter.ShouldBe(12);
        evening.IsDay.ShouldBeFalse();
        CalendarSpan.OfDay(-1).FirstDay.ShouldBe(-1);
        CalendarSpan.OfDay(-1).DayAfter.ShouldBe(0);
    }

    [Theory]
    [InlineData(2023, 7, 4, "2023-07-01", "2023-07-05")] // Tuesday: the weekend before
    [InlineData(2023, 7, 3, "2023-07-01", "2023-07-04")] // Monday
    [InlineData(2022, 11, 24, "2022-11-24", "2022-11-28")] // Thursday: the weekend after
    [InlineData(2023, 7, 1, "2023-07-01", "2023-07-03")] // Saturday
    [InlineData(2023, 7, 2, "2023-07-01", "2023-07-03")] // Sunday
    public void Narrow_WithWeekend_ReachesToTheNearestOne(int year, int month, int day, string from, string to)
    {
        var phrase = new TimePhrase(0, default, WithWeekend: true);

        var range = phrase.Narrow(CalendarSpan.OfDay(CalendarMath.DayNumber(year, month, day))).ToRange(TimeSpan.Zero)!;

        range.From!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(from);
        range.To!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(to);
        range.Approximate.ShouldBeTrue();
    }

    [Fact]
    public void Narrow_SpanLongerThanADay_Stays()
    {
        var month = CalendarSpan.Months(24_000, 24_000);

        new TimePhrase(0, default, Part: TimeOfDay.Night).Narrow(month).ShouldBe(month);
        new TimePhrase(0, default, WithWeekend: true).Narrow(month).ShouldBe(month);
    }
}
