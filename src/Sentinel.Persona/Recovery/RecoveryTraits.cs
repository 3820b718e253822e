namespace Sentinel.Persona;

/// <summary>What is compared: an attribute, and where its truth comes from.</summary>
/// <param name="Name">The attribute.</param>
/// <param name="Planted">The truth where the traits state it; null where only many runs of the same trader can.</param>
/// <param name="Key">The attribute's key for a trader.</param>
/// <param name="OnLog">Whether the error is that of the logarithm.</param>
internal sealed record RecoveredTrait(
    string Name, Func<TraderTraits, double>? Planted = null, Func<TraderTraits, string>? Key = null, bool OnLog = false)
{
    /// <summary>All that is compared.</summary>
    public static IReadOnlyList<RecoveredTrait> All { get; } =
    [
        new(AttributeNames.HoldingTime, OnLog: true),
        new(AttributeNames.RiskPerTrade, OnLog: true),
        new(AttributeNames.PositionSize, OnLog: true),
        new(AttributeNames.AssetShare, Key: Favourite),
        new(AttributeNames.Concentration),
        new(AttributeNames.LongShare, traits => 1 - traits.ShortShare),
        new(AttributeNames.TradesPerDay),
        new(AttributeNames.StopRate, traits => traits.StopRate),
        new(AttributeNames.StopDistance, traits => traits.StopDistanceAtr, OnLog: true),
        new(AttributeNames.WinRate),
        new(AttributeNames.Payoff, OnLog: true),
        new(AttributeNames.ProfitFactor, OnLog: true),
        new(AttributeNames.ExpectancyR),
        new(AttributeNames.GainsRealised),
        new(AttributeNames.LossesRealised),
        new(AttributeNames.Disposition),
        new(AttributeNames.HoldRatio, OnLog: true),
        new(AttributeNames.ExitOdds, OnLog: true),
        new(AttributeNames.Fomo),
        new(AttributeNames.EntryMomentum1d),
        new(AttributeNames.EntryStretch),
        new(AttributeNames.SizeAfterLoss, traits => traits.Revenge, OnLog: true),
        new(AttributeNames.RevengeOdds, OnLog: true),
        new(AttributeNames.AddRate),
        new(AttributeNames.AveragingDown),
        new(AttributeNames.ActiveHour),
        new(AttributeNames.HourConcentration),
        new(AttributeNames.GrossExposure, OnLog: true),
        new(AttributeNames.Volatility, OnLog: true),
        new(AttributeNames.Vev, OnLog: true),
    ];

    public string KeyOf(TraderTraits traits) => Key?.Invoke(traits) ?? "";

    /// <summary>Difference of two values: of logarithms where that is the scale, on the circle for hours.</summary>
    public double Error(double value, double truth)
    {
        if (OnLog)
        {
            return Math.Log(value / truth);
        }

        var difference = value - truth;
        return Name == AttributeNames.ActiveHour ? difference - (24 * Math.Round(difference / 24)) : difference;
    }

    /// <summary>Whether an interval holds the truth.</summary>
    public bool Covers(ValueInterval interval, double value, double truth) =>
        interval.Contains(Name == AttributeNames.ActiveHour ? value - Error(value, truth) : truth);

    private static string Favourite(TraderTraits traits) =>
        traits.Assets.OrderByDescending(asset => asset.Weight).ThenBy(asset => asset.Symbol).First().Symbol.Value;
}
