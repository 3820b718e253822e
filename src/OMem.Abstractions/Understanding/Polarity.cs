namespace OMem;

/// <summary>Whether a statement affirms or denies.</summary>
public enum Polarity
{
    /// <summary>It holds ("I love jazz").</summary>
    Positive = 0,

    /// <summary>It does not hold ("I don't eat meat").</summary>
    Negative = 1,
}
