using System.Globalization;

namespace Sentinel.Persona;

/// <summary>Makes attributes, and holds them to the sample-size rules: below them there is no value.</summary>
internal static class AttributeFactory
{
    /// <summary>An attribute over samples.</summary>
    /// <param name="evidence">What is known.</param>
    /// <param name="name">Its name.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="set">Its samples.</param>
    /// <param name="estimate">The value and its interval; asked for only when there are enough samples, null when it is not defined.</param>
    /// <param name="required">Effective samples it needs; null for those of a rate.</param>
    /// <param name="effectiveN">Effective samples it has; null for the set's.</param>
    /// <param name="key">Its key.</param>
    /// <param name="note">What it rests on.</param>
    public static PersonaAttribute Make(
        this Evidence evidence,
        string name,
        string unit,
        SampleSet set,
        Func<Estimate?> estimate,
        double? required = null,
        double? effectiveN = null,
        string key = "",
        string note = "")
    {
        var needed = required ?? evidence.Options.MinEffectiveN;
        var has = effectiveN ?? set.EffectiveN;

        // Sums of weights carry rounding: 20 equal samples are 20.
        var enough = has >= needed - 1e-9;
        var found = enough ? estimate() : null;
        var attribute = new PersonaAttribute
        {
            Name = name,
            Key = key,
            Unit = unit,
            N = set.Count,
            EffectiveN = has,
            HalfLife = evidence.Options.HalfLife,
            Window = new TimeWindow(set.Count > 0 ? set.First : evidence.AsOf, evidence.AsOf),
            SourceIds = set.SourceIds,
            KnownAt = set.Count > 0 ? set.Last : evidence.AsOf,
            ValidFrom = set.Count > 0 ? set.First : evidence.AsOf,
            Status = AttributeStatus.Insufficient,
        };
        if (found is not { } known || !double.IsFinite(known.Value))
        {
            var reason = enough || double.IsInfinity(needed) ? "not defined for these samples" : string.Create(CultureInfo.InvariantCulture, $"needs {needed:0.#} effective samples, has {has:0.#}");
            return attribute with { Note = note.Length == 0 ? reason : $"{reason}; {note}" };
        }

        return attribute with
        {
            Value = known.Value,
            Interval = known.Interval,
            Text = known.Text,
            Note = note,
            CanSteer = has >= Math.Max(needed, evidence.Options.SteerEffectiveN) - 1e-9,
            Status = evidence.AsOf - set.Last > evidence.Options.StaleAfter ? AttributeStatus.Stale : AttributeStatus.Ok,
        };
    }

    /// <summary>An attribute whose input is not known.</summary>
    public static PersonaAttribute Unknown(this Evidence evidence, string name, string unit, string reason) => new()
    {
        Name = name,
        Unit = unit,
        KnownAt = evidence.AsOf,
        ValidFrom = evidence.AsOf,
        Window = new TimeWindow(evidence.AsOf, evidence.AsOf),
        HalfLife = evidence.Options.HalfLife,
        Status = AttributeStatus.Insufficient,
        Note = reason,
    };

    /// <summary>A rate of samples that are 0 or 1, shrunk with Beta(1, 1).</summary>
    public static PersonaAttribute Rate(this Evidence evidence, string name, SampleSet set, string note = "") => evidence.Make(
        name, "share", set, () => Shares.Of(set.Series.Mean, set.EffectiveN, 1, 2), note: note);

    /// <summary>A mean with Student's interval.</summary>
    public static PersonaAttribute Mean(this Evidence evidence, string name, string unit, SampleSet set, string note = "") => evidence.Make(
        name, unit, set, () => new Estimate(set.Series.Mean, set.Series.MeanInterval), note: note);

    /// <summary>A median with the interval of order statistics.</summary>
    public static PersonaAttribute Median(this Evidence evidence, string name, string unit, SampleSet set, string note = "") => evidence.Make(
        name, unit, set, () => new Estimate(set.Series.Median, set.Series.MedianInterval), note: note);
}

/// <summary>A value with its interval, where there is one, and its word.</summary>
internal readonly record struct Estimate(double Value, ValueInterval? Interval, string? Text = null);

/// <summary>Shrunken shares.</summary>
internal static class Shares
{
    /// <summary>A share under a Beta or Dirichlet prior: its mean and 95 % interval.</summary>
    /// <param name="share">The share found.</param>
    /// <param name="n">Effective samples.</param>
    /// <param name="prior">The prior's count of this category.</param>
    /// <param name="priorTotal">The prior's count of all.</param>
    public static Estimate Of(double share, double n, double prior, double priorTotal)
    {
        var a = prior + (share * n);
        var b = priorTotal - prior + ((1 - share) * n);
        var interval = Intervals.Beta(a, b);

        // Where nothing else was ever seen, the end of the range is possible: the interval reaches it (Brown, Cai and DasGupta 2001).
        return new Estimate(a / (a + b), new ValueInterval(share <= 0 ? 0 : interval.Low, share >= 1 ? 1 : interval.High));
    }
}
