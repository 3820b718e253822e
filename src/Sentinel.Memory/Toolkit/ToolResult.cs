namespace Sentinel.Memory;

/// <summary>What every operation of the toolkit returns.</summary>
/// <typeparam name="T">What the items are.</typeparam>
/// <param name="AsOf">Everything in it was known by then, UTC.</param>
/// <param name="Items">What was found.</param>
/// <param name="Ids">The ids of the items, to be cited.</param>
/// <param name="Tokens">Estimated tokens of the items.</param>
/// <param name="NoneFound">Why nothing was found; null when something was.</param>
public sealed record ToolResult<T>(DateTimeOffset AsOf, IReadOnlyList<T> Items, IReadOnlyList<string> Ids, int Tokens, NoneFound? NoneFound = null);

/// <summary>Why nothing was found.</summary>
public enum NoneFound
{
    /// <summary>There is nothing.</summary>
    NoData = 0,

    /// <summary>There is something, and too little to say it.</summary>
    BelowThreshold = 1,

    /// <summary>There is something that was not known at the time of asking.</summary>
    NotYetKnown = 2,

    /// <summary>The filters left nothing.</summary>
    Filtered = 3,
}
