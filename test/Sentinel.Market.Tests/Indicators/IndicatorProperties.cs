using CsCheck;
using Sentinel.Market.Indicators;

namespace Sentinel.Market.Tests.Indicators;

/// <summary>Streaming and batch say the same on any series.</summary>
public sealed class IndicatorProperties
{
    private const double Tolerance = 1e-9;

    // Prices over eight orders of magnitude, so that cancellation would show.
    private static readonly Gen<Ohlc[]> Bars =
        from scale in Gen.Double[-4, 4]
        from steps in Gen.Select(Gen.Double[-0.1, 0.1], Gen.Double[0, 0.05], Gen.Double[0, 0.05], Gen.Double[0, 1e6]).Array[40, 90]
        select Walk(Math.Pow(10, scale), steps);

    [Fact]
    public void Ema_AnySeries_IsTheBatchEma() => Bars.Sample(bars => Compare(
        bars, new Ema(10), (ema, bar) => ema.Add(bar.Close), (x, at) => Naive.Ema(x.Close, 10, at)));

    [Fact]
    public void Rsi_AnySeries_IsTheBatchRsi() => Bars.Sample(bars => Compare(
        bars, new Rsi(14), (rsi, bar) => rsi.Add(bar.Close), (x, at) => Naive.Rsi(x.Close, 14, at)));

    [Fact]
    public void Atr_AnySeries_IsTheBatchAtr() => Bars.Sample(bars => Compare(
        bars, new Atr(14), (atr, bar) => atr.Add(bar.High, bar.Low, bar.Close), (x, at) => Naive.Wilder(Naive.TrueRanges(x.High, x.Low, x.Close), 14, at)));

    [Fact]
    public void Adx_AnySeries_IsTheBatchAdx() => Bars.Sample(bars => Compare(
        bars, new Adx(14), (adx, bar) => adx.Add(bar.High, bar.Low, bar.Close), (x, at) => Naive.Adx(x.High, x.Low, x.Close, 14, at)));

    [Fact]
    public void Choppiness_AnySeries_IsTheBatchChoppiness() => Bars.Sample(bars => Compare(
        bars, new Choppiness(14), (chop, bar) => chop.Add(bar.High, bar.Low, bar.Close), (x, at) => Naive.Choppiness(x.High, x.Low, x.Close, 14, at)));

    [Fact]
    public void EwmaVolatility_AnySeries_IsTheBatchOne() => Bars.Sample(bars => Compare(
        bars, new EwmaVolatility(0.94, 20), (sigma, bar) => sigma.Add(bar.Return), (x, at) => Naive.Ewma(x.Return, 0.94, 20, at)));

    [Fact]
    public void RealizedVolatility_AnySeries_IsTheRootOfTheSumOfSquares() => Bars.Sample(bars => Compare(
        bars, new RealizedVolatility(20), (rv, bar) => rv.Add(bar.Return),
        (x, at) => at < 19 ? double.NaN : Math.Sqrt(x.Return[(at - 19)..(at + 1)].Sum(r => r * r))));

    [Fact]
    public void RollingZ_AnySeries_JudgesByTheValuesBeforeOnly() => Bars.Sample(bars => Compare(
        bars, new RollingZ(30), (z, bar) => z.Add(bar.Return), (x, at) => Naive.Z(x.Return, 30, at)));

    [Fact]
    public void Donchian_AnySeries_HoldsHighestAndLowest() => Bars.Sample(bars =>
    {
        var channel = new Donchian(20);
        for (var i = 0; i < bars.Length; i++)
        {
            channel.Add(bars[i].High, bars[i].Low);
            channel.Upper.ShouldBe(i < 19 ? double.NaN : bars[(i - 19)..(i + 1)].Max(bar => bar.High));
            channel.Lower.ShouldBe(i < 19 ? double.NaN : bars[(i - 19)..(i + 1)].Min(bar => bar.Low));
        }
    });

    [Fact]
    public void RollingVwap_AnySeries_LiesBetweenLowAndHighAndIsTheBatchOne() => Bars.Sample(bars =>
    {
        var vwap = new RollingVwap(20);
        for (var i = 0; i < bars.Length; i++)
        {
            var value = vwap.Add(bars[i].High, bars[i].Low, bars[i].Close, bars[i].Volume + 1);
            if (i >= 19)
            {
                var window = bars[(i - 19)..(i + 1)];
                Near(value, window.Sum(bar => (bar.High + bar.Low + bar.Close) / 3 * (bar.Volume + 1)) / window.Sum(bar => bar.Volume + 1));
                value.ShouldBeInRange(window.Min(bar => bar.Low), window.Max(bar => bar.High));
            }
        }
    });

    [Fact]
    public void Bounded_AnySeries_StayInTheirBounds() => Bars.Sample(bars =>
    {
        var (rsi, adx) = (new Rsi(14), new Adx(14));
        foreach (var bar in bars)
        {
            rsi.Add(bar.Close);
            adx.Add(bar.High, bar.Low, bar.Close);
            foreach (var value in new[] { rsi.Value, adx.Value, adx.PlusDi, adx.MinusDi }.Where(value => !double.IsNaN(value)))
            {
                value.ShouldBeInRange(0, 100 + Tolerance);
            }
        }
    });

    private static void Compare<T>(Ohlc[] bars, T indicator, Func<T, Ohlc, double> add, Func<Columns, int, double> expected)
    {
        var columns = new Columns(
            [.. bars.Select(bar => bar.High)], [.. bars.Select(bar => bar.Low)], [.. bars.Select(bar => bar.Close)], [.. bars.Select(bar => bar.Return)]);
        for (var i = 0; i < bars.Length; i++)
        {
            Near(add(indicator, bars[i]), expected(columns, i));
        }
    }

    private static void Near(double actual, double expected)
    {
        if (double.IsNaN(expected))
        {
            actual.ShouldBe(double.NaN);
            return;
        }

        (Math.Abs(actual - expected) <= Tolerance * Math.Max(1, Math.Abs(expected))).ShouldBeTrue($"{actual:R} is not {expected:R}");
    }

    private static Ohlc[] Walk(double price, (double Step, double Above, double Below, double Volume)[] steps)
    {
        var bars = new Ohlc[steps.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            var close = price * Math.Exp(steps[i].Step);
            bars[i] = new Ohlc(
                Math.Max(price, close) * (1 + steps[i].Above), Math.Min(price, close) * (1 - steps[i].Below), close, steps[i].Step, steps[i].Volume);
            price = close;
        }

        return bars;
    }

    private sealed record Ohlc(double High, double Low, double Close, double Return, double Volume);

    private sealed record Columns(double[] High, double[] Low, double[] Close, double[] Return);
}
