namespace Sentinel.Memory;

/// <summary>Judges a decision by what was known when it was made; no result enters.</summary>
internal static class DecisionQuality
{
    /// <summary>What was wanting, in a fixed order; empty for a good decision.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="heldBrokenThesis">Whether it held on to a thesis that had been invalidated by then.</param>
    public static IReadOnlyList<string> Faults(Decision decision, bool heldBrokenThesis)
    {
        var intent = decision.Intent;
        var enters = intent.Direction is IntentDirection.Long or IntentDirection.Short;
        var faults = new List<string>();
        Add(faults, enters && intent.Stop is null, "no_stop");
        Add(faults, enters && intent.Invalidation.Length is 0 && intent.InvalidationRules.Count is 0, "no_invalidation");
        Add(faults, decision.Verdict is GateVerdict.Denied, "denied");
        Add(faults, decision.Verdict is GateVerdict.Clamped, "clamped");
        Add(faults, heldBrokenThesis && intent.Direction is not IntentDirection.Flat, "thesis_invalidated");
        Add(faults, enters && decision.SizeTrace.Count > 0 && decision.Quantity > decision.SizeTrace.Min(step => step.Quantity), "size_not_ruled");
        Add(faults, intent.CitedMemoryIds.Except(decision.ContextIds, StringComparer.Ordinal).Any(), "uncited");
        return faults;
    }

    private static void Add(List<string> faults, bool isFault, string name)
    {
        if (isFault)
        {
            faults.Add(name);
        }
    }
}
