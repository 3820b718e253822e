namespace Sentinel.Persona;

/// <summary>The facts FINRA Rule 2111(a) names; null is not known, which is not the same as none.</summary>
public sealed record SuitabilityFacts
{
    /// <summary>Years.</summary>
    public int? Age { get; init; }

    /// <summary>Value of other investments.</summary>
    public decimal? OtherInvestments { get; init; }

    /// <summary>Net worth without the home.</summary>
    public decimal? NetWorth { get; init; }

    /// <summary>Income a year.</summary>
    public decimal? YearlyIncome { get; init; }

    /// <summary>Needs, in words.</summary>
    public string? FinancialNeeds { get; init; }

    /// <summary>Tax status, in words.</summary>
    public string? TaxStatus { get; init; }

    /// <summary>Objectives, in words.</summary>
    public string? Objectives { get; init; }

    /// <summary>Years of experience.</summary>
    public double? ExperienceYears { get; init; }

    /// <summary>How long the money may stay invested.</summary>
    public TimeSpan? TimeHorizon { get; init; }

    /// <summary>The part of the money that may be needed at short notice, 0-1.</summary>
    public double? LiquidityNeed { get; init; }

    /// <summary>Anything else, in words.</summary>
    public string? Other { get; init; }
}
