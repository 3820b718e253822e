namespace OMem.Understanding;

/// <summary>How far back the reader without a model looks.</summary>
internal static class ReadingWindow
{
    /// <summary>
    /// How many interactions before the batch a request has to hold, where there are so many: with fewer, a correction of an
    /// earlier message could be read in one batch size and not in another.
    /// </summary>
    public const int Length = 6;
}
