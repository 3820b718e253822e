namespace Sentinel;

/// <summary>
/// A market and a position at one time in scale-free features: never an absolute price, so that neighbours are situations and not price levels.
/// Missing features are NaN.
/// </summary>
public sealed record StateVector
{
    /// <summary>Names of the features, in the order of <see cref="Values"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["r1_atr", "r5_atr", "r20_atr", "rv_z", "adx", "drawdown", "volume_z", "funding", "position_r", "streak"];

    /// <summary>One value a feature, in the order of <see cref="Names"/>.</summary>
    public required IReadOnlyList<double> Values { get; init; }
}
