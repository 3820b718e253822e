namespace Sentinel.Persona;

/// <summary>How large entries are.</summary>
internal static class SizingEstimators
{
    /// <summary>The value of a position follows the risk that is taken and the distance of the stop.</summary>
    private static readonly string[] Followed = [AttributeNames.PositionSize, AttributeNames.RiskPerTrade, AttributeNames.StopDistance];

    private const string NoEquity = "equity is unknown";

    public static IEnumerable<PersonaAttribute> Of(Evidence evidence)
    {
        yield return evidence.Median(AttributeNames.EntryValue, "quote", evidence.OfEntries(entry => entry.IsAdd ? null : (double)entry.Value, Followed));
        if (evidence.Options.StartingEquity is null)
        {
            yield return evidence.Unknown(AttributeNames.PositionSize, "share", NoEquity);
            yield return evidence.Unknown(AttributeNames.RiskPerTrade, "share", NoEquity);
        }
        else
        {
            yield return evidence.Median(
                AttributeNames.PositionSize,
                "share",
                evidence.OfEntries(entry => entry is { IsAdd: false, Equity: > 0 } ? (double)(entry.Value / entry.Equity.Value) : null, Followed));
            yield return evidence.OrdersKnown
                ? evidence.Median(AttributeNames.RiskPerTrade, "share", evidence.OfEntries(entry => entry.IsAdd ? null : EntrySize.Risk(entry), AttributeNames.RiskPerTrade), "entries with a stop")
                : evidence.Unknown(AttributeNames.RiskPerTrade, "share", "no order data");
        }

        yield return VolatilityCorrelation(evidence);
    }

    private static PersonaAttribute VolatilityCorrelation(Evidence evidence)
    {
        if (!evidence.Market.Any)
        {
            return evidence.Unknown(AttributeNames.SizeVolatilityCorrelation, "correlation", "no bars");
        }

        var entries = evidence.Entries.Where(entry => !entry.IsAdd && entry.Market.Sigma is > 0).ToArray();
        var set = evidence.Set(entries.Select(entry => new Sample(EntrySize.Plain(entry), entry.Time, entry.KnownAt, entry.FillId)));
        return evidence.Make(
            AttributeNames.SizeVolatilityCorrelation,
            "correlation",
            set,
            () =>
            {
                var inverse = RankCorrelation.Ranks([.. entries.Select(entry => 1 / entry.Market.Sigma!.Value)]);
                var correlation = RankCorrelation.Pearson(RankCorrelation.Ranks(set.Series.Values), inverse, set.Series.Weights);
                return double.IsNaN(correlation) ? null : new Estimate(correlation, Intervals.Correlation(correlation, set.EffectiveN));
            },
            required: evidence.Options.MinModelN);
    }
}
