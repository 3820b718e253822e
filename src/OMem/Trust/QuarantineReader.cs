using OMem.Consolidation;
using OMem.Interactions;
using OMem.Persona;
using OMem.Recall;
using OMem.Storage;

namespace OMem.Trust;

/// <summary>Reads what is held back out of derived memory, each with why, by whom, what it speaks against and what would release it.</summary>
internal sealed class QuarantineReader(SourceRules rules)
{
    public IReadOnlyList<QuarantinedItem> Read(DerivedMemory memory, ScopeView view, QuarantineQuery query)
    {
        var believed = memory.Items.Select(static stored => stored.Item).Where(static item => !item.Held && TimeView.IsCurrent(item))
            .ToLookup(static item => (item.Kind, item.Subject));
        return
        [
            .. memory.Items.Select(static stored => stored.Item).Where(static item => item.Held && item.SupersededAt is null)
                .Where(item => query.Subject is null || string.Equals(item.Subject, query.Subject, StringComparison.Ordinal))
                .OrderByDescending(static item => item.LastStatedAt ?? item.RecordedAt)
                .ThenBy(static item => item.Id, StringComparer.Ordinal)
                .Take(query.Limit ?? int.MaxValue)
                .Select(item => Show(item, Citations.Of(item, view, filter: null), [.. believed[(item.Kind, item.Subject)].Where(known => HeldMatch.Contradicts(known, item)).OrderBy(static known => known.Id, StringComparer.Ordinal)])),
        ];
    }

    private QuarantinedItem Show(PersonaItem item, IReadOnlyList<Citation> sources, IReadOnlyList<PersonaItem> contradicts) => new(
        item, HeldWords.Reason(sources.Select(static source => source.Role)), HeldWords.Needs(sources.Select(static source => source.Role), contradicts.Count > 0, rules.Needed), sources, contradicts);
}
