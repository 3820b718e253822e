namespace Sentinel.Persona;

/// <summary>What a trader's fills reveal at one time. Never averaged with what the trader says.</summary>
public sealed record RevealedProfile
{
    /// <summary>The time of the reading, UTC: nothing known later is in it.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Attributes in ordinal order of name and key.</summary>
    public IReadOnlyList<PersonaAttribute> Attributes { get; init; } = [];

    /// <summary>Share of entries in each of the 168 hours of the week from Monday 00:00 UTC; empty when there are too few.</summary>
    public IReadOnlyList<double> HourOfWeek { get; init; } = [];

    /// <summary>Number of fills read.</summary>
    public int Fills { get; init; }

    /// <summary>Number of trips: the closings of one position in one UTC day.</summary>
    public int Trips { get; init; }

    /// <summary>Whether equity is known; without it nothing that divides by equity is said.</summary>
    public bool EquityKnown { get; init; }

    /// <summary>An attribute, or null.</summary>
    public PersonaAttribute? Find(string name, string key = "") => Attributes.FirstOrDefault(attribute =>
        string.Equals(attribute.Name, name, StringComparison.Ordinal) && string.Equals(attribute.Key, key, StringComparison.Ordinal));
}
