namespace Sentinel.Persona;

/// <summary>Whether winners are sold and losers kept (Odean 1998).</summary>
internal static class DispositionEstimators
{
    private const double MinGroup = 10;

    public static IEnumerable<PersonaAttribute> Of(Evidence evidence)
    {
        var since = evidence.Since(AttributeNames.HoldingTime);
        var all = evidence.Opportunities.Where(opportunity => opportunity.KnownAt >= since).ToArray();
        var gains = all.Where(opportunity => opportunity.IsGain).ToArray();
        var losses = all.Where(opportunity => !opportunity.IsGain).ToArray();
        var (gainSet, lossSet, allSet) = (Set(evidence, gains), Set(evidence, losses), Set(evidence, all));
        var counts = DispositionCounts.Of(all, opportunity => evidence.Weight(opportunity.KnownAt));
        var required = Required(evidence.Options.ReferenceGainsRealised, evidence.Options.ReferenceLossesRealised);
        var paper = all.Count(opportunity => !opportunity.IsRealised);
        var note = evidence.Market.Any ? "clustered by position" : "clustered by position; paper positions at the trader's own prices of the day";
        if (paper < MinGroup)
        {
            note = $"{note}; only {paper} other positions on days with a sale";

            // Whatever their number, opportunities without the chance to do otherwise show nothing.
            required = double.PositiveInfinity;
        }

        var smaller = Math.Min(gainSet.EffectiveN, lossSet.EffectiveN);
        yield return evidence.Make(AttributeNames.GainsRealised, "share", gainSet, () => counts.Gains, required, note: note);
        yield return evidence.Make(AttributeNames.LossesRealised, "share", lossSet, () => counts.Losses, required, note: note);
        yield return evidence.Make(AttributeNames.Disposition, "difference", allSet, () => counts.Difference, required, smaller, note: note);
        yield return HoldRatio(evidence);
        yield return ExitOdds(evidence);
    }

    /// <summary>Opportunities on each side for the expected z of an effect to reach 1.96 (and twice that for 80 % power).</summary>
    public static double Required(double gainsRealised, double lossesRealised)
    {
        var variance = (gainsRealised * (1 - gainsRealised)) + (lossesRealised * (1 - lossesRealised));
        return Math.Ceiling(1.96 * 1.96 * variance / Math.Pow(gainsRealised - lossesRealised, 2));
    }

    /// <summary>Logit of closing within a day on the unrealised result, by position-days; its intercept is the usual hazard.</summary>
    private static PersonaAttribute ExitOdds(Evidence evidence)
    {
        if (!evidence.OrdersKnown)
        {
            return evidence.Unknown(AttributeNames.ExitOdds, "odds ratio", "no order data");
        }

        var since = evidence.Since(AttributeNames.HoldingTime);
        var chances = evidence.ExitChances.Where(chance => chance.KnownAt >= since).ToArray();
        var set = evidence.Set(chances.Select(chance => new Sample(chance.R, chance.KnownAt, chance.KnownAt, chance.SourceId)));
        return evidence.Make(
            AttributeNames.ExitOdds,
            "odds ratio",
            set,
            () =>
            {
                var closed = chances.Select(chance => chance.IsClosed).ToArray();
                var events = Math.Min(closed.Count(x => x), closed.Count(x => !x)) * set.EffectiveN / Math.Max(1, set.Count);
                if (events < 2 * evidence.Options.MinEventsPerParameter)
                {
                    return null;
                }

                var scale = set.EffectiveN / set.Series.Total;
                return LogisticRegression.Fit([.. chances.Select(chance => new[] { 1, chance.R })], closed, [.. set.Series.Weights.Select(weight => weight * scale)]) is { } fit
                    ? new Estimate(Math.Exp(fit.Coefficients[1]), Intervals.LogStudent(Math.Exp(fit.Coefficients[1]), fit.Errors[1], 1e9))
                    : null;
            },
            required: evidence.Options.MinModelN,
            note: "positions with a stop, at the ends of days");
    }

    private static SampleSet Set(Evidence evidence, IEnumerable<Opportunity> opportunities) =>
        evidence.Set(opportunities.Select(o => new Sample(o.IsRealised ? 1 : 0, o.KnownAt, o.KnownAt, o.SourceId)));

    private static PersonaAttribute HoldRatio(Evidence evidence)
    {
        var all = evidence.OfTrips(trip => trip.HeldHours, AttributeNames.HoldingTime);
        var winners = evidence.OfTrips(trip => trip.Pnl > 0 ? trip.HeldHours : null, AttributeNames.HoldingTime).Series;
        var losers = evidence.OfTrips(trip => trip.Pnl < 0 ? trip.HeldHours : null, AttributeNames.HoldingTime).Series;
        return evidence.Make(
            AttributeNames.HoldRatio,
            "ratio",
            all,
            () =>
            {
                if (Math.Min(winners.EffectiveN, losers.EffectiveN) < MinGroup || winners.Median <= 0 || losers.Median <= 0)
                {
                    return null;
                }

                var (win, loss) = (winners.MedianInterval, losers.MedianInterval);
                var value = winners.Median / losers.Median;

                // The two medians are independent: their distances to the ends of their intervals add in squares, on the log scale.
                return new Estimate(value, new ValueInterval(
                    value * Math.Exp(-Root(Log(winners.Median, win.Low), Log(loss.High, losers.Median))),
                    value * Math.Exp(Root(Log(win.High, winners.Median), Log(losers.Median, loss.Low)))));
            });
    }

    private static double Log(double larger, double smaller) => Math.Log(larger / Math.Max(smaller, 1e-6));

    private static double Root(double first, double second) => Math.Sqrt((first * first) + (second * second));
}
