namespace Sentinel.Risk;

/// <summary>How far beyond a limit: <c>max(0, (x - limit) / limit)</c>.</summary>
internal static class Severity
{
    /// <summary>A limit of nothing cannot be divided by: whatever is beyond it counts as 1.</summary>
    public static double Of(decimal x, decimal limit) => x <= limit ? 0 : limit <= 0m ? 1 : (double)((x - limit) / limit);
}
