using System.Globalization;
using Sentinel.Persona;

namespace Sentinel.Memory;

/// <summary>What a trader said, as attributes. What was not said is not there.</summary>
internal static class DeclaredAttributes
{
    public static void Add(List<TraderAttribute> attributes, DeclaredProfile profile)
    {
        Number(attributes, profile, "risk_tolerance", PersonaSections.Risk, profile.RiskTolerance, "class 1-7");
        Number(attributes, profile, "loss_capacity", PersonaSections.Risk, profile.LossCapacity, "share");
        Word(attributes, profile, "style", PersonaSections.Style, profile.Style?.ToString().ToLowerInvariant());
        Number(attributes, profile, "experience", PersonaSections.Goals, profile.Facts.ExperienceYears, "years");
        Number(attributes, profile, "time_horizon", PersonaSections.Goals, profile.Facts.TimeHorizon?.TotalDays, "days");
        Number(attributes, profile, "liquidity_need", PersonaSections.Goals, profile.Facts.LiquidityNeed, "share");
        Word(attributes, profile, "objectives", PersonaSections.Goals, profile.Facts.Objectives);
        foreach (var value in profile.Values)
        {
            var name = value.Key.Length is 0 ? value.Name : $"{value.Name}[{value.Key}]";
            Number(attributes, profile, name, PersonaSections.Of(value.Name), value.Value, "");
        }
    }

    /// <summary>What text says and a person or a rule accepted.</summary>
    public static TraderAttribute Stated(PersonaProposal proposal) => new()
    {
        Id = proposal.Id,
        Name = proposal.Attribute,
        Section = PersonaSections.Of(proposal.Attribute),
        IsDeclared = true,
        Value = double.TryParse(proposal.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        Text = Quoting.Escape(proposal.Value),
        N = proposal.EvidenceIds.Count,
        SourceIds = proposal.EvidenceIds,
        KnownAt = proposal.DecidedAt ?? proposal.ProposedAt,
    };

    private static void Number(List<TraderAttribute> attributes, DeclaredProfile profile, string name, string section, double? value, string unit)
    {
        if (value is { } number)
        {
            attributes.Add(Of(profile, name, section, number.ToString("0.####", CultureInfo.InvariantCulture), unit) with { Value = number });
        }
    }

    private static void Word(List<TraderAttribute> attributes, DeclaredProfile profile, string name, string section, string? word)
    {
        if (!string.IsNullOrWhiteSpace(word))
        {
            attributes.Add(Of(profile, name, section, Quoting.Escape(word), ""));
        }
    }

    private static TraderAttribute Of(DeclaredProfile profile, string name, string section, string text, string unit) => new()
    {
        Id = JournalIds.Derive("per", "declared", name, profile.Version.ToString(CultureInfo.InvariantCulture)),
        Name = name,
        Section = section,
        IsDeclared = true,
        Text = text,
        Unit = unit,
        KnownAt = profile.KnownAt,
    };
}
