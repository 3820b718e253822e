namespace Sentinel.Persona;

/// <summary>What a loss does to the next trade (Coval and Shumway 2005).</summary>
internal static class RevengeEstimators
{
    private const double MinGroup = 10;
    private const int MaxStreak = 5;

    public static IEnumerable<PersonaAttribute> Of(Evidence evidence)
    {
        var since = evidence.Since(AttributeNames.RiskPerTrade, AttributeNames.PositionSize);
        var entries = evidence.Entries.Where(entry => entry.Time >= since && !entry.IsAdd && entry.Past.PreviousLost is not null).ToArray();

        // Risk at the stop where most entries have it: the value of a position also varies with the distance of its stop.
        var byRisk = entries.Count(entry => EntrySize.Risk(entry) is > 0) * 2 > entries.Length;
        Func<Entry, double?> size = byRisk ? EntrySize.Risk : entry => EntrySize.Plain(entry);
        var note = byRisk ? "size is risk over equity" : evidence.Options.StartingEquity is null ? "size is value, equity is unknown" : "size is value over equity";
        yield return Ratio(evidence, AttributeNames.SizeAfterLoss, entries, entry => size(entry) is { } x and > 0 ? Math.Log(x) : null, note);
        yield return Ratio(
            evidence,
            AttributeNames.GapAfterLoss,
            entries,
            entry => entry.Past.PreviousExit is { } exit ? Math.Log((entry.Time - exit).TotalHours + (1.0 / 60)) : null,
            "gap from the last exit to the entry");
        yield return Odds(evidence, [.. entries.Where(entry => size(entry) is > 0)], entry => size(entry)!.Value, note);
    }

    /// <summary>Geometric mean after a loss over that after a win, by Welch's interval of the difference of logarithms.</summary>
    private static PersonaAttribute Ratio(Evidence evidence, string name, Entry[] entries, Func<Entry, double?> log, string note)
    {
        SampleSet Group(bool? lost) => evidence.Set(entries
            .Where(entry => lost is null || entry.Past.PreviousLost == lost)
            .Select(entry => new Sample(log(entry), entry.Time, entry.KnownAt, entry.FillId)));
        var (all, losses, wins) = (Group(null), Group(true).Series, Group(false).Series);
        return evidence.Make(
            name,
            "ratio",
            all,
            () =>
            {
                if (Math.Min(losses.EffectiveN, wins.EffectiveN) < MinGroup)
                {
                    return null;
                }

                var (a, b) = (Math.Pow(losses.StandardError, 2), Math.Pow(wins.StandardError, 2));
                var degrees = Math.Pow(a + b, 2) / ((a * a / (losses.EffectiveN - 1)) + (b * b / (wins.EffectiveN - 1)));
                var value = Math.Exp(losses.Mean - wins.Mean);
                return new Estimate(value, Intervals.LogStudent(value, Math.Sqrt(a + b), double.IsFinite(degrees) ? degrees : 1));
            },
            note: note);
    }

    private static PersonaAttribute Odds(Evidence evidence, Entry[] entries, Func<Entry, double> size, string note)
    {
        var set = evidence.Set(entries.Select(entry => new Sample(size(entry), entry.Time, entry.KnownAt, entry.FillId)));
        var withDrawdown = entries.Length > 0 && entries.All(entry => entry.Drawdown is not null) && entries.Any(entry => entry.Drawdown > 0);
        var parameters = withDrawdown ? 4 : 3;
        return evidence.Make(
            AttributeNames.RevengeOdds,
            "odds ratio",
            set,
            () =>
            {
                var median = set.Series.Median;
                var above = entries.Select(entry => size(entry) > median).ToArray();
                var events = Math.Min(above.Count(x => x), above.Count(x => !x)) * set.EffectiveN / Math.Max(1, set.Count);
                if (events < evidence.Options.MinEventsPerParameter * parameters)
                {
                    return null;
                }

                var rows = entries.Select(entry => Row(entry, withDrawdown)).ToArray();

                // Weights that sum to the effective number, so that forgetting widens the interval.
                var scale = set.EffectiveN / set.Series.Total;
                return LogisticRegression.Fit(rows, above, [.. set.Series.Weights.Select(weight => weight * scale)]) is { } fit
                    ? new Estimate(Math.Exp(fit.Coefficients[1]), Intervals.LogStudent(Math.Exp(fit.Coefficients[1]), fit.Errors[1], 1e9))
                    : null;
            },
            required: evidence.Options.MinModelN,
            note: note);
    }

    private static double[] Row(Entry entry, bool withDrawdown)
    {
        var lost = entry.Past.PreviousLost is true ? 1 : 0;
        var streak = Math.Min(MaxStreak, entry.Past.WinStreak);
        return withDrawdown ? [1, lost, streak, entry.Drawdown!.Value] : [1, lost, streak];
    }
}
