namespace OMem.TestKit.Storage;

/// <summary>Derived memory: every field, replacing, growing lists, order.</summary>
public abstract class DerivedConformance<THarness> : MemoryStoreConformance<THarness>
    where THarness : StoreHarness, new()
{
    private long _version;

    [Fact]
    public async Task ReadDerived_NothingCommitted_IsEmpty() =>
        Expect.Same(new DerivedMemory(0, [], [], []), await Store.ReadDerivedAsync(Alice));

    [Fact]
    public async Task ReadDerived_EveryFieldOfAnItem_ComesBackAsGiven()
    {
        var item = Expect.Complete(new PersonaItem
        {
            Id = "i1",
            Kind = PersonaItemKind.Fact,
            Subject = "Zoë",
            Aspect = "home",
            Value = "Łódź",
            Text = "Zoë does not live in Łódź",
            Polarity = Polarity.Negative,
            Exclusive = true,
            Approximate = true,
            Confidence = 0.1 + 0.2,
            ValidFrom = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.FromHours(-5)),
            ValidTo = new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.FromHours(14)),
            RecordedAt = Sample.Noon.AddTicks(1),
            LastStatedAt = Sample.Noon.AddTicks(2).ToOffset(TimeSpan.FromMinutes(345)),
            SupersededAt = Sample.Noon.AddTicks(3),
            SupersededBy = "i2",
            Evidence = [new Evidence(7, "m7", 1, 2), new Evidence(7, "m7", 5, 6), new Evidence(9, "m9", 0, 0)],
            ClusterId = "c1",
            Reader = "local@1",
            Held = true,
        });

        await CommitAsync(new DerivedCommit { ExpectedVersion = 0, Items = [new StoredItem(item, Sample.Index("i1"))] });

        Expect.Same(new StoredItem(item, Sample.Index("i1")), Assert.Single((await Store.ReadDerivedAsync(Alice)).Items));
    }

    [Fact]
    public async Task ReadDerived_LeastFieldsOfAnItem_ComeBackAsGiven()
    {
        var item = new StoredItem(new PersonaItem { Id = "i", Subject = "", Kind = PersonaItemKind.Attribute, Value = "", Text = "", RecordedAt = Sample.Noon, Evidence = [], Reader = "" }, Sample.NoIndex);

        await CommitAsync(new DerivedCommit { ExpectedVersion = 0, Items = [item] });

        Expect.Same(item, Assert.Single((await Store.ReadDerivedAsync(Alice)).Items));
    }

    [Fact]
    public async Task Commit_RemovedItems_AreGoneAndMayComeBack()
    {
        await CommitAsync(new DerivedCommit { ExpectedVersion = 0, Items = [Sample.Item("a", 1, 2), Sample.Item("b", 1)] });
        await CommitAsync(new DerivedCommit { ExpectedVersion = 1, RemovedItems = ["a", "unknown"] });

        Assert.Equal("b", Assert.Single((await Store.ReadDerivedAsync(Alice)).Items).Item.Id);

        await CommitAsync(new DerivedCommit { ExpectedVersion = 2, Items = [Sample.Item("a", 3)] });

        Expect.Same(Sample.Item("a", 3), (await Store.ReadDerivedAsync(Alice)).Items[0]);
    }

    [Fact]
    public async Task Commit_ItemsRemovedAsAnotherScope_LeavesThem()
    {
        await CommitAsync(new DerivedCommit { ExpectedVersion = 0, Items = [Sample.Item("a", 1)] });

        await Store.CommitAsync(Bob, new DerivedCommit { ExpectedVersion = 0, RemovedItems = ["a"] });

        Assert.Equal("a", Assert.Single((await Store.ReadDerivedAsync(Alice)).Items).Item.Id);
    }

    [Fact]
    public async Task ReadDerived_EveryFieldOfATopic_ComesBackAsGiven()
    {
        var topic = Expect.Complete(new Topic
        {
            Id = "t1",
            Label = "the garden",
            Aliases = ["roses", "\"Rosen\"", ""],
            Interactions = [1, 5, 4_000_000_000],
            FirstAt = Sample.Noon.ToOffset(TimeSpan.FromHours(-12)),
            LastAt = Sample.Noon.AddYears(3),
        });

        await CommitAsync(new DerivedCommit { ExpectedVersion = 0, Topics = [new StoredTopic(topic, Sample.Index("t1"))] });

        Expect.Same(new StoredTopic(topic, Sample.Index("t1")), Assert.Single((await Store.ReadDerivedAsync(Alice)).Topics));
    }

    [Fact]
    public async Task ReadDerived_EveryFieldOfACluster_ComesBackAsGiven()
    {
        var cluster = Expect.Complete(new AttributeCluster("c1", "Zoë", "home", "lives by the sea", ["i3", "i1", "i2"]));

        await CommitAsync(new DerivedCommit { ExpectedVersion = 0, Clusters = [cluster] });

        Expect.Same(cluster, Assert.Single((await Store.ReadDerivedAsync(Alice)).Clusters));
    }

    [Fact]
    public async Task ReadDerived_Lists_AreInOrdinalOrderOfIds()
    {
        string[] ids = ["B", "a", "b", "ä", "\U0001F600", "\uFF5E"];
        string[] shuffled = ["b", "\uFF5E", "ä", "B", "\U0001F600", "a"];

        await CommitAsync(new DerivedCommit
        {
            ExpectedVersion = 0,
            Items = [.. shuffled.Select(static id => Sample.Item(id, 1))],
            Topics = [.. shuffled.Select(static id => Sample.Topic(id, 1))],
            Clusters = [.. shuffled.Select(static id => new AttributeCluster(id, "A", "l", "s", ["i"]))],
        });

        var derived = await Store.ReadDerivedAsync(Alice);
        Assert.Equal(ids, derived.Items.Select(static item => item.Item.Id));
        Assert.Equal(ids, derived.Topics.Select(static topic => topic.Topic.Id));
        Assert.Equal(ids, derived.Clusters.Select(static cluster => cluster.Id));
    }

    [Fact]
    public async Task Commit_KnownItem_IsReplacedAsAWhole()
    {
        var first = Sample.Item("i", 1, 2);
        var second = new StoredItem(
            first.Item with { Value = "new", Aspect = null, SupersededAt = Sample.Noon, Evidence = [Sample.Evidence(3)] }, Sample.Index("second"));

        await CommitAsync(new DerivedCommit { ExpectedVersion = 0, Items = [first, Sample.Item("other", 1)] });
        await CommitAsync(new DerivedCommit { ExpectedVersion = 0, Items = [second] });

        Expect.Same([second, Sample.Item("other", 1)], (await Store.ReadDerivedAsync(Alice)).Items);
    }

    [Theory]
    [InlineData("1 2 3", "1 2 3 4 5")]
    [InlineData("1 2 3", "1 2 3")]
    [InlineData("1 2 3", "1 2")]
    [InlineData("1 2 3", "1 4 5 6")]
    [InlineData("1 3 5", "1 2 3 4 5 6")]
    [InlineData("2 3", "1 2 3")]
    [InlineData("1 2 3", "")]
    [InlineData("", "1 2 3")]
    [InlineData("1", "2")]
    public async Task Commit_ListThatGrewOrChanged_IsTheNewList(string before, string after)
    {
        long[] first = [.. Numbers(before)];
        long[] second = [.. Numbers(after)];

        await CommitAsync(new DerivedCommit { ExpectedVersion = 0, Items = [Sample.Item("i", first)], Topics = [Sample.Topic("t", first)] });
        await CommitAsync(new DerivedCommit { ExpectedVersion = 0, Items = [Sample.Item("i", second)], Topics = [Sample.Topic("t", second)] });

        var derived = await Store.ReadDerivedAsync(Alice);
        Assert.Equal(second, derived.Topics[0].Topic.Interactions);
        Assert.Equal(second, derived.Items[0].Item.Evidence.Select(static evidence => evidence.Sequence));

        static IEnumerable<long> Numbers(string text) =>
            text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static word => long.Parse(word, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Commit_EvidenceWithOtherSpans_IsReplaced()
    {
        var first = Sample.Item("i", 1, 2);
        var second = first with { Item = first.Item with { Evidence = [new Evidence(1, "m1", 0, 1), Sample.Evidence(2), Sample.Evidence(3)] } };

        await CommitAsync(new DerivedCommit { ExpectedVersion = 0, Items = [first] });
        await CommitAsync(new DerivedCommit { ExpectedVersion = 0, Items = [second] });

        Expect.Same(second, Assert.Single((await Store.ReadDerivedAsync(Alice)).Items));
    }

    [Fact]
    public async Task Commit_TopicThatGrowsCommitByCommit_KeepsEveryLink()
    {
        var links = new List<long>();
        for (var i = 1; i <= 40; i++)
        {
            links.Add(i * 3);
            await CommitAsync(new DerivedCommit { ExpectedVersion = 0, Topics = [Sample.Topic("t", [.. links])] });
        }

        Assert.Equal(links, Assert.Single((await Store.ReadDerivedAsync(Alice)).Topics).Topic.Interactions);
    }

    [Fact]
    public async Task Commit_RemovedClusters_AreGoneAndMayComeBack()
    {
        AttributeCluster one = new("c1", "A", "l", "s", ["i1", "i2"]);
        AttributeCluster two = new("c2", "A", "l", "s", ["i3"]);
        await CommitAsync(new DerivedCommit { ExpectedVersion = 0, Clusters = [one, two] });

        await CommitAsync(new DerivedCommit { ExpectedVersion = 0, RemovedClusters = ["c1", "never there"] });
        Expect.Same([two], (await Store.ReadDerivedAsync(Alice)).Clusters);

        var again = one with { Members = ["i2", "i1"] };
        await CommitAsync(new DerivedCommit { ExpectedVersion = 0, RemovedClusters = ["c1"], Clusters = [again, two with { Members = [] }] });
        Expect.Same([again, two with { Members = [] }], (await Store.ReadDerivedAsync(Alice)).Clusters);
    }

    private async Task CommitAsync(DerivedCommit commit) =>
        _version = await Store.CommitAsync(Alice, commit with { ExpectedVersion = _version });
}
