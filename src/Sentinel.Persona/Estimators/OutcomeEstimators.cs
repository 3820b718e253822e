namespace Sentinel.Persona;

/// <summary>What trips bring.</summary>
internal static class OutcomeEstimators
{
    private const double MinGroup = 10;

    public static IEnumerable<PersonaAttribute> Of(Evidence evidence)
    {
        var pnl = evidence.OfTrips(trip => (double)trip.Pnl, AttributeNames.HoldingTime);
        yield return evidence.Rate(AttributeNames.WinRate, evidence.OfTrips(trip => trip.Pnl > 0 ? 1 : 0, AttributeNames.HoldingTime));
        yield return Payoff(evidence, pnl);
        yield return evidence.Mean(AttributeNames.Expectancy, "quote", pnl);
        yield return evidence.Make(AttributeNames.ProfitFactor, "ratio", pnl, () => ProfitFactor(pnl.Series));
        yield return FeeShare(evidence, pnl);
        yield return evidence.Make(
            AttributeNames.PnlDrawdown,
            "quote",
            pnl,
            () => new Estimate(Drawdown(evidence.Trips.Select(trip => (double)trip.Pnl)), null),
            note: "of summed results of trips; a path has no sampling interval");
        if (!evidence.OrdersKnown)
        {
            yield return evidence.Unknown(AttributeNames.ExpectancyR, "R", "no order data");
            yield return evidence.Unknown(AttributeNames.Sqn, "index", "no order data");
            yield break;
        }

        var r = evidence.OfTrips(trip => trip.Risk is > 0 ? (double)(trip.Pnl / trip.Risk.Value) : null, AttributeNames.HoldingTime);
        yield return evidence.Mean(AttributeNames.ExpectancyR, "R", r, "trips with a stop");
        yield return evidence.Make(AttributeNames.Sqn, "index", r, () => Sqn(r.Series), note: "trips with a stop");
    }

    /// <summary>Sum of wins over sum of losses, with the interval of the linearised logarithm; null without both.</summary>
    public static Estimate? ProfitFactor(WeightedSeries pnl)
    {
        double wins = 0, losses = 0;
        for (var i = 0; i < pnl.Count; i++)
        {
            wins += pnl.Weights[i] * Math.Max(0, pnl.Values[i]);
            losses += pnl.Weights[i] * Math.Max(0, -pnl.Values[i]);
        }

        (wins, losses) = (wins / pnl.Total, losses / pnl.Total);
        if (wins <= 0 || losses <= 0)
        {
            return null;
        }

        var influence = pnl.Select(x => (Math.Max(0, x) / wins) - (Math.Max(0, -x) / losses));
        return new Estimate(wins / losses, Intervals.LogStudent(wins / losses, influence.StandardError, influence.Degrees));
    }

    /// <summary>Root of the number of trips times mean over deviation, with the interval of a ratio of mean to deviation.</summary>
    public static Estimate? Sqn(WeightedSeries r)
    {
        var ratio = r.Mean / Math.Sqrt(r.Variance);
        var root = Math.Sqrt(r.EffectiveN);
        var interval = Intervals.Student(ratio, Math.Sqrt((1 + (ratio * ratio / 2)) / r.EffectiveN), r.EffectiveN - 1);
        return double.IsFinite(ratio) ? new Estimate(root * ratio, new ValueInterval(root * interval.Low, root * interval.High)) : null;
    }

    /// <summary>Largest fall of a sum from its highest so far, which starts at 0.</summary>
    public static double Drawdown(IEnumerable<double> changes)
    {
        double sum = 0, peak = 0, worst = 0;
        foreach (var change in changes)
        {
            sum += change;
            peak = Math.Max(peak, sum);
            worst = Math.Max(worst, peak - sum);
        }

        return worst;
    }

    private static PersonaAttribute Payoff(Evidence evidence, SampleSet all)
    {
        var wins = evidence.OfTrips(trip => trip.Pnl > 0 ? (double)trip.Pnl : null, AttributeNames.HoldingTime).Series;
        var losses = evidence.OfTrips(trip => trip.Pnl < 0 ? -(double)trip.Pnl : null, AttributeNames.HoldingTime).Series;
        return evidence.Make(AttributeNames.Payoff, "ratio", all, () =>
        {
            if (Math.Min(wins.EffectiveN, losses.EffectiveN) < MinGroup)
            {
                return null;
            }

            var value = wins.Mean / losses.Mean;
            var error = Math.Sqrt(Math.Pow(wins.StandardError / wins.Mean, 2) + Math.Pow(losses.StandardError / losses.Mean, 2));
            return new Estimate(value, Intervals.LogStudent(value, error, Math.Min(wins.EffectiveN, losses.EffectiveN) - 1));
        });
    }

    private static PersonaAttribute FeeShare(Evidence evidence, SampleSet pnl)
    {
        var fees = evidence.OfTrips(trip => (double)trip.Fees, AttributeNames.HoldingTime).Series;
        var gross = evidence.OfTrips(trip => (double)(trip.Pnl + trip.Fees), AttributeNames.HoldingTime).Series;
        return evidence.Make(AttributeNames.FeeShare, "ratio", pnl, () =>
        {
            // Below two standard errors the gross result may be nothing, and a share of nothing says nothing.
            if (!(gross.Mean > 2 * gross.StandardError))
            {
                return null;
            }

            var ratio = fees.Mean / gross.Mean;
            var influence = new WeightedSeries([.. fees.Values.Zip(gross.Values, (fee, g) => (fee - (ratio * g)) / gross.Mean)], fees.Weights);
            return new Estimate(ratio, Intervals.Student(ratio, influence.StandardError, fees.EffectiveN - 1));
        });
    }
}
