using Sentinel.Market.Indicators;

namespace Sentinel.Market.Tests.Indicators;

/// <summary>Markets that stand still, only rise, or trade nothing.</summary>
public sealed class EdgeTests
{
    [Theory]
    [InlineData(0, 50)]
    [InlineData(1, 100)]
    [InlineData(-1, 0)]
    public void Rsi_OneWayOrNone_IsTheBoundOrTheMiddle(double step, double expected)
    {
        var rsi = new Rsi(14);
        for (var i = 0; i < 30; i++)
        {
            rsi.Add(100 + (i * step));
        }

        rsi.Value.ShouldBe(expected);
    }

    [Fact]
    public void Adx_AMarketThatStandsStill_IsZero()
    {
        var adx = new Adx(14);
        for (var i = 0; i < 40; i++)
        {
            adx.Add(1, 1, 1);
        }

        adx.Value.ShouldBe(0);
    }

    [Fact]
    public void Choppiness_AMarketThatStandsStill_IsTheHighest()
    {
        var choppiness = new Choppiness(14);
        for (var i = 0; i < 20; i++)
        {
            choppiness.Add(1, 1, 1);
        }

        choppiness.Value.ShouldBe(100);
    }

    [Fact]
    public void RollingZ_ABaselineThatDoesNotVary_HasNoZ()
    {
        var z = new RollingZ(5);
        for (var i = 0; i < 5; i++)
        {
            z.Add(1);
        }

        z.Add(2).ShouldBe(double.NaN);
    }

    [Fact]
    public void RollingVwap_NothingTraded_HasNoPrice()
    {
        var vwap = new RollingVwap(2);
        vwap.Add(3, 1, 2, 0);

        vwap.Add(3, 1, 2, 0).ShouldBe(double.NaN);
    }

    [Fact]
    public void SessionVwap_ANewUtcDay_StartsAgain()
    {
        var vwap = new SessionVwap();
        vwap.Add(Series.Start.AddHours(22), 10, 10, 10, 5);
        vwap.Add(Series.Start.AddHours(23), 20, 20, 20, 5).ShouldBe(15);

        vwap.Add(Series.Start.AddHours(24), 30, 30, 30, 1).ShouldBe(30);
    }

    [Fact]
    public void Window_MoreThanItHolds_ForgetsTheOldest()
    {
        var window = new Window(3);
        foreach (var value in new double[] { 9, 1, 2, 3 })
        {
            window.Add(value);
        }

        (window.Count, window[0], window[2], window.Sum(), window.Max(), window.Min()).ShouldBe((3, 3, 1, 6, 3, 1));
        window.RankOf(2.5).ShouldBe(2.0 / 3);
        window.Deviation(isSample: true).ShouldBe(1);
    }
}
