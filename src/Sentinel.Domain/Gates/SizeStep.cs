namespace Sentinel;

/// <summary>One rule of the sizer and what quantity it allows.</summary>
/// <param name="Rule">Its name ("fixed_risk", "vol_target", "kelly", "cap").</param>
/// <param name="Quantity">The quantity it allows.</param>
public sealed record SizeStep(string Rule, decimal Quantity);
