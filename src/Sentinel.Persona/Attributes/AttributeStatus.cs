namespace Sentinel.Persona;

/// <summary>How far an attribute may be believed.</summary>
public enum AttributeStatus
{
    /// <summary>Enough evidence; the value is shown with its interval.</summary>
    Ok = 0,

    /// <summary>Below the stated sample size, or its input is unknown: no value is shown.</summary>
    Insufficient = 1,

    /// <summary>Its newest evidence is old.</summary>
    Stale = 2,

    /// <summary>What was declared lies outside the interval for two windows in a row.</summary>
    Contradicted = 3,
}
