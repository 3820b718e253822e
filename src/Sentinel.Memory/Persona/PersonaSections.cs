using Sentinel.Persona;

namespace Sentinel.Memory;

/// <summary>The sections the toolkit sorts a trader's attributes into.</summary>
internal static class PersonaSections
{
    public const string Risk = "risk";
    public const string Assets = "assets";
    public const string Style = "style";
    public const string Habits = "habits";
    public const string Goals = "goals";

    public static IReadOnlyList<string> All { get; } = [Risk, Assets, Style, Habits, Goals];

    public static string Of(string name) => name switch
    {
        AttributeNames.PositionSize or AttributeNames.EntryValue or AttributeNames.RiskPerTrade or AttributeNames.MaxDrawdown or AttributeNames.PnlDrawdown
            or AttributeNames.Volatility or AttributeNames.ExpectedShortfall or AttributeNames.Vev or AttributeNames.RiskClass or AttributeNames.StopRate
            or AttributeNames.StopDistance or "risk_tolerance" or "loss_capacity" => Risk,
        AttributeNames.Concentration or AttributeNames.EffectiveAssets or AttributeNames.PnlConcentration or AttributeNames.AssetShare
            or AttributeNames.AssetValueShare or AttributeNames.LongShare => Assets,
        AttributeNames.HoldingTime or AttributeNames.HoldingTimeMean or AttributeNames.HoldingTimeSizeWeighted or AttributeNames.Style or AttributeNames.StyleShare
            or AttributeNames.Turnover or AttributeNames.TradesPerDay or AttributeNames.EntryMomentum1d or AttributeNames.EntryMomentum5d
            or AttributeNames.BreakoutEntries or AttributeNames.EntryStretch or AttributeNames.ActiveHour or AttributeNames.HourConcentration => Style,
        "experience" or "time_horizon" or "liquidity_need" or "objectives" or "goal" => Goals,
        _ => Habits,
    };
}
