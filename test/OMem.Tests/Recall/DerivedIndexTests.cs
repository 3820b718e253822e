using OMem.Interactions;
using OMem.Recall;
using OMem.Storage;
using OMem.Vectors;

namespace OMem.Tests.Recall;

public sealed class DerivedIndexTests
{
    [Fact]
    public void Apply_ReplacedItem_OldViewKeepsTheOldOne()
    {
        var index = new DerivedIndex(new DerivedMemory(1, [Item("a", "likes jazz"), Item("b", "plays chess")], [], []), null, 0);
        var before = index.View;
        index.Apply(2, [Item("a", "likes opera"), Item("c", "owns a cat")], []);
        Texts(before).ShouldBe(["likes jazz", "plays chess"]);
        Texts(index.View).ShouldBe(["plays chess", "likes opera", "owns a cat"]);
        before.Items.Count.ShouldBe(2);
        index.View.Items.Count.ShouldBe(3);
        index.View.Version.ShouldBe(2);
        Match(before, "jazz").ShouldBe(["likes jazz"]);
        Match(index.View, "jazz").ShouldBeEmpty();
        Match(index.View, "opera").ShouldBe(["likes opera"]);
    }

    [Fact]
    public void Apply_ManyReplacements_StaysSmallAndRight()
    {
        var index = new DerivedIndex(new DerivedMemory(0, [], [], []), null, 0);
        var views = new List<DerivedView>();
        for (var round = 0; round < 300; round++)
        {
            index.Apply(round + 1, [Item($"i{round % 10}", $"value{round}")], []);
            views.Add(index.View);
        }

        for (var round = 0; round < 300; round += 23)
        {
            var expected = Enumerable.Range(Math.Max(0, round - 9), Math.Min(10, round + 1)).Select(i => $"value{i}");
            Texts(views[round]).Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Match_Coverage_IsTheShareOfClueWeight()
    {
        var view = new RecallFixture().Say("A", "jazz").Say("A", "jazz opera").Say("A", "other").View;
        var items = new DerivedIndex(new DerivedMemory(1, [Item("a", "jazz"), Item("b", "jazz opera"), Item("c", "none")], [], []), null, 0).View.Items;
        var question = QueryAnalyzer.Analyze(view, "jazz opera");
        var matches = items.Match(question, null);
        matches.Count.ShouldBe(2);
        matches[0].Coverage.ShouldBe(question.Terms[0].Idf / (question.Terms[0].Idf + question.Terms[1].Idf), 1e-5f);
        matches[1].Coverage.ShouldBe(1f, 1e-5f);
        matches[1].Relevance.ShouldBeGreaterThan(matches[0].Relevance);
    }

    [Fact]
    public void Match_Vectors_FindsWhatStandsOut()
    {
        var random = new Random(3);
        float[] Vector() => VectorCodec.Normalize([.. Enumerable.Range(0, 32).Select(_ => (float)(random.NextDouble() - 0.5))]);
        var target = Vector();
        var items = Enumerable.Range(0, 50).Select(i => Item($"i{i:00}", $"text{i}", i == 17 ? target : Vector())).ToList();
        var view = new DerivedIndex(new DerivedMemory(1, items, [], []), "m", 32).View;
        var question = QueryAnalyzer.Analyze(new ScopeIndex(null, 0).View, "unrelated");
        var best = view.Items.Match(question, QueryVectors.Create(target, target)).MaxBy(match => match.Relevance);
        best.Value.Item.Id.ShouldBe("i17");
        best.Similarity.ShouldBe(1f, 0.02f);
    }

    [Fact]
    public void Empty_HasNothing()
    {
        DerivedView.Empty.Items.Count.ShouldBe(0);
        DerivedView.Empty.Topics.Count.ShouldBe(0);
        DerivedView.Empty.Items.Match(QueryAnalyzer.Analyze(new ScopeIndex(null, 0).View, "x"), null).ShouldBeEmpty();
    }

    private static List<string> Match(DerivedView view, string text) =>
        [.. view.Items.Match(QueryAnalyzer.Analyze(new RecallFixture().Say("A", "jazz opera").View, text), null).Select(match => match.Value.Item.Text)];

    private static List<string> Texts(DerivedView view) => [.. view.Items.Values().Select(item => item.Item.Text)];

    private static StoredItem Item(string id, string text, float[]? vector = null) => new(
        new PersonaItem
        {
            Id = id, Kind = PersonaItemKind.Attribute, Subject = "A", Value = text, Text = text,
            RecordedAt = RecallFixture.Day(1, 1), Evidence = [], Reader = "test@1",
        },
        new IndexData(InteractionAnalyzer.Analyze(text).Encode(), vector is null ? default(ReadOnlyMemory<byte>) : VectorCodec.Encode(vector), vector is null ? null : "m", vector?.Length ?? 0));
}
