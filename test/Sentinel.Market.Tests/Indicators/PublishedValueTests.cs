using Sentinel.Market.Indicators;

namespace Sentinel.Market.Tests.Indicators;

public sealed class PublishedValueTests
{
    [Fact]
    public void Rsi_WildersWorkSheet_AgreesAsFarAsHandArithmeticGoes() =>
        Compare(new Rsi(14).Add, PublishedValues.WilderCloses, PublishedValues.WilderRsi, 0.54);

    [Fact]
    public void Rsi_StockChartsExample_Agrees() =>
        Compare(new Rsi(14).Add, PublishedValues.RsiCloses, PublishedValues.Rsi, 0.0001);

    [Fact]
    public void Ema_StockChartsExample_Agrees() =>
        Compare(new Ema(10).Add, PublishedValues.EmaCloses, PublishedValues.Ema, 0.005001);

    [Fact]
    public void Atr_StockChartsExample_Agrees()
    {
        var atr = new Atr(14);
        var values = PublishedValues.AtrBars.Select(bar => atr.Add(bar.High, bar.Low, bar.Close)).ToList();

        values.Take(13).ShouldAllBe(value => double.IsNaN(value));
        for (var i = 0; i < PublishedValues.Atr.Length; i++)
        {
            values[13 + i].ShouldBe(PublishedValues.Atr[i], 0.000001);
        }
    }

    [Fact]
    public void Bollinger_StockChartsExample_Agrees()
    {
        var bands = new Bollinger(20, 2);
        for (var i = 0; i < PublishedValues.BollingerCloses.Length; i++)
        {
            bands.Add(PublishedValues.BollingerCloses[i]);
            if (i < 19)
            {
                bands.Upper.ShouldBe(double.NaN);
                continue;
            }

            bands.Upper.ShouldBe(PublishedValues.Bollinger[i - 19].Upper, 0.00001);
            bands.Lower.ShouldBe(PublishedValues.Bollinger[i - 19].Lower, 0.00001);
        }
    }

    [Fact]
    public void Obv_InvestopediaExample_Agrees()
    {
        var obv = new Obv();

        PublishedValues.ObvBars.Select(bar => obv.Add(bar.Close, bar.Volume)).ShouldBe(PublishedValues.Obv);
    }

    private static void Compare(Func<double, double> add, double[] input, double[] expected, double tolerance)
    {
        var values = input.Select(add).ToList();
        var warmUp = input.Length - expected.Length;

        values.Take(warmUp).ShouldAllBe(value => double.IsNaN(value));
        for (var i = 0; i < expected.Length; i++)
        {
            values[warmUp + i].ShouldBe(expected[i], tolerance);
        }
    }
}
