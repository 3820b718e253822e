namespace OMem;

/// <summary>Where a statement stands in time, seen from the message that makes it.</summary>
public enum Tense
{
    /// <summary>True now.</summary>
    Present = 0,

    /// <summary>Was true and no longer is ("I used to smoke", "I quit my job").</summary>
    Ended = 1,

    /// <summary>Planned or hoped for ("I'm moving to Oslo in May").</summary>
    Future = 2,
}
