namespace OMem.Persona;

/// <summary>Reads a persona card: what is believed and holds now, or what was believed or true at an instant. A summary of today is shown of another time only when all it sums up was there.</summary>
internal static class PersonaReader
{
    /// <summary>Reads it.</summary>
    /// <param name="known">Attributes and facts; for a query of an earlier belief as they stood then.</param>
    /// <param name="clusters">Clusters as they are now.</param>
    /// <param name="query">What to show.</param>
    public static PersonaCard Read(IReadOnlyList<PersonaItem> known, IReadOnlyList<AttributeCluster> clusters, PersonaQuery query)
    {
        var view = TimeView.Of(query);
        var items = known
            .Where(item => query.Subject is null || string.Equals(item.Subject, query.Subject, StringComparison.Ordinal))
            .Select(view.See)
            .OfType<PersonaItem>()
            .ToList();
        var shown = items.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        return new PersonaCard(
            [.. items.Where(item => item.Kind is PersonaItemKind.Attribute)
                .OrderBy(item => item.Subject, StringComparer.Ordinal)
                .ThenByDescending(item => item.LastStatedAt ?? item.RecordedAt)
                .ThenBy(item => item.Id, StringComparer.Ordinal)],
            [.. items.Where(item => item.Kind is PersonaItemKind.Fact)
                .OrderByDescending(item => item.ValidFrom ?? item.LastStatedAt ?? item.RecordedAt)
                .ThenBy(item => item.Id, StringComparer.Ordinal)],
            [.. clusters.Where(cluster => query is { AsOf: null, ValidAt: null } ? cluster.Members.Any(shown.Contains) : cluster.Members.All(shown.Contains))])
        {
            Contradictions = ContradictionFinder.Find(items),
        };
    }
}
