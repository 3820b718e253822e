namespace Sentinel.Memory;

/// <summary>Which exposure a decision stands for.</summary>
internal static class Exposures
{
    /// <summary>1 long, -1 short, 0 none: what was wanted, when the gate let it through; else what was held.</summary>
    public static int After(Decision decision) => decision.Intent.Direction switch
    {
        IntentDirection.Hold => Math.Sign(decision.PositionBefore),
        _ when decision.Verdict is GateVerdict.Denied => Math.Sign(decision.PositionBefore),
        IntentDirection.Flat => 0,
        IntentDirection.Long => 1,
        IntentDirection.Short => -1,
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };

    /// <summary>Whether the decision changes the exposure.</summary>
    public static bool Changes(Decision decision) => After(decision) != Math.Sign(decision.PositionBefore);
}
