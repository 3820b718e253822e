using OMem.Storage;

namespace OMem.Encryption;

/// <summary>Derived memory as the store is given it: ids are tokens, everything in words is one sealed text, each bound to the id of its row.</summary>
/// <remarks>In the clear stay kinds, times, confidence, flags, log positions, spans of evidence, model and dimensions.</remarks>
internal static class SealedDerived
{
    public static DerivedCommit Seal(ScopeKeys keys, DerivedCommit commit) => commit with
    {
        Items = [.. commit.Items.Select(item => Seal(keys, item))],
        RemovedItems = Tokens(keys, commit.RemovedItems),
        Topics = [.. commit.Topics.Select(topic => Seal(keys, topic))],
        RemovedTopics = Tokens(keys, commit.RemovedTopics),
        Clusters = [.. commit.Clusters.Select(cluster => Seal(keys, cluster))],
        RemovedClusters = Tokens(keys, commit.RemovedClusters),
        Ledger = [.. commit.Ledger.Select(entry => SealedLedger.Seal(keys, entry))],
    };

    public static DerivedMemory Open(ScopeKeys keys, DerivedMemory memory)
    {
        var pool = new NamePool();
        return memory with
        {
            Items = [.. memory.Items.Select(item => Open(keys, item, pool)).OrderBy(static item => item.Item.Id, StringComparer.Ordinal)],
            Clusters = [.. memory.Clusters.Select(cluster => Open(keys, cluster, pool)).OrderBy(static cluster => cluster.Id, StringComparer.Ordinal)],
            Topics = [.. memory.Topics.Select(topic => Open(keys, topic)).OrderBy(static topic => topic.Topic.Id, StringComparer.Ordinal)],
        };
    }

    public static StoredItem Seal(ScopeKeys keys, StoredItem stored)
    {
        var item = stored.Item;
        using var plain = new Pack().Add(item.Subject).Add(item.Aspect).Add(item.Value).Add(item.Text).Add(item.Reader);
        using var bound = Bound(FieldKind.Item, item.Id);
        return new StoredItem(
            item with
            {
                Id = keys.Token(TokenKind.Derived, item.Id),
                Subject = "",
                Aspect = null,
                Value = "",
                Text = keys.SealText(plain.Written, bound),
                Reader = "",
                SupersededBy = keys.TokenOrNull(TokenKind.Derived, item.SupersededBy),
                ClusterId = keys.TokenOrNull(TokenKind.Derived, item.ClusterId),
                Evidence = SealedEvidence.Seal(keys, item.Evidence),
            },
            SealIndex(keys, stored.Index, FieldKind.ItemTerms, FieldKind.ItemVector, item.Id));
    }

    public static StoredTopic Seal(ScopeKeys keys, StoredTopic stored)
    {
        var topic = stored.Topic;
        using var plain = new Pack().Add(topic.Label).Add(topic.Aliases);
        using var bound = Bound(FieldKind.Topic, topic.Id);
        return new StoredTopic(
            topic with { Id = keys.Token(TokenKind.Derived, topic.Id), Label = keys.SealText(plain.Written, bound), Aliases = [] },
            SealIndex(keys, stored.Index, FieldKind.TopicTerms, FieldKind.TopicVector, topic.Id));
    }

    public static AttributeCluster Seal(ScopeKeys keys, AttributeCluster cluster)
    {
        using var plain = new Pack().Add(cluster.Subject).Add(cluster.Label).Add(cluster.Summary);
        using var bound = Bound(FieldKind.Cluster, cluster.Id);
        return cluster with
        {
            Id = keys.Token(TokenKind.Derived, cluster.Id),
            Subject = "",
            Label = "",
            Summary = keys.SealText(plain.Written, bound),
            Members = Tokens(keys, cluster.Members),
        };
    }

    private static StoredItem Open(ScopeKeys keys, StoredItem stored, NamePool pool)
    {
        var item = stored.Item;
        var id = keys.Word(TokenKind.Derived, item.Id);
        using var bound = Bound(FieldKind.Item, id);
        var reader = new PackReader(keys.OpenText(item.Text, bound, "The text of an attribute or fact"));
        return new StoredItem(
            item with
            {
                Id = id,
                Subject = reader.Text(pool),
                Aspect = reader.TextOrNull(pool),
                Value = reader.Text(),
                Text = reader.Text(),
                Reader = reader.Text(pool),
                SupersededBy = keys.WordOrNull(TokenKind.Derived, item.SupersededBy),
                ClusterId = keys.WordOrNull(TokenKind.Derived, item.ClusterId),
                Evidence = SealedEvidence.Open(keys, item.Evidence),
            },
            OpenIndex(keys, stored.Index, FieldKind.ItemTerms, FieldKind.ItemVector, id));
    }

    private static StoredTopic Open(ScopeKeys keys, StoredTopic stored)
    {
        var topic = stored.Topic;
        var id = keys.Word(TokenKind.Derived, topic.Id);
        using var bound = Bound(FieldKind.Topic, id);
        var reader = new PackReader(keys.OpenText(topic.Label, bound, "The label of a topic"));
        return new StoredTopic(
            topic with { Id = id, Label = reader.Text(), Aliases = reader.Texts() },
            OpenIndex(keys, stored.Index, FieldKind.TopicTerms, FieldKind.TopicVector, id));
    }

    private static AttributeCluster Open(ScopeKeys keys, AttributeCluster cluster, NamePool pool)
    {
        var id = keys.Word(TokenKind.Derived, cluster.Id);
        using var bound = Bound(FieldKind.Cluster, id);
        var reader = new PackReader(keys.OpenText(cluster.Summary, bound, "The summary of a group of attributes"));
        return new AttributeCluster(
            id, reader.Text(pool), reader.Text(pool), reader.Text(), [.. cluster.Members.Select(member => keys.Word(TokenKind.Derived, member))]);
    }

    private static IndexData SealIndex(ScopeKeys keys, IndexData index, FieldKind terms, FieldKind vector, string id)
    {
        return index with { Terms = SealPart(terms, index.Terms), Vector = SealPart(vector, index.Vector) };

        ReadOnlyMemory<byte> SealPart(FieldKind kind, ReadOnlyMemory<byte> part)
        {
            using var bound = Bound(kind, id);
            return part.IsEmpty ? part : keys.Seal(part.Span, bound);
        }
    }

    private static IndexData OpenIndex(ScopeKeys keys, IndexData index, FieldKind terms, FieldKind vector, string id)
    {
        return index with { Terms = OpenPart(terms, index.Terms), Vector = OpenPart(vector, index.Vector) };

        ReadOnlyMemory<byte> OpenPart(FieldKind kind, ReadOnlyMemory<byte> part)
        {
            using var bound = Bound(kind, id);
            return part.IsEmpty ? part : keys.Open(part.Span, bound, "The index of an item or topic");
        }
    }

    private static string[] Tokens(ScopeKeys keys, IReadOnlyList<string> ids) => [.. ids.Select(id => keys.Token(TokenKind.Derived, id))];

    private static Pack Bound(FieldKind kind, string id) => new Pack().Add((byte)kind).Add(id);
}
