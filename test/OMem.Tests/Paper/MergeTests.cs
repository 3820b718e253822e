using OMem.Consolidation;
using OMem.Consolidation.Paper;
using OMem.Storage;
using OMem.Tests.Engine;
using OMem.Vectors;

namespace OMem.Tests.Paper;

/// <summary>Merging of attributes: the nearest-neighbour graph, and what becomes of its components.</summary>
public sealed class MergeTests
{
    [Fact]
    public async Task Components_AnyAttributes_AreAllInOneAndAtMostHalfAsMany()
    {
        var random = new Random(7);
        for (var count = 2; count <= 40; count++)
        {
            var attributes = await EntriesAsync([.. Enumerable.Range(0, count).Select(n => FormattableString.Invariant($"{Word(random)} {Word(random)} {Word(random)} {n}"))]);

            var components = NearestNeighbours.Components(attributes);

            components.SelectMany(static component => component).OrderBy(static entry => entry.Item.Id, StringComparer.Ordinal).ShouldBe(attributes.OrderBy(static entry => entry.Item.Id, StringComparer.Ordinal));
            components.ShouldAllBe(static component => component.Count >= 2);
            components.Count.ShouldBeLessThanOrEqualTo(count / 2);
        }
    }

    [Fact]
    public async Task Components_UnrelatedAttributes_AreMergedAllTheSame()
    {
        var attributes = await EntriesAsync("likes jazz", "has an allergy");

        NearestNeighbours.Components(attributes).ShouldHaveSingleItem().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Components_PairsAlike_AreApart()
    {
        var attributes = await EntriesAsync("Alice likes loud jazz", "works as night nurse", "Alice likes old jazz", "works as head nurse");

        NearestNeighbours.Components(attributes).Select(static component => string.Join('|', component.Select(static entry => entry.Item.Text)))
            .ShouldBe(["Alice likes loud jazz|Alice likes old jazz", "works as night nurse|works as head nurse"]);
    }

    [Fact]
    public async Task Components_EquallyNear_TakesTheEarlier() =>
        NearestNeighbours.Components(await EntriesAsync("one", "two", "three", "four")).ShouldHaveSingleItem().Count.ShouldBe(4);

    [Fact]
    public void Components_FewerThanTwo_AreNone() => NearestNeighbours.Components([]).ShouldBeEmpty();

    [Fact]
    public async Task Flush_Attributes_AreMergedOnceWhenNothingWaits()
    {
        await using var fixture = new PaperFixture();

        await fixture.TellAsync("My dog barks", "My job bores", "My dog sleeps", "My job pays");

        fixture.Model.Mergings.Select(static merging => string.Join('|', merging)).Order(StringComparer.Ordinal)
            .ShouldBe(["Alice: My dog barks|Alice: My dog sleeps", "Alice: My job bores|Alice: My job pays"]);
        var merged = await fixture.ItemsAsync("m_");
        merged.Select(static item => item.Text).ShouldBe(["Alice: My dog barks / Alice: My dog sleeps", "Alice: My job bores / Alice: My job pays"]);
        merged[0].Evidence.Select(static evidence => evidence.Sequence).ShouldBe([1, 3]);
        merged[0].Aspect.ShouldBe("all");
        (await fixture.ItemsAsync("a_")).ShouldAllBe(static item => item.SupersededAt == null && item.ClusterId != null);
        (await fixture.DerivedAsync()).Clusters.Select(static cluster => cluster.Members.Count).ShouldBe([2, 2]);
    }

    [Fact]
    public async Task Flush_OneComponentChanges_OnlyItIsMergedAgain()
    {
        await using var fixture = new PaperFixture();
        await fixture.TellAsync("My dog barks", "My job bores", "My dog sleeps", "My job pays");

        await fixture.RememberAsync(PaperFixture.Say(5, "My dog barks loudly"));

        fixture.Model.Mergings.Count.ShouldBe(3);
        fixture.Model.Mergings[2].ShouldBe(["Alice: My dog barks", "Alice: My dog sleeps", "Alice: My dog barks loudly"]);
        (await fixture.ItemsAsync("m_")).Where(static item => item.SupersededAt is null).Select(static item => item.Evidence.Count).ShouldBe([3, 2]);
        (await fixture.ItemsAsync("m_")).Count.ShouldBe(3);
        (await fixture.DerivedAsync()).Clusters.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Flush_NothingNew_AsksNothing()
    {
        await using var fixture = new PaperFixture();
        await fixture.TellAsync("My dog barks", "My dog sleeps");
        var calls = fixture.Model.Client.Calls.Count;

        await fixture.Memory.FlushAsync();
        await fixture.Open(fixture.Model.Client).ForScope(PaperFixture.Scope).FlushAsync();

        fixture.Model.Client.Calls.Count.ShouldBe(calls);
    }

    [Fact]
    public async Task Flush_OneAttribute_IsAProfileWithoutACall()
    {
        await using var fixture = new PaperFixture();

        await fixture.TellAsync("My dog barks");

        fixture.Model.Mergings.ShouldBeEmpty();
        (await fixture.Memory.RecallAsync(new RecallQuery("dog?") { Kinds = [RecallItemKind.Attribute] })).Items.ShouldHaveSingleItem().Text.ShouldStartWith("Alice: My dog barks");
    }

    [Fact]
    public async Task Flush_ComponentComesBack_IsMergedAgain()
    {
        await using var fixture = new PaperFixture();
        await fixture.TellAsync("My dog barks", "My dog sleeps");
        await fixture.RememberAsync(PaperFixture.Say(3, "My dog eats"));
        fixture.Model.Route = static routing => ("update", routing.IdOf("eats"));

        await fixture.RememberAsync(PaperFixture.Say(4, "My parrot talks always"));
        await fixture.RememberAsync(PaperFixture.Say(5, "My parrot talks sometimes"));

        var current = (await fixture.ItemsAsync("m_")).FindAll(static item => item.SupersededAt is null);
        current.SelectMany(static item => item.Evidence).Select(static evidence => evidence.Sequence).Distinct().Order()
            .ShouldBe((await fixture.ItemsAsync("a_")).Where(static item => item.SupersededAt is null).SelectMany(static item => item.Evidence).Select(static evidence => evidence.Sequence).Order());
    }

    [Theory]
    [InlineData("no JSON at all")]
    [InlineData("""{"attributes":[]}""")]
    [InlineData("""{"attributes":[{"aspect":null,"text":"x"},null]}""")]
    public async Task Flush_MergeAnswerUnusable_LeavesTheAttributesReadable(string answer)
    {
        await using var fixture = new PaperFixture(new PaperModel(data => data.Contains("\"attributes\"", StringComparison.Ordinal) ? answer : null));

        await fixture.TellAsync("My dog barks", "My cat purrs");

        (await fixture.ItemsAsync("m_")).ShouldBeEmpty();
        (await fixture.DerivedAsync()).Clusters.ShouldBeEmpty();
        (await fixture.ItemsAsync("a_")).ShouldAllBe(static item => item.ClusterId == null);
        var items = (await fixture.Memory.RecallAsync(new RecallQuery("cat") { Kinds = [RecallItemKind.Attribute] })).Items;
        items.ShouldHaveSingleItem().Text.ShouldStartWith("Alice: My cat purrs");
    }

    private static string Word(Random random) => new[] { "sun", "moon", "river", "stone", "bird", "tree", "road", "song", "lamp", "boat" }[random.Next(10)];

    private static async Task<List<ItemEntry>> EntriesAsync(params string[] texts)
    {
        using var generator = new HashedWordGenerator();
        var indexes = await new OMem.Interactions.IndexMaker(new TextEmbedder(generator)).MakeAsync(texts, default);
        return [.. texts.Select((text, i) => ItemEntry.Of(new StoredItem(
            new PersonaItem
            {
                Id = FormattableString.Invariant($"a_{i:000}"),
                Kind = PersonaItemKind.Attribute,
                Subject = "Alice",
                Value = text,
                Text = text,
                RecordedAt = PaperFixture.Start,
                Evidence = [new Evidence(i + 1, "m", 0, 0)],
                Reader = "paper",
            },
            indexes[i])))];
    }
}
