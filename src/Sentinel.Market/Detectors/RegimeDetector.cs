namespace Sentinel.Market.Detectors;

/// <summary>
/// Trend and volatility. Trend: choppiness above 61.8 or ADX14 below 20 is a range; ADX14 above 25 is up or down by the sign of EMA50 - EMA200;
/// between, the state stays. Volatility: realised volatility of 20 bars below the 40 % or above the 75 % quantile of the 250 readings before; a
/// state is left only a tenth beyond the quantile it was entered at.
/// A new state counts once it has held for the given number of bars; its event time is the first of them.
/// </summary>
internal sealed class RegimeDetector(int confirmationBars) : IDetector
{
    private const string Name = "regime@1";

    private readonly Confirmed<TrendState> _trend = new(confirmationBars);
    private readonly Confirmed<VolatilityState> _volatility = new(confirmationBars);
    private TrendState _raw;
    private VolatilityState _rawVolatility;

    /// <summary>The confirmed regime.</summary>
    public MarketRegime Current => new(_trend.State, _volatility.State);

    /// <inheritdoc/>
    public void Step(Reading reading, EventSink sink)
    {
        var before = Current;
        _raw = Trend(reading, _raw);
        var time = reading.Bar.OpenTime;
        var trendSince = _trend.Step(_raw, time);
        _rawVolatility = Volatility(reading.RealizedRank, _rawVolatility);
        var volatilitySince = _volatility.Step(_rawVolatility, time);
        // Learning the first state is no change of state.
        var trendChanged = trendSince is not null && before.Trend is not TrendState.Unknown;
        var volatilityChanged = volatilitySince is not null && before.Volatility is not VolatilityState.Unknown;
        if (!trendChanged && !volatilityChanged)
        {
            return;
        }

        // Where both change with one bar, both have held for equally long.
        var since = trendSince ?? volatilitySince;
        var side = Current.Trend switch { TrendState.Up => 1, TrendState.Down => -1, _ => 0 };
        sink.Add(
            Name,
            MarketEventTypes.RegimeChange,
            side,
            since,
            1,
            [
                ("adx", reading.Adx.Value), ("choppiness", reading.Choppiness), ("rv_rank", reading.RealizedRank),
                ("trend", (int)Current.Trend), ("trend_before", (int)before.Trend),
                ("volatility", (int)Current.Volatility), ("volatility_before", (int)before.Volatility),
            ]);
    }

    private static TrendState Trend(Reading reading, TrendState previous)
    {
        var (adx, slope) = (reading.Adx.Value, reading.Ema50 - reading.Ema200);
        if (double.IsNaN(adx) || double.IsNaN(slope))
        {
            return TrendState.Unknown;
        }

        if (reading.Choppiness > 61.8 || adx < 20)
        {
            return TrendState.Range;
        }

        // Between the thresholds nothing is decided: what was, stays; at the very start that is a range.
        return adx > 25 ? (slope > 0 ? TrendState.Up : TrendState.Down) : previous is TrendState.Unknown ? TrendState.Range : previous;
    }

    private static VolatilityState Volatility(double rank, VolatilityState previous)
    {
        if (double.IsNaN(rank))
        {
            return VolatilityState.Unknown;
        }

        var low = previous is VolatilityState.Low ? 0.50 : 0.40;
        var high = previous is VolatilityState.High ? 0.65 : 0.75;
        return rank < low ? VolatilityState.Low : rank > high ? VolatilityState.High : VolatilityState.Normal;
    }
}
