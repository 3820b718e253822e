namespace Sentinel.Persona;

/// <summary>How often is traded, and how positions are added to.</summary>
internal static class PaceEstimators
{
    private const int RecentDays = 7;
    private const int MinBaselineDays = 28;
    private const double MinGroup = 10;

    public static IEnumerable<PersonaAttribute> Of(Evidence evidence)
    {
        var days = evidence.Set(evidence.Days.Select(day => new Sample(day.Entries, day.Start, day.KnownAt, "")));
        yield return evidence.Make(
            AttributeNames.TradesPerDay,
            "1/day",
            days,
            () => new Estimate(days.Series.Mean, days.Series.MeanInterval.Clamp(0, double.MaxValue)),
            note: "days are the samples");
        yield return Pace(evidence, days);
        yield return evidence.Rate(AttributeNames.QuickReentry, evidence.OfEntries(entry => entry.IsAdd ? null : IsQuick(evidence, entry)));
        yield return evidence.Rate(AttributeNames.AddRate, evidence.OfEntries(entry => entry.IsAdd ? 1 : 0));
        yield return evidence.Rate(AttributeNames.AveragingDown, evidence.OfEntries(entry => entry.AgainstAverage is { } against ? (against ? 1 : 0) : null), "share of adds");
        var ratios = evidence.OfEntries(entry => entry.SizeRatio is { } ratio and > 0 ? Math.Log(ratio) : null);
        yield return evidence.Make(AttributeNames.Martingale, "ratio", ratios, () =>
        {
            var interval = ratios.Series.MeanInterval;
            return new Estimate(Math.Exp(ratios.Series.Mean), new ValueInterval(Math.Exp(interval.Low), Math.Exp(interval.High)));
        });
    }

    private static double IsQuick(Evidence evidence, Entry entry) =>
        entry.Past.SameSymbolExit is { } exit && entry.Time - exit <= evidence.Options.CoolDown ? 1 : 0;

    private static PersonaAttribute Pace(Evidence evidence, SampleSet all) => evidence.Make(
        AttributeNames.TradingPace,
        "z",
        all,
        () =>
        {
            var counts = evidence.Days.Select(day => (double)day.Entries).ToArray();
            if (counts.Length < RecentDays + MinBaselineDays)
            {
                return null;
            }

            var baseline = counts[..^RecentDays];
            var mean = baseline.Average();
            var deviation = Math.Sqrt(baseline.Sum(x => (x - mean) * (x - mean)) / (baseline.Length - 1));
            if (deviation <= 0)
            {
                return null;
            }

            var z = (counts[^RecentDays..].Average() - mean) / (deviation / Math.Sqrt(RecentDays));
            return new Estimate(z, new ValueInterval(z - Intervals.Z, z + Intervals.Z));
        },
        required: Math.Max(MinGroup, evidence.Options.MinEffectiveN));
}
