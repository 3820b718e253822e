using Sentinel.Market.Indicators;

namespace Sentinel.Market.Detectors;

/// <summary>One bar and the indicators after it, as detectors need them. "Before" is the value at the bar before: a baseline without this bar.</summary>
internal sealed class Reading
{
    private readonly Atr _atr = new(14);
    private readonly EwmaVolatility _sigma = new(0.94, 20);
    private readonly RealizedVolatility _realized = new(20);
    private readonly RollingZ _realizedZ = new(250);
    private readonly Adx _adx = new(14);
    private readonly Choppiness _choppiness = new(14);
    private readonly Ema _fast = new(50);
    private readonly Ema _slow = new(200);

    /// <summary>The bar.</summary>
    public Bar Bar { get; private set; } = null!;

    /// <summary>Prices and volume of the bar as numbers of statistics.</summary>
    public double Open { get; private set; }

    /// <summary>Highest price.</summary>
    public double High { get; private set; }

    /// <summary>Lowest price.</summary>
    public double Low { get; private set; }

    /// <summary>Last price.</summary>
    public double Close { get; private set; } = double.NaN;

    /// <summary>Volume.</summary>
    public double Volume { get; private set; }

    /// <summary>Close of the bar before; NaN at the first.</summary>
    public double CloseBefore { get; private set; } = double.NaN;

    /// <summary>Log return of the close; NaN at the first bar.</summary>
    public double Return { get; private set; } = double.NaN;

    /// <summary>Sign of the return; 0 at the first bar.</summary>
    public int Side => double.IsNaN(Return) ? 0 : Math.Sign(Return);

    /// <summary>True range of the bar.</summary>
    public double TrueRange => _atr.TrueRange;

    /// <summary>ATR of 14 bars, this one in it.</summary>
    public double Atr => _atr.Value;

    /// <summary>ATR of 14 bars before this one.</summary>
    public double AtrBefore { get; private set; } = double.NaN;

    /// <summary>EWMA standard deviation of a bar's return, this one in it.</summary>
    public double Sigma => _sigma.Value;

    /// <summary>EWMA standard deviation before this bar.</summary>
    public double SigmaBefore { get; private set; } = double.NaN;

    /// <summary>Root of the sum of the last 20 squared returns.</summary>
    public double Realized => _realized.Value;

    /// <summary>z of the logarithm of <see cref="Realized"/> against the 250 before.</summary>
    public double RealizedZ => _realizedZ.Value;

    /// <summary>Which part of those 250 was below, 0-1.</summary>
    public double RealizedRank => _realizedZ.Rank;

    /// <summary>ADX of 14 bars.</summary>
    public Adx Adx => _adx;

    /// <summary>Choppiness of 14 bars.</summary>
    public double Choppiness => _choppiness.Value;

    /// <summary>EMA of 50 bars.</summary>
    public double Ema50 => _fast.Value;

    /// <summary>EMA of 200 bars.</summary>
    public double Ema200 => _slow.Value;

    /// <summary>Takes in the next bar.</summary>
    public void Update(Bar bar)
    {
        (AtrBefore, SigmaBefore, CloseBefore) = (Atr, Sigma, Close);
        Bar = bar;
        (Open, High, Low) = ((double)bar.Open, (double)bar.High, (double)bar.Low);
        (Close, Volume) = ((double)bar.Close, (double)bar.Volume);
        Return = double.IsNaN(CloseBefore) ? double.NaN : Math.Log(Close / CloseBefore);
        _atr.Add(High, Low, Close);
        _adx.Add(High, Low, Close);
        _choppiness.Add(High, Low, Close);
        _fast.Add(Close);
        _slow.Add(Close);
        if (double.IsNaN(Return))
        {
            return;
        }

        _sigma.Add(Return);
        var realized = _realized.Add(Return);
        if (realized > 0)
        {
            _realizedZ.Add(Math.Log(realized));
        }
    }
}
