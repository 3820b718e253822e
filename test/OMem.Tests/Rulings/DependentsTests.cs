using System.Text.Json;

namespace OMem.Tests.Rulings;

/// <summary>What depends on an item follows when it is taken back, corrected, or brought back: groups, card, recall and what the memory says it knows.</summary>
public sealed class DependentsTests : IAsyncDisposable
{
    private static readonly CorrectionNote Note = RulingFixture.Note;

    private readonly RulingFixture _fixture = new();

    private IMemory Memory => _fixture.Memory;

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Signal_OnlyAnswerTakenBack_IsNotKnownUntilUndone(bool isRebuilt)
    {
        await _fixture.SayAsync("I live in Oslo.", "I love jazz.", "I have a dog called Rex.", "I work as a nurse.");
        var query = new RecallQuery("Where does Alice live?");
        var before = await Memory.RecallAsync(query);
        before.Signal.IsKnown.ShouldBeTrue();
        before.Items[0].Text.ShouldContain("Oslo");

        var retracted = await Memory.RetractAsync((await _fixture.ItemAsync("Oslo")).Id, Note);
        if (isRebuilt)
        {
            await Memory.RebuildAsync();
        }

        var after = await Memory.RecallAsync(query);
        after.Items.ShouldAllBe(static item => !item.Text.Contains("Oslo", StringComparison.Ordinal));
        after.Signal.IsKnown.ShouldBeFalse(after.Signal.Reason);
        after.Signal.Probability.ShouldBeLessThan(before.Signal.Probability);
        await Memory.UndoAsync(new UndoRequest { Entry = retracted.Entry, Note = Note });
        var again = await Memory.RecallAsync(query);
        again.Signal.IsKnown.ShouldBeTrue();
        again.Items[0].Text.ShouldContain("Oslo");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Groups_MemberTakenBackCorrectedOrBroughtBack_SayWhatTheirMembersSay(bool isRebuilt)
    {
        await _fixture.SayAsync("I love jazz.", "I love jazz concerts.", "I love old jazz records.", "I love live jazz clubs.");
        await HoldsAsync();
        var retracted = await Memory.RetractAsync((await _fixture.ItemAsync("records")).Id, Note);
        await HoldsAsync("records");
        var corrected = await Memory.CorrectAsync((await _fixture.ItemAsync("concerts")).Id, new Replacement { Value = "jazz festivals", Text = "Alice loves jazz festivals" }, Note);
        await HoldsAsync("records", "concerts");
        if (isRebuilt)
        {
            await Memory.RebuildAsync();
            await HoldsAsync("records", "concerts");
        }

        await Memory.UndoAsync(new UndoRequest { Entry = corrected.Entry, Note = Note });
        await HoldsAsync("records", "festivals");
        await Memory.UndoAsync(new UndoRequest { Entry = retracted.Entry, Note = Note });
        await HoldsAsync("festivals");
        (await Memory.GetPersonaAsync()).Clusters.ShouldNotBeEmpty();
    }

    /// <summary>No group, item or recall says the words; each group is of current items of the card, which name it, and nothing else.</summary>
    private async Task HoldsAsync(params string[] gone)
    {
        var card = await Memory.GetPersonaAsync();
        var current = card.Attributes.ToDictionary(static item => item.Id, StringComparer.Ordinal);
        foreach (var group in card.Clusters)
        {
            group.Members.ShouldAllBe(member => current.ContainsKey(member) && current[member].ClusterId == group.Id);
        }

        current.Values.Where(static item => item.ClusterId is not null).ShouldAllBe(item => card.Clusters.Any(group => group.Id == item.ClusterId && group.Members.Contains(item.Id)));
        var recall = await Memory.RecallAsync(new RecallQuery("What jazz does Alice love?"));
        foreach (var word in gone)
        {
            JsonSerializer.Serialize(card).ShouldNotContain(word);
            recall.Items.ShouldAllBe(item => !item.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
            recall.Context.ShouldNotContain(word);
        }
    }
}
