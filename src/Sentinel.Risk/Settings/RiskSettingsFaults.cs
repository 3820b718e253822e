namespace Sentinel.Risk;

/// <summary>Finds settings that would weaken a rule without saying so.</summary>
internal static class RiskSettingsFaults
{
    /// <exception cref="ArgumentException">Every fault, in one message.</exception>
    public static RiskSettings Checked(RiskSettings settings)
    {
        var faults = Of(settings).ToList();
        return faults.Count is 0 ? settings : throw new ArgumentException("RiskSettings is not valid: " + string.Join("; ", faults) + ".", nameof(settings));
    }

    private static IEnumerable<string> Of(RiskSettings settings)
    {
        if (settings.StaleAfterBars < 1)
        {
            yield return "StaleAfterBars must be 1 or more";
        }

        if (settings.PriceMoveAllowance is < 0m or >= 0.5m)
        {
            yield return "PriceMoveAllowance must be 0 or more and below 0.5";
        }

        if (settings.LeverageCeiling <= 0m)
        {
            yield return "LeverageCeiling must be above 0";
        }

        if (settings.LimitDistance <= 0m || settings.LimitDistanceAtr <= 0m)
        {
            yield return "LimitDistance and LimitDistanceAtr must be above 0";
        }

        if (settings.MaxCorrelated < 0m || settings.CorrelatedFrom is not (>= -1 and <= 1))
        {
            yield return "MaxCorrelated must be 0 or more and CorrelatedFrom -1 to 1";
        }

        var sizing = settings.Sizing;
        if (sizing.KellyLambda is not (>= 0 and <= 0.25) || !(sizing.KellyMinSample >= 30) || sizing.KellyCap is not (>= 0 and <= 1))
        {
            yield return "KellyLambda must be 0-0.25, KellyMinSample 30 or more, KellyCap 0-1";
        }

        if (!(sizing.TargetVolatility > 0) || !double.IsFinite(sizing.TargetVolatility) || sizing.DefaultRisk is <= 0m or > 1m || sizing.MaxParticipation is <= 0m or > 1m)
        {
            yield return "TargetVolatility must be above 0, DefaultRisk and MaxParticipation above 0 and at most 1";
        }

        if (settings.Congestion is { } congestion && !(congestion.Veto >= 0 && congestion.Full >= congestion.Veto && congestion.Full <= 1))
        {
            yield return "Congestion must have 0 <= Veto <= Full <= 1";
        }
    }
}
