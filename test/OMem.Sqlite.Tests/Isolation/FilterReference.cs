using System.Text.Json;

namespace OMem.Sqlite.Tests.Isolation;

/// <summary>Filters in plain code.</summary>
internal static class FilterReference
{
    /// <summary>The field for which a query has to be refused; null when it is good.</summary>
    public static string? Fault(HistoryQuery query) =>
        HostileNames.IsBroken(query.ItemId) ? "ItemId"
        : HostileNames.IsBroken(query.Subject) ? "Subject"
        : HostileNames.IsBroken(query.ItemKind) ? "ItemKind"
        : query.Operations.Any(static operation => !Enum.IsDefined(operation)) ? "Operations"
        : query.Limit < 0 ? "Limit"
        : null;

    /// <inheritdoc cref="Fault(HistoryQuery)"/>
    public static string? Fault(RecallQuery query) =>
        HostileNames.IsBroken(query.Speaker) ? "Speaker"
        : HostileNames.IsBroken(query.Session) ? "Session"
        : query.Kinds.Any(static kind => !Enum.IsDefined(kind)) ? "Kinds"
        : query.From >= query.To ? "From"
        : null;

    public static IEnumerable<LedgerEntry> Of(IReadOnlyList<LedgerEntry> all, HistoryQuery query)
    {
        HashSet<string>? chain = query.ItemId is null ? null : new(StringComparer.Ordinal) { query.ItemId };
        for (var known = 0; chain is not null && known < chain.Count;)
        {
            known = chain.Count;
            chain.UnionWith(all.Where(entry => entry.SupersededId is not null && chain.Contains(entry.ItemId)).Select(static entry => entry.SupersededId!));
        }

        return all.Where(entry => (chain is null || chain.Contains(entry.ItemId))
            && (query.Subject is null || string.Equals(entry.Subject, query.Subject, StringComparison.Ordinal))
            && (query.ItemKind is null || string.Equals(entry.ItemKind, query.ItemKind, StringComparison.Ordinal))
            && (query.Operations.Count == 0 || query.Operations.Contains(entry.Operation))
            && (query.AsOf is null || entry.RecordedAt <= query.AsOf)
            && entry.Sequence > query.After).Take(query.Limit ?? int.MaxValue);
    }

    public static PersonaCard Of(PersonaCard all, string? subject)
    {
        bool IsOf(string name) => subject is null || string.Equals(name, subject, StringComparison.Ordinal);
        var (attributes, facts) = (all.Attributes.Where(item => IsOf(item.Subject)).ToArray(), all.Facts.Where(item => IsOf(item.Subject)).ToArray());
        return new PersonaCard(attributes, facts, [.. all.Clusters.Where(cluster => IsOf(cluster.Subject))])
        {
            Contradictions = [.. all.Contradictions.Where(pair => IsOf(pair.Subject))],
        };
    }

    public static string Text(PersonaCard card) => JsonSerializer.Serialize(card);

    public static bool Passes(FilterWorld world, RecallItem item, RecallQuery query)
    {
        if (query.Kinds.Count > 0 && !query.Kinds.Contains(item.Kind))
        {
            return false;
        }

        return item.Kind is RecallItemKind.Interaction
            ? (query.Speaker is null || string.Equals(item.Citations[0].Speaker, query.Speaker, StringComparison.Ordinal)) && Passes(item.Citations[0], query)
            : (query.Speaker is null || string.Equals(world.Items[item.Id].Subject, query.Speaker, StringComparison.Ordinal)) && item.Citations.Any(citation => Passes(citation, query));
    }

    /// <summary>Whether the message behind a citation passes, whoever said it.</summary>
    public static bool Passes(Citation citation, RecallQuery query) =>
        (query.Session is null || string.Equals(citation.Session, query.Session, StringComparison.Ordinal))
        && (query.From is null || citation.OccurredAt >= query.From)
        && (query.To is null || citation.OccurredAt < query.To);
}
