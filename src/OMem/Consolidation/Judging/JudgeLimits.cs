namespace OMem.Consolidation.Judging;

/// <summary>Bounds of judging. They keep the prompt of one statement independent of the size of the memory.</summary>
internal static class JudgeLimits
{
    /// <summary>Overlap of stems from which two statements are near enough to be asked about.</summary>
    public const double FloorByWords = 0.3;

    /// <summary>Cosine from which they are. Sentences about one subject share name and frame.</summary>
    public const double FloorByVector = 0.70;

    /// <summary>Overlap from which a statement that tells of a change is: it says little of what it changes.</summary>
    public const double ChangeFloorByWords = 0.14;

    /// <summary>Cosine from which it is.</summary>
    public const double ChangeFloorByVector = 0.60;

    /// <summary>Share of the tokens that changes have before anything else: a missed change leaves a wrong belief, a missed repetition a double.</summary>
    public const double ChangeShare = 0.5;

    /// <summary>What is taken off for an event told long after the nearest one without a date: it has most likely happened again.</summary>
    public const double LongAfterWeight = 0.15;

    /// <summary>Overlap from which a known item says so nearly what a nearer one says that it is not shown beside it.</summary>
    public const double AlikeByWords = 0.55;

    /// <summary>Tokens of what is shown beside one statement; the nearest is shown whatever its length.</summary>
    public const int NeighbourTokens = 200;

    /// <summary>A smaller batch may take as many tokens as this many messages.</summary>
    public const int LeastMessages = 64;

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
