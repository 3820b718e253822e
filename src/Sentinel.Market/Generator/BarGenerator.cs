using Sentinel.Market.Generator;

namespace Sentinel.Market;

/// <summary>Makes bars from a seed: regimes, a hidden value, and shocks whose outcome can or cannot be learnt.</summary>
public static class BarGenerator
{
    /// <summary>Generates a market. The same options give the same market, to the last digit.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static GeneratedMarket Generate(BarGeneratorOptions? options = null)
    {
        var settings = options ?? new BarGeneratorOptions();
        settings.Validate();
        var regimes = RegimePath.Draw(settings);
        var plan = EpisodePlan.Draw(settings);
        var bars = new List<Bar>(settings.Count);
        var values = new List<double>(settings.Count);
        var last = OnGrid((double)settings.InitialPrice, settings.TickSize);
        foreach (var step in new PricePath(settings, regimes, plan).Walk())
        {
            var close = OnGrid(Math.Exp(step.Close), settings.TickSize);
            bars.Add(new Bar
            {
                Symbol = settings.Symbol,
                OpenTime = settings.Start + (settings.Interval * bars.Count),
                Interval = settings.Interval,
                Open = last,
                High = Math.Max(OnGrid(Math.Exp(step.High), settings.TickSize), Math.Max(last, close)),
                Low = Math.Min(OnGrid(Math.Exp(step.Low), settings.TickSize), Math.Min(last, close)),
                Close = close,
                Volume = Math.Round((decimal)step.Volume, 4),
            });
            values.Add(Math.Exp(step.Value));
            last = close;
        }

        var truth = new MarketTruth
        {
            Regimes = RegimePath.Stretches(regimes),
            Episodes = [.. plan.Select(episode => EpisodePlan.ToTruth(episode, bars, settings))],
            Values = values,
        };
        return new GeneratedMarket(settings, bars, truth);
    }

    private static decimal OnGrid(double price, decimal tick) => Math.Max(Math.Round((decimal)price / tick) * tick, tick);
}
