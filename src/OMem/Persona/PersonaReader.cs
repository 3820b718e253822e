using OMem.Storage;

namespace OMem.Persona;

/// <summary>Reads a persona card out of derived memory: what is believed and holds now, or what was believed or true at an instant.</summary>
internal static class PersonaReader
{
    public static PersonaCard Read(DerivedMemory memory, PersonaQuery query)
    {
        var view = TimeView.Of(query);
        var items = memory.Items
            .Select(stored => stored.Item)
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
            [.. memory.Clusters.Where(cluster => cluster.Members.Any(shown.Contains))])
        {
            Contradictions = ContradictionFinder.Find(items),
        };
    }
}
