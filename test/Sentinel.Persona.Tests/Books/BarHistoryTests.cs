using static Sentinel.Persona.Tests.Trades;

namespace Sentinel.Persona.Tests.Books;

public sealed class BarHistoryTests
{
    [Fact]
    public void Describe_RisingDays_IsTheReturnOfClosedBarsOnly()
    {
        var history = new BarHistory();
        for (var day = 0; day < 30; day++)
        {
            history.Add(DayBar(Btc, day, 100 + day, 100 + day));
        }

        // At the end of day 19 the close is 119; a day before it was 118, five days before 114.
        var market = history.Describe(At(20), 119, isLong: true);

        market.Return1d!.Value.ShouldBe((119.0 / 118) - 1, 1e-12);
        market.Return5d!.Value.ShouldBe((119.0 / 114) - 1, 1e-12);
        market.Breakout.ShouldBe(true);
        history.Describe(At(20), 119, isLong: false).Return1d!.Value.ShouldBe(1 - (119.0 / 118), 1e-12);
    }

    [Fact]
    public void Describe_LaterBars_ChangeNothing()
    {
        var (shorter, longer) = (new BarHistory(), new BarHistory());
        for (var day = 0; day < 60; day++)
        {
            var bar = DayBar(Btc, day, 100 + (day % 7), 103 + (day % 5));
            longer.Add(bar);
            if (day < 40)
            {
                shorter.Add(bar);
            }
        }

        longer.Describe(At(40), 101, true).ShouldBe(shorter.Describe(At(40), 101, true));
    }

    [Fact]
    public void Describe_TooFewBars_IsUnknown() => new BarHistory().Describe(At(1), 100, true).ShouldBe(default);

    [Fact]
    public void Add_SameBarTwice_KeepsOne()
    {
        var history = new BarHistory();
        history.Add(DayBar(Btc, 0, 1, 2));
        history.Add(DayBar(Btc, 0, 5, 9));

        history.At(At(1))!.High.ShouldBe(2);
    }

    [Fact]
    public void IsExtreme_OneLeap_IsThatDayOnly()
    {
        var days = new DayTable();
        for (var day = 0; day < 40; day++)
        {
            var price = 100 + (day % 3) + (day >= 30 ? 40 : 0);
            days.Add(DayBar(Btc, day, price, price));
        }

        var first = DayTable.DayOf(Day0);
        days.IsExtreme(first + 30).ShouldBe(true);
        days.IsExtreme(first + 29).ShouldBe(false);
        days.IsExtreme(first + 35).ShouldBe(false);
        days.IsExtreme(first + 10).ShouldBeNull("the baseline is too short");
    }

    [Fact]
    public void IsExtreme_VolumeOfTenDays_IsExtremeWithoutAReturn()
    {
        var days = new DayTable();
        for (var day = 0; day < 40; day++)
        {
            days.Add(DayBar(Btc, day, 100, 100, volume: day == 35 ? 1000 : 100 + (day % 4)));
        }

        days.IsExtreme(DayTable.DayOf(Day0) + 35).ShouldBe(true);
    }

    [Fact]
    public void RangeOf_DayWithoutItsLastBar_IsUnknown()
    {
        var days = new DayTable();
        days.Add(new Bar { Symbol = Btc, OpenTime = Day0, Interval = TimeSpan.FromHours(1), Open = 1, High = 2, Low = 1, Close = 1, Volume = 1 });

        days.RangeOf(DayTable.DayOf(Day0)).ShouldBeNull();
    }
}
