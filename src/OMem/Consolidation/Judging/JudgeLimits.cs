namespace OMem.Consolidation.Judging;

/// <summary>Bounds of judging. They keep the prompt of one statement independent of the size of the memory.</summary>
internal static class JudgeLimits
{
    /// <summary>Overlap of stems from which two statements are near enough to be asked about.</summary>
    public const double FloorByWords = 0.3;

    /// <summary>Cosine from which they are. Sentences about one subject share name and frame.</summary>
    public const double FloorByVector = 0.65;

    /// <summary>Share of the greatest similarity from which others are shown beside the nearest: what is almost the same needs no further company.</summary>
    public const double Margin = 0.6;

    /// <summary>Aspects of one subject that are looked through for related values, newest first.</summary>
    public const int Aspects = 64;

    /// <summary>The longest text of an item in a prompt, in UTF-16 units.</summary>
    public const int Text = 240;

    /// <summary>The longest reason kept, in UTF-16 units.</summary>
    public const int Reason = 160;

    /// <summary>Calls in a batch without a usable answer after which no more halves are tried.</summary>
    public const int MostFailures = 8;
}
