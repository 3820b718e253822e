using OMem.Storage;

namespace OMem.Persona;

/// <summary>Reads a persona card out of derived memory: what is believed now, or what was believed at an instant.</summary>
internal static class PersonaReader
{
    public static PersonaCard Read(DerivedMemory memory, PersonaQuery query)
    {
        var items = memory.Items
            .Select(stored => stored.Item)
            .Where(item => query.Subject is null || string.Equals(item.Subject, query.Subject, StringComparison.Ordinal))
            .Select(item => query.AsOf is { } instant ? AsBelievedAt(item, instant) : item)
            .OfType<PersonaItem>()
            .Where(item => query.IncludeSuperseded || IsCurrent(item, query.AsOf))
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
            [.. memory.Clusters.Where(cluster => cluster.Members.Any(shown.Contains))]);
    }

    /// <summary>The item as it was believed at the instant; null when it was not known yet.</summary>
    private static PersonaItem? AsBelievedAt(PersonaItem item, DateTimeOffset instant)
    {
        if (item.RecordedAt > instant)
        {
            return null;
        }

        // What ended it was learnt later: at that instant it was still held to be true.
        return item.SupersededAt > instant
            ? item with { SupersededAt = null, SupersededBy = null, ValidTo = null }
            : item;
    }

    private static bool IsCurrent(PersonaItem item, DateTimeOffset? instant)
    {
        if (item.SupersededAt is not null)
        {
            return false;
        }

        // A fact's validity is when it happened: it stays known afterwards.
        return item.Kind is PersonaItemKind.Fact
            || (instant is { } at
                ? (item.ValidFrom is null || item.ValidFrom <= at) && (item.ValidTo is null || at < item.ValidTo)
                : item.ValidTo is null);
    }
}
