namespace Sentinel.Replay;

/// <summary>Reads ids of orders: <c>decision-entry</c> and <c>decision-exit</c> are the planner's, <c>...:sl</c> and <c>...:tp</c> the venue's for an entry's stop and target.</summary>
internal static class OrderIds
{
    private const string Entry = "-entry";
    private const string Exit = "-exit";
    private const string Target = ":tp";

    /// <summary>The decision behind an order.</summary>
    public static string DecisionOf(string orderId)
    {
        var colon = orderId.IndexOf(':', StringComparison.Ordinal);
        var own = colon < 0 ? orderId : orderId[..colon];
        return own.EndsWith(Entry, StringComparison.Ordinal) ? own[..^Entry.Length]
            : own.EndsWith(Exit, StringComparison.Ordinal) ? own[..^Exit.Length]
            : own;
    }

    /// <summary>Whether it is the target of an entry.</summary>
    public static bool IsTarget(string orderId) => orderId.EndsWith(Target, StringComparison.Ordinal);
}
