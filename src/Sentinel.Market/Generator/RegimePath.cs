namespace Sentinel.Market.Generator;

/// <summary>Trend and volatility as two independent Markov chains over the bars.</summary>
internal static class RegimePath
{
    private static readonly TrendState[] Trends = [TrendState.Range, TrendState.Up, TrendState.Down];

    private static readonly VolatilityState[] Volatilities = [VolatilityState.Low, VolatilityState.Normal, VolatilityState.High];

    /// <summary>One regime a bar. In the null world there is no trend.</summary>
    public static MarketRegime[] Draw(BarGeneratorOptions options)
    {
        var noise = new Noise(options.Seed, 2);
        var regimes = new MarketRegime[options.Count];
        var (trend, volatility) = (0, 1);
        for (var bar = 0; bar < regimes.Length; bar++)
        {
            trend = Step(noise, trend, options.MeanRegimeBars);
            volatility = Step(noise, volatility, options.MeanRegimeBars);
            var shown = options.World is MarketWorld.Null ? TrendState.Range : Trends[trend];
            regimes[bar] = new MarketRegime(shown, Volatilities[volatility]);
        }

        return regimes;
    }

    /// <summary>The same as stretches.</summary>
    public static IReadOnlyList<TrueRegime> Stretches(MarketRegime[] regimes)
    {
        var stretches = new List<TrueRegime>();
        var start = 0;
        for (var bar = 1; bar <= regimes.Length; bar++)
        {
            if (bar == regimes.Length || regimes[bar] != regimes[start])
            {
                stretches.Add(new TrueRegime(start, bar - start, regimes[start]));
                start = bar;
            }
        }

        return stretches;
    }

    /// <summary>Standard deviation against that of the normal state.</summary>
    public static double Scale(VolatilityState state) => state switch
    {
        VolatilityState.Low => 0.6,
        VolatilityState.High => 1.7,
        _ => 1,
    };

    /// <summary>Direction of the drift.</summary>
    public static int Sign(TrendState state) => state switch
    {
        TrendState.Up => 1,
        TrendState.Down => -1,
        _ => 0,
    };

    private static int Step(Noise noise, int state, double meanBars) =>
        noise.Uniform() < 1 / meanBars ? (state + 1 + noise.Below(2)) % 3 : state;
}
