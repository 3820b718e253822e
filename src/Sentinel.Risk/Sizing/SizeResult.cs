namespace Sentinel.Risk;

/// <summary>How large an entry is, and why.</summary>
/// <param name="Quantity">What to hold, rounded down to lots; 0 when nothing should be opened.</param>
/// <param name="Steps">What each rule allows, in order; the quantity is the smallest.</param>
/// <param name="Refusal">Why no size could be reckoned; null when one could.</param>
public sealed record SizeResult(decimal Quantity, IReadOnlyList<SizeStep> Steps, GateFinding? Refusal = null);
