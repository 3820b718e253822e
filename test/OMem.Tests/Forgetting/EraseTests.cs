namespace OMem.Tests.Forgetting;

public sealed class EraseTests
{
    [Fact]
    public async Task Erase_MessageWhoseStatementWasUndone_LeavesNotEvenItsIdInTheLedger()
    {
        await using var memory = new ForgettingFixture();
        await memory.SayAsync("I live in Oslo.", "I no longer live in Oslo.");
        var ended = await memory.Memory.GetHistoryAsync(new HistoryQuery { Operations = [LedgerOperation.End] }).SingleAsync();
        await memory.Memory.UndoAsync(new UndoRequest { Entry = ended.Sequence, Note = ForgettingFixture.Note });
        (await memory.Memory.GetHistoryAsync().LastAsync()).Revert.ShouldNotBeNull().ShouldContain("\"m2\"");

        await memory.EraseAsync("m2");

        (await memory.Memory.GetHistoryAsync().ToListAsync()).ShouldAllBe(entry => entry.Revert == null || !entry.Revert.Contains("\"m2\""));
        (await memory.ValuesAsync("home")).ShouldBe(["Oslo"]);
    }

    [Fact]
    public async Task Erase_Message_NothingOfItIsLeft()
    {
        await using var memory = new ForgettingFixture();
        await memory.SayAsync("I love jazz.", "I live in Oslo.", "I moved to Rome.");

        var receipt = await memory.Memory.EraseAsync(ForgettingFixture.Ids("m1", "m3"), ForgettingFixture.Note);
        await memory.Memory.FlushAsync();

        receipt.Interactions.ShouldBe(2);
        receipt.Items.ShouldBeGreaterThanOrEqualTo(2);
        var export = await memory.ExportAsync();
        foreach (var word in new[] { "jazz", "Rome", "rome", "\"m1\"", "\"m3\"" })
        {
            export.ShouldNotContain(word);
        }

        (await memory.ValuesAsync("home")).ShouldBe(["Oslo"]);
        (await memory.Memory.RecallAsync(new RecallQuery("jazz Rome"))).Items.ShouldAllBe(item => item.Text.Contains("Oslo"));
    }

    [Fact]
    public async Task Erase_SaidElsewhereToo_IsReadAgainFromThere()
    {
        await using var memory = new ForgettingFixture();
        await memory.SayAsync("I love jazz.", "I still love jazz.");

        await memory.EraseAsync("m1");

        (await memory.ValuesAsync("preference")).ShouldBe(["jazz"]);
        (await memory.ItemAsync("jazz")).Evidence.Select(evidence => evidence.InteractionId).ShouldBe(["m2"]);
    }

    [Theory]
    [InlineData("m1", "Paris")]
    [InlineData("m2", "Paris")]
    [InlineData("m3", "Rome")]
    public async Task Erase_OneOfAChain_TheLatestOfTheRestHolds(string id, string home)
    {
        await using var memory = new ForgettingFixture();
        await memory.SayAsync("I live in Oslo.", "I moved to Rome.", "I moved to Paris.");

        await memory.EraseAsync(id);

        (await memory.ValuesAsync("home")).ShouldBe([home]);
    }

    [Fact]
    public async Task Erase_WholeScope_StartsEmpty()
    {
        await using var memory = new ForgettingFixture();
        await memory.SayAsync("I love jazz.", "I live in Oslo.");

        var receipt = await memory.Memory.EraseAsync(MemorySelection.All, ForgettingFixture.Note);

        receipt.WholeScope.ShouldBeTrue();
        receipt.Interactions.ShouldBe(2);
        (await memory.Memory.GetStatsAsync()).Interactions.ShouldBe(0);
        (await memory.LedgerAsync()).ShouldBeEmpty();
        await memory.SayAsync("I love tea.");
        (await memory.ValuesAsync("preference")).ShouldBe(["tea"]);
        (await memory.Memory.RecallAsync(new RecallQuery("jazz Oslo"))).Items.ShouldAllBe(item => !item.Text.Contains("jazz") && !item.Text.Contains("Oslo"));
    }
}
