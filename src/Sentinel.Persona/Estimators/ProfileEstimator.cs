namespace Sentinel.Persona;

/// <summary>Every attribute of a trader.</summary>
internal static class ProfileEstimator
{
    private static readonly Func<Evidence, IEnumerable<PersonaAttribute>>[] Rooms =
    [
        HoldingEstimators.Of, SelectionEstimators.Of, SizingEstimators.Of, OutcomeEstimators.Of, EquityEstimators.Of, DispositionEstimators.Of,
        StopEstimators.Of, EntryEstimators.Of, RevengeEstimators.Of, PaceEstimators.Of, HourEstimators.Of,
    ];

    /// <summary>All attributes, in ordinal order of name and key.</summary>
    public static IReadOnlyList<PersonaAttribute> Attributes(Evidence evidence)
    {
        List<PersonaAttribute> all = [];
        foreach (var room in Rooms)
        {
            all.AddRange(room(evidence));
        }

        all.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name) is var byName and not 0 ? byName : string.CompareOrdinal(a.Key, b.Key));
        return all;
    }
}
