namespace OMem.Consolidation.Judging;

/// <summary>What became of a decision.</summary>
internal enum JudgedOutcome
{
    /// <summary>It was carried out.</summary>
    Done = 0,

    /// <summary>The rule does the rest, which is what was decided.</summary>
    ByRule = 1,

    /// <summary>It cannot be done to that item: the rule decides instead.</summary>
    Unfit = 2,
}
