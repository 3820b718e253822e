namespace Sentinel;

/// <summary>Two fills have the same id and different contents: one of them is wrong, and the books cannot know which.</summary>
public sealed class FillConflictException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="fillId">The id of both.</param>
    public FillConflictException(string fillId)
        : base($"Fill '{fillId}' is in the ledger with other contents.") => FillId = fillId;

    /// <summary>The id of both.</summary>
    public string FillId { get; }
}
