using System.Globalization;
using OMem.Paper;
using OMem.Storage;
using OMem.Understanding;

namespace OMem.Consolidation.Paper;

/// <summary>
/// Merges the attributes of each person (O-Mem, arXiv 2511.13593, eqs. 5-7): components of the nearest-neighbour graph, one call for each
/// whose members have changed. The attributes themselves stay; a merged one has the evidence of all members of its component.
/// </summary>
internal sealed class AttributeMerging(ReaderIdentity reader, AttributeMerger merger)
{
    /// <summary>Merges what has changed.</summary>
    /// <returns>The changes; null when there are none.</returns>
    /// <exception cref="ModelException">The model cannot be used at present, and nothing could be merged.</exception>
    public async Task<DerivedCommit?> RunAsync(MemoryScope scope, DerivedState state, TextIndexer index, CancellationToken cancellationToken)
    {
        var changes = new ChangeSet();
        var changed = false;
        foreach (var subject in state.AttributeSubjects.ToList())
        {
            if (MergePlan.Of(state, subject) is { IsEmpty: false } plan)
            {
                var merged = await MergeAsync(scope, plan.Components, cancellationToken).ConfigureAwait(false);
                var texts = merged.SelectMany(static component => component.Merged).Select(static attribute => attribute.Text).Distinct(StringComparer.Ordinal).ToList();
                var indexes = texts.Count == 0 ? [] : await index(texts, cancellationToken).ConfigureAwait(false);
                state.IsAhead = true;
                changed |= Apply(state, changes, plan, merged, texts.Zip(indexes).ToDictionary(static pair => pair.First, static pair => pair.Second, StringComparer.Ordinal));
            }
        }

        return changed ? changes.ToCommit(state.Version, []) : null;
    }

    /// <summary>One call a component. When the model cannot be used at all the first fault is thrown; what was merged before a fault is kept.</summary>
    private async Task<List<MergedComponent>> MergeAsync(MemoryScope scope, IReadOnlyList<Component> components, CancellationToken cancellationToken)
    {
        var calls = components.Select(component => merger.MergeAsync(scope, component.Members, cancellationToken)).ToList();
        await ((Task)Task.WhenAll(calls)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        if (calls.Count > 0 && calls.TrueForAll(static call => call.IsFaulted))
        {
            await calls[0].ConfigureAwait(false);
        }

        var merged = new List<MergedComponent>();
        foreach (var (component, call) in components.Zip(calls))
        {
            merged.Add(new MergedComponent(component, call.IsFaulted ? [] : await call.ConfigureAwait(false)));
        }

        return merged;
    }

    private bool Apply(DerivedState state, ChangeSet changes, MergePlan plan, List<MergedComponent> merged, Dictionary<string, IndexData> indexOf)
    {
        var editor = new Editor(state, changes, plan.Telling(reader));
        var changed = plan.Outdated.Count > 0;
        foreach (var outdated in plan.Outdated)
        {
            editor.End(outdated, outdated.Item.Evidence[^1], editor.Telling.OccurredAt, "the attributes it was merged from have changed", similarity: null);
        }

        foreach (var lone in plan.Unclustered.Where(static entry => entry.Item.ClusterId is not null))
        {
            editor.SetCluster(lone, clusterId: null);
            changed = true;
        }

        // Numbers the merging, so that a component that comes back later makes items of its own.
        var round = state.Count.ToString(CultureInfo.InvariantCulture);
        foreach (var (component, attributes) in merged.Select(static entry => (entry.Component, entry.Merged)))
        {
            foreach (var member in component.Members)
            {
                changed |= attributes.Count > 0 || member.Item.ClusterId is not null;
                editor.SetCluster(member, attributes.Count > 0 ? component.Id : null);
            }

            if (attributes.Count > 0)
            {
                changes.Put(Cluster(component, attributes), isNew: true);
            }

            foreach (var (aspect, text) in attributes)
            {
                editor.Add(Item(component, aspect, text, round, editor.Telling), indexOf[text], $"merged from {component.Members.Count.ToString(CultureInfo.InvariantCulture)} attributes", similarity: null);
            }
        }

        foreach (var cluster in plan.Gone)
        {
            changes.RemoveCluster(cluster);
            changed = true;
        }

        return changed;
    }

    private static AttributeCluster Cluster(Component component, IReadOnlyList<(string Aspect, string Text)> merged) => new(
        component.Id,
        component.Members[0].Item.Subject,
        string.Join(", ", merged.Select(static attribute => attribute.Aspect).Distinct(StringComparer.Ordinal)),
        string.Join(' ', merged.Select(static attribute => attribute.Text)),
        [.. component.Members.Select(static member => member.Item.Id)]);

    private static PersonaItem Item(Component component, string aspect, string text, string round, Telling telling) => new()
    {
        Id = StableId.Of(PaperMethod.MergedPrefix, component.Id, aspect, text, round),
        Kind = PersonaItemKind.Attribute,
        Subject = component.Members[0].Item.Subject,
        Aspect = aspect,
        Value = text,
        Text = text,
        ValidFrom = component.Members.Min(static member => member.Item.ValidFrom),
        RecordedAt = telling.RecordedAt,
        LastStatedAt = component.Members.Max(static member => member.Item.LastStatedAt),
        Confidence = component.Members.Max(static member => member.Item.Confidence),
        Evidence = [.. component.Members.SelectMany(static member => member.Item.Evidence).DistinctBy(static evidence => evidence.Sequence).OrderBy(static evidence => evidence.Sequence)],
        ClusterId = component.Id,
        Reader = telling.Actor,
    };

    private sealed record MergedComponent(Component Component, IReadOnlyList<(string Aspect, string Text)> Merged);
}
