using System.Globalization;
using Sentinel.Memory;
using Sentinel.Persona;

namespace Sentinel.Replay.Experiment;

/// <summary>The planted truth as a persona: the upper bound of what knowing the trader can bring.</summary>
internal sealed class OraclePersona(SyntheticTrader trader, DateTimeOffset start) : IPersonaSource
{
    private const double Certain = 1_000;

    private readonly PersonaReading _before = Reading(trader.Traits, start);
    private readonly PersonaReading? _after = trader is { TraitsAfter: { } after, DriftAt: { } at } ? Reading(after, at) : null;

    /// <inheritdoc/>
    public PersonaReading Read(DateTimeOffset asOf) => asOf < start ? PersonaReading.Empty : _after is { } after && asOf >= trader.DriftAt ? after : _before;

    private static PersonaReading Reading(TraderTraits traits, DateTimeOffset at) => new(
        [],
        [
            Attribute(AttributeNames.RiskPerTrade, "risk", traits.RiskPerTrade, at),
            Attribute(AttributeNames.StopDistance, "risk", traits.StopDistanceAtr, at),
            Attribute(AttributeNames.HoldingTime, "style", traits.MedianHold.TotalHours, at),
            Attribute(AttributeNames.LongShare, "assets", 1 - traits.ShortShare, at),
            Attribute(AttributeNames.ActiveHour, "style", traits.ActiveHour, at),
            Attribute(AttributeNames.HourConcentration, "style", VonMises.Length(traits.HourFocus), at),
            .. traits.Assets.Select(asset => Attribute($"{AttributeNames.AssetShare}[{asset.Symbol}]", "assets", asset.Weight, at)),
        ],
        []);

    private static TraderAttribute Attribute(string name, string section, double value, DateTimeOffset at) => new()
    {
        Id = JournalIds.Derive("per", "oracle", name, JournalIds.Time(at)),
        Name = name,
        Section = section,
        Value = value,
        Text = value.ToString("0.####", CultureInfo.InvariantCulture),
        N = (int)Certain,
        NEff = Certain,
        KnownAt = at,
    };
}

/// <summary>The von Mises distribution of the hours of a day.</summary>
internal static class VonMises
{
    private const int Terms = 60;

    /// <summary>Mean length of the resultant, I1 over I0.</summary>
    public static double Length(double concentration)
    {
        // Both by their series.
        double term = 1, zero = 1, one = concentration / 2;
        for (var k = 1; k < Terms; k++)
        {
            term *= concentration * concentration / (4.0 * k * k);
            zero += term;
            one += term * concentration / (2.0 * (k + 1));
        }

        return one / zero;
    }
}
