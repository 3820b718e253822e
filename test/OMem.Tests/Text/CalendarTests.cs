using CsCheck;
using OMem.Text.Times;

namespace OMem.Tests.Text;

public sealed class CalendarTests
{
    private static readonly Gen<DateOnly> Date = Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber);

    [Fact]
    public void DayNumber_AnyDate_AgreesWithDateOnly() => Date.Sample(date =>
        CalendarMath.DayNumber(date.Year, date.Month, date.Day).ShouldBe(date.DayNumber));

    [Fact]
    public void MonthOf_AnyDate_AgreesWithDateOnly() => Date.Sample(date =>
        CalendarMath.MonthOf(date.DayNumber).ShouldBe((date.Year, date.Month)));

    [Fact]
    public void Weekday_AnyDate_AgreesWithDateOnly() => Date.Sample(date =>
        CalendarMath.Weekday(date.DayNumber).ShouldBe(((int)date.DayOfWeek + 6) % 7));

    [Fact]
    public void DaysInMonth_AnyDate_AgreesWithDateTime() => Date.Sample(date =>
        CalendarMath.DaysInMonth(CalendarMath.MonthNumber(date.DayNumber)).ShouldBe(DateTime.DaysInMonth(date.Year, date.Month)));

    [Fact]
    public void DayNumber_BeforeYearOne_GoesOnBackwards()
    {
        CalendarMath.DayNumber(0, 12, 31).ShouldBe(-1);
        CalendarMath.MonthOf(-1).ShouldBe((0, 12));
        CalendarMath.Weekday(-1).ShouldBe(6);
    }

    [Theory]
    [InlineData(1999, 4, 4)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2011, 4, 24)]
    [InlineData(2023, 4, 9)]
    [InlineData(2024, 3, 31)]
    [InlineData(2038, 4, 25)]
    public void Easter_Year_IsThePublishedSunday(int year, int month, int day) =>
        CalendarMath.Easter(year).ShouldBe(CalendarMath.DayNumber(year, month, day));

    [Fact]
    public void Cycles_AnyDay_LieWhereTheirNamesSay() =>
        Gen.Select(Gen.Long[-1000, 4_000_000], Gen.Int[0, 6], Gen.Int[1, 12]).Sample((day, weekday, month) =>
        {
            CalendarCycle[] cycles =
            [
                new(CycleKind.Weekday, weekday), new(CycleKind.Weekend, 0), new(CycleKind.DayOfMonth, 31), new(CycleKind.DayOfYear, 2, 29),
                new(CycleKind.Month, month), new(CycleKind.Season, 12), new(CycleKind.Holiday, (int)Holiday.Easter),
            ];
            foreach (var cycle in cycles)
            {
                cycle.Before(day)!.Value.DayAfter.ShouldBeLessThanOrEqualTo(day);
                cycle.After(day)!.Value.FirstDay.ShouldBeGreaterThan(day);
                var past = cycle.Past(day)!.Value;
                var coming = cycle.Coming(day)!.Value;
                past.FirstDay.ShouldBeLessThanOrEqualTo(day);
                coming.DayAfter.ShouldBeGreaterThan(day);
                var nearest = cycle.Nearest(day)!.Value;
                (nearest == past || nearest == coming || (nearest.FirstDay <= day && day < nearest.DayAfter)).ShouldBeTrue();
            }
        });

    [Theory]
    [InlineData(nameof(Holiday.Thanksgiving), 2023, 11, 23)]
    [InlineData(nameof(Holiday.BlackFriday), 2023, 11, 24)]
    [InlineData(nameof(Holiday.GoodFriday), 2023, 4, 7)]
    [InlineData(nameof(Holiday.MothersDay), 2023, 5, 14)]
    [InlineData(nameof(Holiday.FathersDay), 2023, 6, 18)]
    [InlineData(nameof(Holiday.NewYearsEve), 2023, 12, 31)]
    [InlineData(nameof(Holiday.Halloween), 2023, 10, 31)]
    public void DayIn_HolidayAndYear_IsItsDay(string holiday, int year, int month, int day) =>
        Holidays.DayIn(Enum.Parse<Holiday>(holiday), year).ShouldBe(CalendarMath.DayNumber(year, month, day));

    [Fact]
    public void DayIn_NoHoliday_Throws() => Should.Throw<ArgumentOutOfRangeException>(() => Holidays.DayIn((Holiday)99, 2023));
}
