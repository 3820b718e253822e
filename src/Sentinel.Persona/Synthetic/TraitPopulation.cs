namespace Sentinel.Persona;

/// <summary>A varied population of traders.</summary>
internal static class TraitPopulation
{
    public static TraderTraits Draw(Random random, IReadOnlyList<Symbol> assets)
    {
        var holdHours = random.LogUniform(2, 120);
        return new TraderTraits
        {
            MedianHold = TimeSpan.FromHours(holdHours),
            RiskPerTrade = random.LogUniform(0.003, 0.025),
            Assets = Weights(random, assets),

            // Who holds longer enters less often, so that assets are free.
            EntriesPerDay = Math.Min(3, 72 / holdHours) * random.Uniform(0.7, 1.3),
            StopRate = random.Uniform(0.3, 1),
            StopDistanceAtr = Math.Sqrt(holdHours) * random.Uniform(0.8, 2),
            Disposition = random.NextDouble() < 0.3 ? 0 : random.Uniform(0, 1.2),
            Fomo = random.NextDouble() < 0.3 ? 0 : random.Uniform(0, 0.5),
            Revenge = random.NextDouble() < 0.3 ? 1 : random.LogUniform(1, 2.5),
            AveragingDown = random.Uniform(0, 0.4),
            Pyramiding = random.NextDouble() < 0.3 ? 0 : random.Uniform(0, 0.4),
            ActiveHour = random.Uniform(0, 24),
            HourFocus = random.Uniform(0.5, 2),
            ShortShare = random.NextDouble() < 0.5 ? 0 : random.Uniform(0, 0.4),
        };
    }

    /// <summary>The trader after a change: another hold, another risk, or other assets.</summary>
    public static TraderTraits Change(Random random, TraderTraits traits)
    {
        var up = random.NextDouble() < 0.5;
        return random.Next(3) switch
        {
            0 => Hold(traits, traits.MedianHold.TotalHours > 16 ? 1 / 3.5 : 3.5),
            1 => traits with { RiskPerTrade = traits.RiskPerTrade * (traits.RiskPerTrade > 0.01 || !up ? 1 / 2.2 : 2.2) },
            _ => traits with { Assets = [.. traits.Assets.Select((asset, i) => asset with { Weight = traits.Assets[(i + (traits.Assets.Count / 2)) % traits.Assets.Count].Weight })] },
        };
    }

    private static TraderTraits Hold(TraderTraits traits, double factor) => traits with
    {
        MedianHold = traits.MedianHold * factor,
        StopDistanceAtr = traits.StopDistanceAtr * Math.Sqrt(factor),
    };

    private static IReadOnlyList<AssetWeight> Weights(Random random, IReadOnlyList<Symbol> assets)
    {
        var raw = assets.Select(_ => Math.Pow(random.Exponential(), 1.5) + 0.02).ToArray();
        return [.. assets.Select((symbol, i) => new AssetWeight(symbol, raw[i] / raw.Sum()))];
    }
}
