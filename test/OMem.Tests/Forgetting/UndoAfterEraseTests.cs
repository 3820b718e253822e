namespace OMem.Tests.Forgetting;

public sealed class UndoAfterEraseTests
{
    [Fact]
    public async Task Undo_OfWhatAnErasePutAnItemBehind_LetsThatHoldAgain()
    {
        await using var memory = new ForgettingFixture();
        await memory.SayAsync("I work as a baker.", "I work as a nurse.", "I work as a teacher now.");
        await memory.EraseAsync("m2");
        (await memory.ValuesAsync("job")).ShouldHaveSingleItem().ShouldContain("teacher");
        var teacher = (await memory.Memory.GetPersonaAsync()).Attributes.Single(static item => item.Aspect == "job");
        var entry = await memory.Memory.GetHistoryAsync(new HistoryQuery { ItemId = teacher.Id }).LastAsync(entry => entry.ItemId == teacher.Id);

        var undo = await memory.Memory.UndoAsync(new UndoRequest { Entry = entry.Sequence, Note = ForgettingFixture.Note });

        (await memory.ValuesAsync("job")).ShouldHaveSingleItem().ShouldContain("baker");
        var all = (await memory.Memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true })).Attributes;
        all.ShouldAllBe(item => item.SupersededBy == null || all.Any(other => other.Id == item.SupersededBy));
        await memory.Memory.RedoAsync(ForgettingFixture.Note, undo.Entry);
        (await memory.ValuesAsync("job")).ShouldHaveSingleItem().ShouldContain("teacher");
    }

    [Fact]
    public async Task Undo_EntryWhoseDataWent_IsRefusedAndOthersStillUndo()
    {
        await using var memory = new ForgettingFixture();
        await memory.SayAsync("I love jazz.", "I love tea.");
        var jazz = await memory.Memory.RetractAsync((await memory.ItemAsync("jazz")).Id, ForgettingFixture.Note);
        var tea = await memory.Memory.RetractAsync((await memory.ItemAsync("tea")).Id, ForgettingFixture.Note);

        var receipt = await memory.Memory.EraseAsync(ForgettingFixture.Ids("m1"), ForgettingFixture.Note);

        foreach (var entry in new[] { jazz.Entry, receipt.Entry!.Value, 2 })
        {
            var fault = await Should.ThrowAsync<CorrectionException>(() => memory.Memory.UndoAsync(new UndoRequest { Entry = entry, Note = ForgettingFixture.Note }));
            fault.Fault.ShouldBe(CorrectionFault.Erased);
            fault.Entries.ShouldBe([entry]);
        }

        await memory.Memory.UndoAsync(new UndoRequest { Entry = tea.Entry, Note = ForgettingFixture.Note });
        (await memory.ValuesAsync("preference")).ShouldBe(["tea"]);
        (await memory.LedgerAsync()).Where(static row => row.ItemId == "erased").ShouldAllBe(row => row.Before == null && row.After == null && row.Subject == null && row.Evidence.Count == 0 && row.Reason == "erased");
    }

    [Fact]
    public async Task Undo_ForgetOfWhichAPartWasErased_BringsTheRestBack()
    {
        await using var memory = new ForgettingFixture();
        await memory.SayAsync("I love jazz.", "I live in Oslo.");
        var forgotten = await memory.Memory.ForgetAsync(ForgettingFixture.Ids("m1", "m2"), ForgettingFixture.Note);
        await memory.EraseAsync("m1");

        await memory.Memory.UndoAsync(new UndoRequest { Entry = forgotten.Entry, Note = ForgettingFixture.Note });
        await memory.Memory.FlushAsync();

        (await memory.ValuesAsync("home")).ShouldBe(["Oslo"]);
        (await memory.ValuesAsync("preference")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Receipt_Changed_IsNotBelieved()
    {
        await using var memory = new ForgettingFixture();
        await memory.SayAsync("I love jazz.");
        var receipt = await memory.Memory.EraseAsync(MemorySelection.All, ForgettingFixture.Note);
        var json = EraseReceipts.Write(receipt);

        EraseReceipts.Read(json).ShouldBe(receipt);
        EraseReceipts.IsOf(receipt, new MemoryScope("acme", "bob")).ShouldBeFalse();
        json.ShouldNotContain("jazz");
        Should.Throw<FormatException>(() => EraseReceipts.Read(json.Replace("\"interactions\":1", "\"interactions\":0", StringComparison.Ordinal)));
        Should.Throw<FormatException>(() => EraseReceipts.Read("{}"));
    }
}
