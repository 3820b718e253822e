using CsCheck;
using OMem.Consolidation;
using OMem.Storage;
using OMem.Vectors;

namespace OMem.Tests.Consolidation.Clusters;

/// <summary>Random attributes close enough to each other that many join, with ties among them.</summary>
internal static class GraphItems
{
    private static readonly string[] Words = ["jazz", "opera", "tea", "coffee", "hills", "boats", "chess", "maps"];

    /// <summary>Values of a few of a few words: overlaps repeat, so equal similarities do.</summary>
    public static readonly Gen<ItemEntry[]> ByWords = Make(Gen.Const(new IndexData(default, default, null, 0)));

    /// <summary>Vectors around three directions.</summary>
    public static readonly Gen<ItemEntry[]> ByVector = Make(Vector("model", 24));

    /// <summary>Some with a vector of one model or another, some with none, some with a broken one.</summary>
    public static readonly Gen<ItemEntry[]> Mixed = Make(Gen.OneOf(
        Vector("model", 24), Vector("other", 24), Vector("model", 7), Gen.Const(new IndexData(default, default, null, 0)), Gen.Const(new IndexData(default, default, "model", 24))));

    private static Gen<IndexData> Vector(string model, int dimensions) => Gen.Select(
        Gen.Int[0, 2],
        Gen.Int[-3, 3].Array[dimensions],
        (direction, noise) => new IndexData(default, VectorCodec.Encode([.. noise.Select((x, i) => (i % 3 == direction ? 4f : 0f) + x)]), model, dimensions));

    private static Gen<ItemEntry[]> Make(Gen<IndexData> index) => Gen.Select(Gen.Int[0, Words.Length - 1].Array[0, 4], index).Array[1, 40].Select(
        drafts => drafts.Select((draft, i) => Entry(i, string.Join(' ', draft.Item1.Select(word => Words[word])), draft.Item2)).ToArray());

    private static ItemEntry Entry(int number, string value, IndexData index)
    {
        // Ids in another order than numbers, so that ties are seen to go by id.
        var id = $"a{number * 7 % 41:00}";
        return ItemEntry.Of(new StoredItem(
            new PersonaItem
            {
                Id = id,
                Kind = PersonaItemKind.Attribute,
                Subject = "Alice",
                Aspect = "preference",
                Value = value,
                Text = $"Alice loves {value}",
                RecordedAt = DateTimeOffset.UnixEpoch,
                Confidence = 0.5,
                Evidence = [new Evidence(number + 1, id, 0, 1)],
                Reader = "test@1",
            },
            index));
    }
}
