namespace Sentinel.Persona;

/// <summary>Risk and turnover, which need to know equity.</summary>
internal static class EquityEstimators
{
    private const double DaysPerYear = 365;
    private const double DaysPerMonth = DaysPerYear / 12;

    private static readonly (string Name, string Unit)[] All =
    [
        (AttributeNames.Turnover, "1/month"), (AttributeNames.MaxDrawdown, "share"), (AttributeNames.Volatility, "1/year"), (AttributeNames.Sharpe, "ratio"),
        (AttributeNames.Sortino, "ratio"), (AttributeNames.Calmar, "ratio"), (AttributeNames.ExpectedShortfall, "share"), (AttributeNames.Vev, "1/year"),
        (AttributeNames.RiskClass, "class"), (AttributeNames.GrossExposure, "ratio"), (AttributeNames.NetExposure, "ratio"),
    ];

    public static IEnumerable<PersonaAttribute> Of(Evidence evidence)
    {
        if (evidence.Options.StartingEquity is null)
        {
            foreach (var (name, unit) in All)
            {
                yield return evidence.Unknown(name, unit, "equity is unknown");
            }

            yield break;
        }

        // Risk is estimated from returns since size or holding time last changed; the drawdown is that of the whole path.
        var since = evidence.Since(AttributeNames.RiskPerTrade, AttributeNames.PositionSize, AttributeNames.HoldingTime);
        var note = evidence.Market.Any ? "marked at bars" : "marked at the trader's own prices";
        var set = evidence.Set(evidence.Days.Where(day => day.Start >= since).Select(day => new Sample(day.Return, day.Start, day.KnownAt, "")));
        var returns = set.Series;
        yield return Turnover(evidence);
        yield return evidence.Make(AttributeNames.GrossExposure, "ratio", set, () => Exposure(evidence, day => day.Gross, low: 0), note: note);
        yield return evidence.Make(AttributeNames.NetExposure, "ratio", set, () => Exposure(evidence, day => day.Net, low: double.MinValue), note: note);
        yield return evidence.Make(AttributeNames.MaxDrawdown, "share", set, () => new Estimate(MaxDrawdown(evidence.Days), null), note: $"{note}; a path has no sampling interval");
        yield return evidence.Make(AttributeNames.Volatility, "1/year", set, () => Volatility(returns), note: note);
        yield return evidence.Make(AttributeNames.Sharpe, "ratio", set, () => Sharpe(returns), note: note);
        yield return evidence.Make(AttributeNames.Sortino, "ratio", set, () => Ratio(returns.Mean * DaysPerYear, Downside(returns) * Math.Sqrt(DaysPerYear)), note: $"{note}; no interval");
        yield return evidence.Make(
            AttributeNames.Calmar, "ratio", set, () => Ratio(returns.Mean * DaysPerYear, MaxDrawdown(evidence.Days)), note: $"{note}; no interval");
        yield return evidence.Make(AttributeNames.ExpectedShortfall, "share", set, () => new Estimate(Shortfall(returns), null), note: $"{note}; no interval");
        yield return evidence.Make(AttributeNames.Vev, "1/year", set, () => RiskClasses.Vev(returns, evidence.Options.RiskHorizonYears), note: note);
        yield return evidence.Make(
            AttributeNames.RiskClass, "class", set, () => RiskClasses.Class(RiskClasses.Vev(returns, evidence.Options.RiskHorizonYears)), note: note);
    }

    /// <summary>Deviation a year; its interval is the chi-square one with the degrees of freedom that the returns' kurtosis leaves.</summary>
    public static Estimate? Volatility(WeightedSeries returns)
    {
        var deviation = Math.Sqrt(returns.Variance);
        if (!(deviation > 0))
        {
            return null;
        }

        var (low, high) = RiskClasses.DeviationFactors(returns);
        var year = Math.Sqrt(DaysPerYear);
        return new Estimate(deviation * year, new ValueInterval(deviation * year * low, deviation * year * high));
    }

    /// <summary>Largest fall of daily equity from its peak.</summary>
    public static double MaxDrawdown(IEnumerable<TradingDay> days)
    {
        double peak = 0, worst = 0;
        foreach (var day in days)
        {
            if (day.Equity is not { } equity)
            {
                continue;
            }

            peak = Math.Max(peak, (double)equity);
            worst = Math.Max(worst, 1 - ((double)equity / peak));
        }

        return worst;
    }

    /// <summary>Mean of the worst twentieth of the weight, as a loss above 0.</summary>
    public static double Shortfall(WeightedSeries returns)
    {
        var order = Enumerable.Range(0, returns.Count).OrderBy(i => returns.Values[i]).ToArray();
        double left = 0.05 * returns.Total, sum = 0;
        foreach (var i in order)
        {
            var weight = Math.Min(left, returns.Weights[i]);
            sum += weight * returns.Values[i];
            left -= weight;
        }

        return -sum / (0.05 * returns.Total);
    }

    private static Estimate? Sharpe(WeightedSeries returns)
    {
        var daily = returns.Mean / Math.Sqrt(returns.Variance);
        if (!double.IsFinite(daily))
        {
            return null;
        }

        // Lo 2002: the error of a ratio of mean to deviation.
        var year = Math.Sqrt(DaysPerYear);
        return new Estimate(daily * year, Intervals.Student(daily * year, Math.Sqrt((1 + (daily * daily / 2)) / returns.EffectiveN) * year, returns.EffectiveN - 1));
    }

    private static double Downside(WeightedSeries returns)
    {
        var sum = 0.0;
        for (var i = 0; i < returns.Count; i++)
        {
            sum += returns.Weights[i] * Math.Pow(Math.Min(0, returns.Values[i]), 2);
        }

        return Math.Sqrt(sum / returns.Total);
    }

    private static Estimate? Ratio(double value, double by) => by > 0 ? new Estimate(value / by, null) : null;

    private static Estimate Exposure(Evidence evidence, Func<TradingDay, double?> value, double low)
    {
        var since = evidence.Since(AttributeNames.RiskPerTrade, AttributeNames.PositionSize, AttributeNames.HoldingTime);
        var days = evidence.Set(evidence.Days.Where(day => day.Start >= since).Select(day => new Sample(value(day), day.Start, day.KnownAt, ""))).Series;
        return new Estimate(days.Mean, days.MeanInterval.Clamp(low, double.MaxValue));
    }

    private static PersonaAttribute Turnover(Evidence evidence)
    {
        var weeks = evidence.Days.Chunk(7).Where(week => week.Length == 7).Select(week =>
        {
            var equity = week.Where(day => day.Equity is > 0).Select(day => (double)day.Equity!.Value).DefaultIfEmpty(double.NaN).Average();
            var traded = Math.Min((double)week.Sum(day => day.Bought), (double)week.Sum(day => day.Sold));
            return new Sample(traded / equity * DaysPerMonth / 7, week[0].Start, week[^1].KnownAt, "");
        });
        return evidence.Mean(AttributeNames.Turnover, "1/month", evidence.Set(weeks), "weeks are the samples");
    }
}
