namespace Sentinel.Persona;

/// <summary>What is traded.</summary>
internal static class SelectionEstimators
{
    private const double Prior = 0.5;

    /// <summary>Who begins to hold longer or shorter also has other assets free to enter.</summary>
    private static readonly string[] Followed = [AttributeNames.AssetShare, AttributeNames.HoldingTime];

    public static IEnumerable<PersonaAttribute> Of(Evidence evidence)
    {
        var since = evidence.Since(Followed);
        var entries = evidence.Entries.Where(entry => entry.Time >= since).ToArray();
        var symbols = entries.Select(entry => entry.Symbol).Distinct().Order().ToArray();
        var count = new WeightedSeries([.. entries.Select(_ => 0.0)], [.. entries.Select(entry => evidence.Weight(entry.Time))]);
        var value = new WeightedSeries([.. entries.Select(entry => (double)Array.BinarySearch(symbols, entry.Symbol))], [.. entries.Select(entry => evidence.Weight(entry.Time) * (double)entry.Value)], [.. entries.Select(entry => Evidence.BlockOf(entry.Time))]);
        List<double> countShares = [], valueShares = [];
        foreach (var symbol in symbols)
        {
            countShares.Add(PartOf(entries, count.Weights, symbol) / count.Total);
            valueShares.Add(PartOf(entries, value.Weights, symbol) / value.Total);
            foreach (var attribute in SharesOf(evidence, symbol, symbols.Length, countShares[^1], valueShares[^1], value.EffectiveN))
            {
                yield return attribute;
            }
        }

        var all = evidence.OfEntries(_ => 0, Followed);
        yield return evidence.Make(AttributeNames.Concentration, "index", all, () => Estimate(valueShares, value));
        var concentration = Estimate(valueShares, value);
        yield return evidence.Make(
            AttributeNames.EffectiveAssets,
            "assets",
            all,
            () => new Estimate(1 / concentration.Value, new ValueInterval(1 / concentration.Interval!.Value.High, 1 / concentration.Interval!.Value.Low)));
        yield return PnlConcentration(evidence);
        yield return evidence.Rate(AttributeNames.LongShare, evidence.OfEntries(entry => entry.IsLong ? 1 : 0));
    }

    /// <summary>Herfindahl's index of shares found in n choices, freed of the bias that few choices bring, with the interval of its linearisation.</summary>
    /// <param name="shares">Share of each category.</param>
    /// <param name="choices">The choices: numbers of categories with their weights.</param>
    public static Estimate Estimate(IReadOnlyList<double> shares, WeightedSeries choices)
    {
        var n = choices.EffectiveN;
        double squares = 0, cubes = 0;
        foreach (var share in shares)
        {
            squares += share * share;
            cubes += share * share * share;
        }

        var floor = 1.0 / Math.Max(1, shares.Count);
        var value = n > 1 ? Math.Clamp(((n * squares) - 1) / (n - 1), floor, 1) : squares;
        var error = Math.Sqrt(Math.Max(0, 4 * (cubes - (squares * squares)) / n));
        var clustered = choices.ClusteredError(category => 2 * (shares[(int)category] - squares));
        error = Math.Max(error, clustered.Error);

        // Equal shares have no first-order error; the second-order one is that of a chi-square over n.
        error = Math.Max(error, Math.Sqrt(2 * Math.Max(0, shares.Count - 1)) / (Math.Max(1, shares.Count) * n));
        var interval = Intervals.Student(value, error, clustered.Error > 0 ? Math.Min(n, clustered.Blocks) - 1 : n - 1);
        return new Estimate(value, interval.Clamp(Math.Min(value, floor), 1));
    }

    private static IEnumerable<PersonaAttribute> SharesOf(Evidence evidence, Symbol symbol, int symbols, double countShare, double valueShare, double valueN)
    {
        var set = evidence.OfEntries(entry => entry.Symbol == symbol ? 1 : 0, Followed);
        yield return evidence.Make(
            AttributeNames.AssetShare,
            "share",
            set,
            () => Shares.Of(countShare, set.EffectiveN, Prior, Prior * symbols),
            key: symbol.Value);
        yield return evidence.Make(
            AttributeNames.AssetValueShare,
            "share",
            set,
            () => Shares.Of(valueShare, valueN, Prior, Prior * symbols),
            key: symbol.Value,
            note: "interval from the effective number of values, which large ones lower");
    }

    private static PersonaAttribute PnlConcentration(Evidence evidence)
    {
        var set = evidence.OfTrips(trip => (double)Math.Abs(trip.Pnl));
        var symbols = evidence.Trips.Select(trip => trip.Symbol).Distinct().Order().ToArray();
        var choices = new WeightedSeries(
            [.. evidence.Trips.Select(trip => (double)Array.BinarySearch(symbols, trip.Symbol))],
            [.. evidence.Trips.Select(trip => evidence.Weight(trip.ExitedAt) * (double)Math.Abs(trip.Pnl))],
            [.. evidence.Trips.Select(trip => Evidence.BlockOf(trip.ExitedAt))]);
        var sums = new double[symbols.Length];
        for (var i = 0; i < choices.Count; i++)
        {
            sums[(int)choices.Values[i]] += choices.Weights[i] / choices.Total;
        }

        return evidence.Make(AttributeNames.PnlConcentration, "index", set, () => choices.Total > 0 ? Estimate(sums, choices) : null);
    }

    private static double PartOf(Entry[] entries, double[] weights, Symbol symbol)
    {
        var sum = 0.0;
        for (var i = 0; i < entries.Length; i++)
        {
            sum += entries[i].Symbol == symbol ? weights[i] : 0;
        }

        return sum;
    }
}
