namespace OMem.Consolidation;

/// <summary>What a look-up can mark as seen, which costs less than a set of what was seen.</summary>
internal interface IMarked
{
    /// <summary>Number of the look-up that saw it last.</summary>
    long Mark { get; set; }
}
