namespace Sentinel.Persona;

/// <summary>Finds what is wrong in a questionnaire's answers: every fault.</summary>
public static class DeclaredValidator
{
    /// <summary>All faults, each a sentence; empty when there is none.</summary>
    public static IReadOnlyList<string> Faults(DeclaredProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        List<string> faults = [];
        Range(nameof(profile.Version), profile.Version, 1, int.MaxValue, faults);
        Range(nameof(profile.RiskTolerance), profile.RiskTolerance, 1, 7, faults);
        Range(nameof(profile.LossCapacity), profile.LossCapacity, 0, 1, faults);
        Range("Facts.Age", profile.Facts.Age, 0, 130, faults);
        Range("Facts.ExperienceYears", profile.Facts.ExperienceYears, 0, 110, faults);
        Range("Facts.LiquidityNeed", profile.Facts.LiquidityNeed, 0, 1, faults);
        Range("Facts.TimeHorizon (days)", profile.Facts.TimeHorizon?.TotalDays, 0, double.MaxValue, faults);
        if (profile.Style is { } style && !Enum.IsDefined(style))
        {
            faults.Add($"Style {(int)style} is none");
        }

        foreach (var value in profile.Values)
        {
            if (string.IsNullOrWhiteSpace(value.Name) || !double.IsFinite(value.Value))
            {
                faults.Add($"the value of '{value.Name}' is no number, or has no name");
            }
        }

        foreach (var group in profile.Values.GroupBy(value => (value.Name, value.Key)).Where(group => group.Count() > 1))
        {
            faults.Add($"'{group.Key.Name}' is declared twice");
        }

        return faults;
    }

    private static void Range(string name, double? value, double low, double high, List<string> faults)
    {
        if (value is { } given && !(given >= low && given <= high))
        {
            faults.Add(high < int.MaxValue
                ? FormattableString.Invariant($"{name} must be {low}-{high} (was {given})")
                : FormattableString.Invariant($"{name} must be {low} or more (was {given})"));
        }
    }
}
