namespace OMem;

/// <summary>What a remember call did. When it returns, the interactions are durable and can be recalled.</summary>
/// <param name="Stored">How many interactions were new.</param>
/// <param name="AlreadyStored">How many were known already, with the same content.</param>
/// <param name="LastSequence">The log position of the scope after the call.</param>
public sealed record RememberResult(int Stored, int AlreadyStored, long LastSequence)
{
    /// <summary>How many were not stored because they held nothing but recalled memory that came back.</summary>
    public int Recognised { get; init; }

    /// <summary>How many were taken without the recalled memory that they quoted; they count among those stored or known too.</summary>
    public int Shortened { get; init; }

    /// <summary>How often each kind of sensitive data was masked in the interactions of the call, those that were known too; in the order of the kinds, empty when none was.</summary>
    public IReadOnlyList<SensitiveCount> Masked { get; init; } = [];
}
