namespace Sentinel.Persona;

/// <summary>When is traded: directions on the circle of the day, and the histogram of the week.</summary>
internal static class HourEstimators
{
    private const int HoursPerWeek = 168;

    public static IEnumerable<PersonaAttribute> Of(Evidence evidence)
    {
        var set = evidence.OfEntries(entry => entry.IsAdd ? null : HourOf(entry.Time), AttributeNames.ActiveHour);
        var circle = CircularMean.Of(set.Series, 24);
        yield return evidence.Make(
            AttributeNames.ActiveHour,
            "hour",
            set,
            () => circle.HalfWidth is { } half ? new Estimate(circle.Mean, new ValueInterval(circle.Mean - half, circle.Mean + half)) : null,
            note: "on the circle of 24 hours, UTC; the interval may pass midnight; not defined when no hour is preferred");
        yield return evidence.Make(AttributeNames.HourConcentration, "length", set, () => new Estimate(circle.Length, circle.LengthInterval));
    }

    /// <summary>Share of entries in each hour of the week from Monday 00:00 UTC; empty below the samples of a rate.</summary>
    public static IReadOnlyList<double> Week(Evidence evidence)
    {
        var set = evidence.OfEntries(entry => HourOfWeek(entry.Time), AttributeNames.ActiveHour);
        if (set.EffectiveN < evidence.Options.MinEffectiveN)
        {
            return [];
        }

        var shares = new double[HoursPerWeek];
        for (var i = 0; i < set.Count; i++)
        {
            shares[(int)set.Series.Values[i]] += set.Series.Weights[i] / set.Series.Total;
        }

        return shares;
    }

    private static double HourOf(DateTimeOffset time) => time.UtcDateTime.TimeOfDay.TotalHours;

    private static int HourOfWeek(DateTimeOffset time) => ((((int)time.UtcDateTime.DayOfWeek + 6) % 7) * 24) + time.UtcDateTime.Hour;
}

/// <summary>Mean direction on a circle.</summary>
/// <param name="Mean">The direction, 0 to the period.</param>
/// <param name="Length">Length of the mean vector, 0-1.</param>
/// <param name="HalfWidth">Half the 95 % interval of the direction; null when Rayleigh's test finds none.</param>
/// <param name="LengthInterval">Interval of the length.</param>
internal readonly record struct CircularMean(double Mean, double Length, double? HalfWidth, ValueInterval LengthInterval)
{
    public static CircularMean Of(WeightedSeries series, double period)
    {
        double cos = 0, sin = 0;
        for (var i = 0; i < series.Count; i++)
        {
            var angle = 2 * Math.PI * series.Values[i] / period;
            cos += series.Weights[i] * Math.Cos(angle);
            sin += series.Weights[i] * Math.Sin(angle);
        }

        (cos, sin) = (cos / series.Total, sin / series.Total);
        var length = Math.Min(1, Math.Sqrt((cos * cos) + (sin * sin)));
        var direction = Math.Atan2(sin, cos);
        double second = 0, along = 0;
        for (var i = 0; i < series.Count; i++)
        {
            var angle = (2 * Math.PI * series.Values[i] / period) - direction;
            second += series.Weights[i] * Math.Cos(2 * angle) / series.Total;
            along += series.Weights[i] * Math.Pow(Math.Cos(angle) - length, 2) / series.Total;
        }

        // Fisher 1993, 4.4.4: circular dispersion gives the error of the mean direction. Rayleigh: n R^2 above 3 is p below 0.05.
        var n = series.EffectiveN;
        var sine = Intervals.Z * Math.Sqrt(Math.Max(0, 1 - second) / (2 * length * length * Math.Max(1, n)));
        var half = n * length * length > 3 && sine < 1 ? Math.Asin(sine) * period / (2 * Math.PI) : (double?)null;
        var mean = ((direction * period / (2 * Math.PI)) + period) % period;
        return new CircularMean(mean, length, half, Intervals.Student(length, Math.Sqrt(along / Math.Max(1, n)), Math.Max(1, n - 1)).Clamp(0, 1));
    }
}
