namespace Sentinel.Persona;

/// <summary>How long positions are held.</summary>
internal static class HoldingEstimators
{
    private static readonly TradingStyle[] Styles = [TradingStyle.Scalper, TradingStyle.Day, TradingStyle.Swing, TradingStyle.Position];

    public static IEnumerable<PersonaAttribute> Of(Evidence evidence)
    {
        var held = evidence.OfTrips(trip => trip.HeldHours, AttributeNames.HoldingTime);
        yield return evidence.Median(AttributeNames.HoldingTime, "hours", held);
        yield return evidence.Make(
            AttributeNames.HoldingTimeMean, "hours", held, () => new Estimate(held.Series.Mean, held.Series.MeanInterval.Clamp(0, double.MaxValue)));
        yield return SizeWeighted(evidence, held);
        List<PersonaAttribute> shares = [];
        foreach (var style in Styles)
        {
            var set = evidence.OfTrips(trip => StyleOf(trip) == style ? 1 : 0, AttributeNames.HoldingTime);
            shares.Add(evidence.Make(
                AttributeNames.StyleShare,
                "share",
                set,
                () => Shares.Of(set.Series.Mean, set.EffectiveN, 0.5, 0.5 * Styles.Length),
                key: Word(style)));
        }

        foreach (var share in shares)
        {
            yield return share;
        }

        // The first of equal shares, in the order of the styles.
        var typical = shares.MaxBy(share => share.Value ?? -1)!;
        yield return typical with { Name = AttributeNames.Style, Key = "", Text = typical.Value is null ? null : typical.Key };
    }

    /// <summary>The style of one trip: a position of less than a day that was open over midnight UTC is a swing.</summary>
    public static TradingStyle StyleOf(Trip trip) => trip.HeldHours switch
    {
        < 1 => TradingStyle.Scalper,
        < 24 when DayTable.DayOf(trip.EnteredAt) == DayTable.DayOf(trip.ExitedAt) => TradingStyle.Day,
        <= 24 * 30 => TradingStyle.Swing,
        _ => TradingStyle.Position,
    };

    public static string Word(TradingStyle style) => style.ToString().ToLowerInvariant();

    private static PersonaAttribute SizeWeighted(Evidence evidence, SampleSet held)
    {
        var since = evidence.Since(AttributeNames.HoldingTime);
        var trips = evidence.Trips.Where(trip => trip.EnteredAt >= since).ToArray();
        var series = new WeightedSeries(
            [.. trips.Select(trip => trip.HeldHours)],
            [.. trips.Select(trip => evidence.Weight(trip.ExitedAt) * (double)trip.EntryValue)]);
        return evidence.Make(
            AttributeNames.HoldingTimeSizeWeighted,
            "hours",
            held,
            () => new Estimate(series.Mean, series.MeanInterval.Clamp(0, double.MaxValue)),
            effectiveN: series.EffectiveN);
    }
}
