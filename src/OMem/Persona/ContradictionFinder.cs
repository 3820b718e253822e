using OMem.Consolidation;

namespace OMem.Persona;

/// <summary>Finds what stands undecided among attributes: the same value of the same aspect, affirmed and denied.</summary>
internal static class ContradictionFinder
{
    public static IReadOnlyList<Contradiction> Find(IEnumerable<PersonaItem> items)
    {
        var found = new List<Contradiction>();
        var groups = items.Where(static item => item.Kind is PersonaItemKind.Attribute && item.SupersededAt is null)
            .GroupBy(static item => (item.Subject, item.Aspect));
        foreach (var group in groups)
        {
            var denied = group.Where(static item => item.Polarity is Polarity.Negative).Select(static item => (item, Key: ValueKey.Of(item.Value))).ToList();
            if (denied.Count == 0)
            {
                continue;
            }

            foreach (var affirmed in group.Where(static item => item.Polarity is Polarity.Positive))
            {
                var key = ValueKey.Of(affirmed.Value);
                found.AddRange(denied.Where(other => other.Key.Overlap(key) >= ConsolidationLimits.SameByWords)
                    .Select(other => new Contradiction(group.Key.Subject, group.Key.Aspect, affirmed.Id, other.item.Id)));
            }
        }

        return [.. found.OrderBy(static pair => pair.Affirmed, StringComparer.Ordinal).ThenBy(static pair => pair.Denied, StringComparer.Ordinal)];
    }
}
