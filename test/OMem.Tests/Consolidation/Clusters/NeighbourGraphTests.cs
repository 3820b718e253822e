using CsCheck;
using OMem.Consolidation;
using OMem.Consolidation.Clusters;

namespace OMem.Tests.Consolidation.Clusters;

public sealed class NeighbourGraphTests
{
    private const int Runs = 80;

    /// <summary>Which attribute is put in or taken out, whether the graph is made anew before, and whether all is looked at after.</summary>
    private static readonly Gen<(int Item, bool Restart, bool Look)[]> Steps =
        Gen.Select(Gen.Int[0, 39], Gen.Int[0, 6].Select(i => i == 0), Gen.Int[0, 3].Select(i => i == 0)).Array[1, 60];

    public static TheoryData<string> Kinds => ["words", "vectors", "mixed"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AddRemove_AnyOrderAndRestarts_EqualsTheFullGraph(string kind) => ItemsOf(kind).Select(Steps).Sample(
        (items, steps) =>
        {
            var current = new HashSet<ItemEntry>(ReferenceEqualityComparer.Instance);
            var graph = new NeighbourGraph([]);
            foreach (var (item, restart, look) in steps)
            {
                if (restart)
                {
                    graph = new NeighbourGraph(current);
                }

                Toggle(graph, current, items[item % items.Length]);
                if (look)
                {
                    ShouldEqual(graph, current);
                }
            }

            ShouldEqual(graph, current);
        },
        iter: Runs);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AddRemove_WhatChanged_CoversEveryRegionThatDiffers(string kind) => ItemsOf(kind).Select(Steps).Sample(
        (items, steps) =>
        {
            var current = new HashSet<ItemEntry>(ReferenceEqualityComparer.Instance);
            var graph = new NeighbourGraph([]);
            foreach (var (item, restart, _) in steps)
            {
                if (restart)
                {
                    graph = new NeighbourGraph(current);
                }

                var before = new FullGraph([.. current]);
                var changed = Toggle(graph, current, items[item % items.Length]).Where(node => graph.Contains(node.Id));
                var after = new FullGraph([.. current]);
                var covered = Components.Region(graph, changed).Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
                graph.EndChange();
                var known = before.Ids.ToHashSet(StringComparer.Ordinal);
                after.Ids.Where(id => !known.Contains(id) || !before.Region(id).SequenceEqual(after.Region(id))).ShouldBeSubsetOf(covered);
            }
        },
        iter: Runs);

    [Fact]
    public void Resolve_TwoEquallyNear_TakesTheSmallerId()
    {
        GraphItems.ByWords.Where(items => items.Length > 2).Sample(
            items =>
            {
                var forward = new NeighbourGraph(items);
                var backward = new NeighbourGraph(items.Reverse());
                foreach (var item in items)
                {
                    Edge(forward, item.Item.Id).ShouldBe(Edge(backward, item.Item.Id));
                }
            },
            iter: Runs);
    }

    private static List<ClusterNode> Toggle(NeighbourGraph graph, HashSet<ItemEntry> current, ItemEntry item)
    {
        if (current.Remove(item))
        {
            return graph.Remove(item.Item.Id);
        }

        current.Add(item);
        return graph.Add(item);
    }

    private static void ShouldEqual(NeighbourGraph graph, HashSet<ItemEntry> current)
    {
        var full = new FullGraph([.. current]);
        foreach (var id in full.Ids)
        {
            Edge(graph, id).ShouldBe(full.EdgeOf(id));
            Components.Region(graph, [graph.Find(id)!]).Select(node => node.Id).ShouldBe(full.Region(id));
        }

        graph.EndChange();
    }

    private static (string? Nearest, double Similarity) Edge(NeighbourGraph graph, string id)
    {
        var node = graph.Find(id)!;
        graph.Resolve(node);
        return (node.Nearest?.Id, node.Similarity);
    }

    private static Gen<ItemEntry[]> ItemsOf(string kind) => kind switch
    {
        "words" => GraphItems.ByWords,
        "vectors" => GraphItems.ByVector,
        _ => GraphItems.Mixed,
    };
}
