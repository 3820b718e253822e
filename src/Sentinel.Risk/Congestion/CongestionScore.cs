namespace Sentinel.Risk;

/// <summary>
/// How open the way is for an entry: <c>1 - clip(0.4 rsiExcess + 0.6 bandBreach)</c>, from 1 (calm) to 0 (overheated). The excess is how far the RSI lies in
/// its outer 30 points on the entry's side, the breach how far the close lies beyond the Bollinger band, in half widths of the band.
/// </summary>
public static class CongestionScore
{
    private const double RsiWeight = 0.4;
    private const double BandWeight = 0.6;
    private const double OuterRsi = 30;

    /// <summary>The score for an entry to a side; null while an indicator is missing ("rsi14", "bb_upper", "bb_lower").</summary>
    public static double? Of(MarketSnapshot market, bool isLong)
    {
        if (market.LastBar is not { } bar || market.Indicator("rsi14") is not { } rsi || market.Indicator("bb_upper") is not { } upper || market.Indicator("bb_lower") is not { } lower)
        {
            return null;
        }

        var score = Of(rsi, (double)bar.Close, upper, lower, isLong);
        return double.IsNaN(score) ? null : score;
    }

    /// <summary>The score of plain numbers.</summary>
    public static double Of(double rsi, double close, double upper, double lower, bool isLong)
    {
        var excess = Clip((isLong ? rsi - (100 - OuterRsi) : OuterRsi - rsi) / OuterRsi);
        var half = (upper - lower) / 2;
        var beyond = isLong ? close - upper : lower - close;
        var breach = half > 0 ? Clip(beyond / half) : beyond > 0 ? 1 : 0;
        return 1 - Clip((RsiWeight * excess) + (BandWeight * breach));
    }

    private static double Clip(double value) => Math.Clamp(value, 0, 1);
}
