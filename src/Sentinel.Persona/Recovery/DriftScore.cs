namespace Sentinel.Persona;

/// <summary>Compares reported changes with planted ones.</summary>
internal sealed class DriftScore
{
    private static readonly double Year = (RecoveryWorld.End - RecoveryWorld.TradingStart).TotalDays;

    public int Drifting { get; private set; }

    /// <summary>Days from change to notice.</summary>
    public List<double> Delays { get; } = [];

    public int FalseAlarms { get; private set; }

    /// <summary>Trader-years without a change.</summary>
    public double QuietYears { get; private set; }

    public void Add(SyntheticTrader trader, IReadOnlyList<PersonaChanged> changes)
    {
        if (trader.DriftAt is not { } at)
        {
            FalseAlarms += changes.Count;
            QuietYears++;
            return;
        }

        Drifting++;
        FalseAlarms += changes.Count(change => change.KnownAt < at);
        QuietYears += (at - RecoveryWorld.TradingStart).TotalDays / Year;
        var expected = Expected(trader.Traits, trader.TraitsAfter!);
        if (changes.FirstOrDefault(change => change.KnownAt >= at && expected.Contains(change.Attribute, StringComparer.Ordinal)) is { } found)
        {
            Delays.Add((found.KnownAt - at).TotalDays);
        }
    }

    private static string[] Expected(TraderTraits before, TraderTraits after)
    {
        if (before.MedianHold != after.MedianHold)
        {
            return [AttributeNames.HoldingTime];
        }

        return before.RiskPerTrade.Equals(after.RiskPerTrade) ? [AttributeNames.AssetShare] : [AttributeNames.RiskPerTrade, AttributeNames.PositionSize];
    }
}
