namespace Sentinel.Persona;

/// <summary>What a trader said in the questionnaire. Never changed by behaviour; a new answer is a new version.</summary>
public sealed record DeclaredProfile
{
    /// <summary>Counts up with each change, from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>From when it holds, UTC.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>The facts a recommendation has to fit (FINRA 2111).</summary>
    public SuitabilityFacts Facts { get; init; } = new();

    /// <summary>The will to bear loss: a risk class 1-7. Kept apart from <see cref="LossCapacity"/>.</summary>
    public int? RiskTolerance { get; init; }

    /// <summary>The means to bear loss: the part of the money that may be lost without harm, 0-1.</summary>
    public double? LossCapacity { get; init; }

    /// <summary>How long positions are meant to be held.</summary>
    public TradingStyle? Style { get; init; }

    /// <summary>What the trader says of attributes that fills also reveal, by <see cref="AttributeNames"/> and in their units.</summary>
    public IReadOnlyList<DeclaredValue> Values { get; init; } = [];
}

/// <summary>A number a trader says of an attribute.</summary>
/// <param name="Name">One of <see cref="AttributeNames"/>.</param>
/// <param name="Value">The number, in the attribute's unit.</param>
/// <param name="Key">The symbol or style where the attribute has several values.</param>
public sealed record DeclaredValue(string Name, double Value, string Key = "");

/// <summary>How long positions are held.</summary>
public enum TradingStyle
{
    /// <summary>Below an hour.</summary>
    Scalper = 0,

    /// <summary>Below a day, flat overnight.</summary>
    Day = 1,

    /// <summary>Up to 30 days.</summary>
    Swing = 2,

    /// <summary>Above 30 days.</summary>
    Position = 3,
}
