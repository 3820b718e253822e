using OMem.Paper;

namespace OMem.Consolidation.Paper;

/// <summary>Attributes that are to be merged together.</summary>
/// <param name="Id">Made of its members: with other members it is another component.</param>
/// <param name="Members">The attributes, in log order.</param>
internal sealed record Component(string Id, IReadOnlyList<ItemEntry> Members);

/// <summary>What is to be merged of one person, compared with what was merged before.</summary>
/// <param name="Attributes">The current attributes before merging.</param>
/// <param name="Components">Components that have not been merged as they are now.</param>
/// <param name="Outdated">Merged attributes of components that are no more.</param>
/// <param name="Gone">Ids of those components.</param>
internal sealed record MergePlan(IReadOnlyList<ItemEntry> Attributes, IReadOnlyList<Component> Components, IReadOnlyList<ItemEntry> Outdated, IReadOnlyList<string> Gone)
{
    /// <summary>Whether all is merged as it should be.</summary>
    public bool IsEmpty => (Components.Count == 0 && Outdated.Count == 0 && Gone.Count == 0) || (Attributes.Count == 0 && Outdated.Count == 0);

    /// <summary>Attributes of no component: the only one of a person.</summary>
    public IEnumerable<ItemEntry> Unclustered => Attributes.Count == 1 ? Attributes : [];

    /// <summary>The plan of a person.</summary>
    public static MergePlan Of(DerivedState state, string subject)
    {
        var attributes = PaperItems.Known(state, PersonaItemKind.Attribute, subject);
        var merged = state.AttributesOf(subject).Where(static entry => entry.IsCurrent && PaperMethod.IsMerged(entry.Item))
            .OrderBy(static entry => entry.Item.Id, StringComparer.Ordinal).ToList();
        var components = NearestNeighbours.Components(attributes).ConvertAll(members => new Component(
            StableId.Of("c_", [subject, .. members.Select(static member => member.Item.Id)]), members));
        var wanted = components.Select(static component => component.Id).ToHashSet(StringComparer.Ordinal);
        var done = merged.Select(static entry => entry.Item.ClusterId!).ToHashSet(StringComparer.Ordinal);
        return new MergePlan(
            attributes,
            components.FindAll(component => !done.Contains(component.Id)),
            merged.FindAll(entry => !wanted.Contains(entry.Item.ClusterId!)),
            [.. attributes.Concat(merged).Select(static entry => entry.Item.ClusterId).OfType<string>().Distinct(StringComparer.Ordinal).Where(id => !wanted.Contains(id)).Order(StringComparer.Ordinal)]);
    }

    /// <summary>When it is told: with the latest of the attributes, so that the same log says the same whenever it is merged.</summary>
    public Telling Telling(ReaderIdentity reader)
    {
        var told = Attributes.Count > 0 ? Attributes : Outdated;
        return new Telling(
            told.Max(static entry => entry.Item.Evidence[^1].Sequence),
            told.Max(static entry => entry.Item.LastStatedAt ?? entry.Item.RecordedAt),
            told.Max(static entry => entry.Item.RecordedAt),
            reader.ToString());
    }
}
