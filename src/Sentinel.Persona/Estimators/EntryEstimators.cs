namespace Sentinel.Persona;

/// <summary>What the market had done when positions were opened; needs bars.</summary>
internal static class EntryEstimators
{
    private static readonly (string Name, string Unit)[] All =
    [
        (AttributeNames.EntryMomentum1d, "return"), (AttributeNames.EntryMomentum5d, "return"), (AttributeNames.BreakoutEntries, "share"),
        (AttributeNames.EntryStretch, "atr"), (AttributeNames.Fomo, "difference"),
    ];

    public static IEnumerable<PersonaAttribute> Of(Evidence evidence)
    {
        if (!evidence.Market.Any)
        {
            foreach (var (name, unit) in All)
            {
                yield return evidence.Unknown(name, unit, "no bars");
            }

            yield break;
        }

        yield return evidence.Mean(AttributeNames.EntryMomentum1d, "return", First(evidence, entry => entry.Market.Return1d));
        yield return evidence.Mean(AttributeNames.EntryMomentum5d, "return", First(evidence, entry => entry.Market.Return5d));
        yield return evidence.Rate(AttributeNames.BreakoutEntries, First(evidence, entry => Flag(entry.Market.Breakout)));
        yield return evidence.Mean(AttributeNames.EntryStretch, "atr", First(evidence, entry => entry.Market.Stretch));
        yield return Fomo(evidence);
    }

    private static SampleSet First(Evidence evidence, Func<Entry, double?> value) => evidence.OfEntries(entry => entry.IsAdd ? null : value(entry));

    private static PersonaAttribute Fomo(Evidence evidence)
    {
        var entries = evidence.Entries.Where(entry => !entry.IsAdd && entry.Market.AfterExtremeDay is not null).ToArray();
        var set = evidence.Set(entries.Select(entry => new Sample(Flag(entry.Market.AfterExtremeDay), entry.Time, entry.KnownAt, entry.FillId)));
        return evidence.Make(AttributeNames.Fomo, "difference", set, () =>
        {
            var (rate, days) = BaseRate(evidence, entries, set.Series);
            if (days <= 0)
            {
                return null;
            }

            var interval = Intervals.Difference(set.Series.Mean, EffectiveDays(entries, set.Series), rate, days);
            return new Estimate(set.Series.Mean - rate, interval);
        });
    }

    /// <summary>Entries into one asset on one day followed the same day's news: they are one choice, not several.</summary>
    private static double EffectiveDays(Entry[] entries, WeightedSeries series)
    {
        var days = new Dictionary<(Symbol, long), double>();
        for (var i = 0; i < entries.Length; i++)
        {
            var key = (entries[i].Symbol, DayTable.DayOf(entries[i].Time));
            days[key] = days.GetValueOrDefault(key) + series.Weights[i];
        }

        var squares = days.Values.Sum(weight => weight * weight);
        return squares > 0 ? series.Total * series.Total / squares : 0;
    }

    /// <summary>The share of extreme days in what was traded, by share of entries, over the days from the first entry on; and their effective number.</summary>
    private static (double Rate, double Days) BaseRate(Evidence evidence, Entry[] entries, WeightedSeries series)
    {
        var first = DayTable.DayOf(entries.Min(entry => entry.Time));
        var last = DayTable.DayOf(evidence.AsOf);
        var weights = new SortedDictionary<Symbol, double>();
        for (var i = 0; i < entries.Length; i++)
        {
            weights[entries[i].Symbol] = weights.GetValueOrDefault(entries[i].Symbol) + series.Weights[i];
        }

        double rate = 0, total = 0, squares = 0, sum = 0;
        foreach (var (symbol, share) in weights)
        {
            var days = evidence.Market.Of(symbol)!.Days;
            double extreme = 0, known = 0;
            for (var day = first; day <= last; day++)
            {
                if (days.IsExtreme(day - 1) is not { } isExtreme)
                {
                    continue;
                }

                var weight = evidence.Weight(new DateTimeOffset(day * TimeSpan.TicksPerDay, TimeSpan.Zero));
                known += weight;
                extreme += isExtreme ? weight : 0;
                squares += weight * weight;
                sum += weight;
            }

            if (known > 0)
            {
                rate += share * extreme / known;
                total += share;
            }
        }

        return total > 0 ? (rate / total, sum * sum / squares) : (0, 0);
    }

    private static double? Flag(bool? value) => value switch
    {
        null => null,
        true => 1,
        false => 0,
    };
}
