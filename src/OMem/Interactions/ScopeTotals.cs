namespace OMem.Interactions;

/// <summary>Sums over the turns of a view, which averages are made of.</summary>
internal struct ScopeTotals
{
    /// <summary>Turns.</summary>
    public int Turns;

    /// <summary>Sessions.</summary>
    public int Sessions;

    /// <summary>Speakers.</summary>
    public int Speakers;

    /// <summary>Kept terms of all turns.</summary>
    public long Terms;

    /// <summary>Kept terms of the turns of people.</summary>
    public long PersonTerms;

    /// <summary>Pairs of neighbouring terms.</summary>
    public long Bigrams;

    /// <summary>Terms of all windows of two turns around.</summary>
    public long NearTerms;

    /// <summary>Terms of all windows of four turns around.</summary>
    public long WideTerms;

    /// <summary>Terms of all windows of three turns ahead.</summary>
    public long AheadTerms;

    /// <summary>Whether an assistant has spoken.</summary>
    public bool HasAssistant;
}
