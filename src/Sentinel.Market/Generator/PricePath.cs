namespace Sentinel.Market.Generator;

/// <summary>Log prices inside the bars and the hidden value at their closes.</summary>
internal sealed class PricePath(BarGeneratorOptions options, MarketRegime[] regimes, IReadOnlyList<PlannedEpisode> plan)
{
    /// <summary>Steps inside a bar; its high and low are those of the steps.</summary>
    private const int Steps = 8;

    /// <summary>Standard deviation of the value's own news, against that of the price.</summary>
    private const double ValueNoise = 0.5;

    private readonly Noise _prices = new(options.Seed, 1);
    private readonly Noise _volumes = new(options.Seed, 5);
    private readonly Noise _coins = new(options.Seed, 6);
    private readonly double _sigma = options.DailyVolatility * Math.Sqrt(options.Interval / TimeSpan.FromDays(1));
    private double _price = Math.Log((double)options.InitialPrice);
    private double _value = Math.Log((double)options.InitialPrice);
    private int _next;

    /// <summary>The bars as log prices, in order.</summary>
    public IEnumerable<PathBar> Walk()
    {
        for (var bar = 0; bar < options.Count; bar++)
        {
            yield return Step(bar);
        }
    }

    private PathBar Step(int bar)
    {
        var (shock, outcome) = Episode(bar);
        var sigma = _sigma * RegimePath.Scale(regimes[bar].Volatility);
        var jump = shock is { } planned ? EpisodePlan.Side(planned.Pattern) * planned.SizeInSigma * sigma : 0;
        var isNull = options.World is MarketWorld.Null;
        var drift = (outcome * options.OutcomeDrift * sigma) + (RegimePath.Sign(regimes[bar].Trend) * options.TrendDrift * sigma);
        var reversion = options.ValueReversion * (_value - _price);
        // Where nothing is to be learnt the value follows the price, and what the convexity of shocks and outcomes adds is taken off again: the
        // price alone is then a martingale.
        var convexity = (shock is null ? 0 : Math.Log(Math.Cosh(jump))) + (outcome == 0 ? 0 : Math.Log(Math.Cosh(options.OutcomeDrift * sigma)));
        var pull = isNull ? -convexity : reversion;
        var open = _price;
        var (high, low) = (open, open);
        var jumpStep = _prices.Below(Steps);
        for (var step = 0; step < Steps; step++)
        {
            _price += ((drift + pull - (sigma * sigma / 2)) / Steps) + (sigma / Math.Sqrt(Steps) * _prices.Normal());
            _price += step == jumpStep ? jump : 0;
            high = Math.Max(high, _price);
            low = Math.Min(low, _price);
        }

        _value += drift + jump - (isNull ? reversion : 0) + (ValueNoise * sigma * _prices.Normal());
        var noise = Math.Abs(_price - open - jump) / sigma;
        return new PathBar(open, high, low, _price, _value, Volume(bar, noise, shock));
    }

    private (PlannedEpisode? Shock, int Outcome) Episode(int bar)
    {
        while (_next < plan.Count && plan[_next].Bar + options.OutcomeBars < bar)
        {
            _next++;
        }

        if (_next == plan.Count || plan[_next].Bar > bar)
        {
            return (null, 0);
        }

        if (plan[_next].Bar == bar)
        {
            return (plan[_next], 0);
        }

        // A direction that held for the whole outcome could be learnt from its first bars: in the null world each bar throws a coin of its own.
        var coin = _coins.Below(2) == 0 ? 1 : -1;
        return (null, options.World is MarketWorld.Null ? coin : plan[_next].Outcome);
    }

    private double Volume(int bar, double moved, PlannedEpisode? shock)
    {
        var time = options.Start + (options.Interval * bar);
        var season = options.Interval < TimeSpan.FromDays(1) ? 0.3 * Math.Sin(2 * Math.PI * (time.Hour - 8) / 24) : 0;
        var log = season + (0.2 * moved) + (0.3 * _volumes.Normal());
        var burst = _volumes.Uniform();
        if (shock is { } planned && EpisodePlan.IsOnVolume(planned.Pattern))
        {
            log += Math.Log(8 + (4 * burst));
        }

        return (double)options.MeanVolume * Math.Exp(log - 0.2);
    }
}

/// <summary>One bar as logarithms of prices, and its volume.</summary>
internal readonly record struct PathBar(double Open, double High, double Low, double Close, double Value, double Volume);
