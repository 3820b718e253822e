namespace Sentinel.Persona;

/// <summary>One declared number that fills can contradict.</summary>
/// <param name="Source">Where it was declared.</param>
/// <param name="Name">The attribute.</param>
/// <param name="Key">Its key.</param>
/// <param name="Low">Smallest value that agrees.</param>
/// <param name="High">Largest value that agrees.</param>
/// <param name="Value">The number that was said.</param>
internal sealed record Claim(string Source, string Name, string Key, double Low, double High, double Value);

/// <summary>Reads claims out of what was declared. A limit is contradicted from one side only, a range from both.</summary>
internal static class Claims
{
    public static IEnumerable<Claim> Of(DeclaredProfile? profile, Mandate? mandate) => OfProfile(profile).Concat(OfMandate(mandate));

    private static IEnumerable<Claim> OfProfile(DeclaredProfile? profile)
    {
        if (profile is null)
        {
            yield break;
        }

        if (profile.RiskTolerance is { } tolerance)
        {
            yield return new Claim("profile.risk_tolerance", AttributeNames.RiskClass, "", tolerance, tolerance, tolerance);
        }

        if (profile.LossCapacity is { } capacity)
        {
            yield return AtMost("profile.loss_capacity", AttributeNames.MaxDrawdown, capacity);
        }

        if (profile.Style is { } style)
        {
            var (low, high) = style switch
            {
                TradingStyle.Scalper => (0, 1),
                TradingStyle.Day => (1.0, 24.0),
                TradingStyle.Swing => (24, 24 * 30),
                _ => (24 * 30, double.MaxValue),
            };

            // The end of the range that behaviour is nearest to does not matter: a style is contradicted when the whole interval lies outside of it.
            yield return new Claim("profile.style", AttributeNames.HoldingTime, "", low, high, Math.Min(high, Math.Max(low, Math.Sqrt(Math.Max(low, 0.25) * Math.Min(high, 24 * 365)))));
        }

        foreach (var value in profile.Values)
        {
            yield return new Claim($"profile.{value.Name}", value.Name, value.Key, value.Value, value.Value, value.Value);
        }
    }

    private static IEnumerable<Claim> OfMandate(Mandate? mandate)
    {
        if (mandate is null)
        {
            yield break;
        }

        if (mandate.MaxRiskPerTrade is { } risk)
        {
            yield return AtMost("mandate.max_risk_per_trade", AttributeNames.RiskPerTrade, (double)risk);
        }

        if (mandate.MaxPosition is { } position)
        {
            yield return AtMost("mandate.max_position", AttributeNames.PositionSize, (double)position);
        }

        if (mandate.MaxLeverage is { } leverage)
        {
            yield return AtMost("mandate.max_leverage", AttributeNames.GrossExposure, (double)leverage);
        }

        if (mandate.MaxTradesPerDay is { } trades)
        {
            yield return AtMost("mandate.max_trades_per_day", AttributeNames.TradesPerDay, trades);
        }

        if (mandate.StopRequired)
        {
            // Beta's shrunken interval never reaches 1: one entry in twenty without a stop is where habit begins.
            yield return new Claim("mandate.stop_required", AttributeNames.StopRate, "", 0.95, 1, 1);
        }

        if (!mandate.ShortAllowed)
        {
            yield return new Claim("mandate.short_allowed", AttributeNames.LongShare, "", 0.95, 1, 1);
        }

        foreach (var symbol in mandate.ForbiddenSymbols)
        {
            yield return new Claim("mandate.forbidden_symbols", AttributeNames.AssetShare, symbol.Value, 0, 0.05, 0);
        }
    }

    private static Claim AtMost(string source, string name, double limit) => new(source, name, "", double.MinValue, limit, limit);
}
