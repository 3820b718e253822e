namespace Sentinel.Risk;

/// <summary>Kelly's fraction, used with much care: <c>clip(lambda (p - (1 - p) / b), 0, cap)</c>, the part of equity to lose when the trade loses one unit of risk.</summary>
public static class KellyFraction
{
    /// <summary>The fraction; null while there is not enough evidence to speak.</summary>
    public static double? Of(SizingEvidence? evidence, SizingSettings settings)
    {
        if (evidence is not { } known || !(known.EffectiveSample >= settings.KellyMinSample) || known.WinProbability is not (>= 0 and <= 1) || !(known.Payoff > 0) || !double.IsFinite(known.Payoff))
        {
            return null;
        }

        var edge = known.WinProbability - ((1 - known.WinProbability) / known.Payoff);
        return Math.Clamp(settings.KellyLambda * edge, 0, settings.KellyCap);
    }
}
