using static OMem.Tests.Rulings.RulingFixture;

namespace OMem.Tests.Rulings;

/// <summary>Confirm, correct and retract: what changes, what is refused, and what a rebuild keeps.</summary>
public sealed class CorrectionTests : IAsyncDisposable
{
    private readonly RulingFixture _fixture = new();

    private IMemory Memory => _fixture.Memory;

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Confirm_CurrentItem_IsCertainAndInTheLedger()
    {
        await _fixture.SayAsync("I live in Oslo.");
        var home = await _fixture.ItemAsync("Oslo");

        var result = await Memory.ConfirmAsync(home.Id, Note);

        result.Changed.ShouldHaveSingleItem().Confidence.ShouldBe(1);
        (await _fixture.ItemAsync("Oslo")).Confidence.ShouldBe(1);
        var entry = (await _fixture.LedgerAsync()).Single(row => row.Sequence == result.Entry);
        (entry.Operation, entry.Actor, entry.Reason, entry.ItemId).ShouldBe((LedgerOperation.Confirm, Note.Actor, Note.Reason, home.Id));
    }

    [Fact]
    public async Task Correct_Value_TakesThePlaceAndTheOldWasNeverTrue()
    {
        await _fixture.SayAsync("I live in Oslo.");
        var home = await _fixture.ItemAsync("Oslo");

        var result = await Memory.CorrectAsync(home.Id, new Replacement { Value = "Bergen" }, Note);

        (await _fixture.ValuesAsync("home")).ShouldBe(["Bergen"]);
        var made = await _fixture.ItemAsync("Bergen");
        made.Text.ShouldBe("Alice lives in Bergen");
        made.Evidence.ShouldBe(home.Evidence);
        made.ValidFrom.ShouldBe(home.ValidFrom);
        result.Changed.Select(item => item.Id).ShouldBe(new[] { home.Id, made.Id }.Order(StringComparer.Ordinal));
        foreach (var day in Enumerable.Range(-5, 10))
        {
            (await Memory.GetPersonaAsync(new PersonaQuery { ValidAt = _fixture.Now.AddDays(day) })).Attributes.ShouldNotContain(item => item.Value == "Oslo");
        }

        (await Memory.RecallAsync(new RecallQuery("Where does Alice live?") { IncludeSuperseded = true })).Items
            .Single(item => item.Id == home.Id).Text.ShouldContain("withdrawn");
    }

    [Fact]
    public async Task Correct_AsOfBefore_GivesTheBeliefOfThen()
    {
        await _fixture.SayAsync("I live in Oslo.");
        var before = _fixture.Now;
        _fixture.Wait();
        await Memory.CorrectAsync((await _fixture.ItemAsync("Oslo")).Id, new Replacement { Value = "Bergen" }, Note);

        (await Memory.GetPersonaAsync(new PersonaQuery { AsOf = before })).Attributes.Select(item => item.Value).ShouldContain("Oslo");
        (await Memory.GetPersonaAsync(new PersonaQuery { AsOf = _fixture.Now })).Attributes.Select(item => item.Value).ShouldNotContain("Oslo");
    }

    [Fact]
    public async Task Retract_Item_IsGoneAndWhatItEndedHoldsAgain()
    {
        await _fixture.SayAsync("I live in Oslo.", "I moved to Rome.");
        (await _fixture.ValuesAsync("home")).ShouldBe(["Rome"]);

        var result = await Memory.RetractAsync((await _fixture.Memory.GetPersonaAsync()).Attributes.Single(item => item.Value == "Rome").Id, Note);

        (await _fixture.ValuesAsync("home")).ShouldBe(["Oslo"]);
        result.Changed.Count.ShouldBe(3);
        var oslo = await _fixture.ItemAsync("Oslo");
        (oslo.ValidTo, oslo.SupersededAt, oslo.SupersededBy).ShouldBe((null, null, null));

        // The same words told of the move: it goes with the home, and comes back with it.
        (await Memory.GetPersonaAsync()).Facts.ShouldBeEmpty();
        await Memory.RebuildAsync();
        (await Memory.GetPersonaAsync()).Facts.ShouldBeEmpty();
        await Memory.UndoAsync(new UndoRequest { Entry = result.Entry, Note = Note });
        (await Memory.GetPersonaAsync()).Facts.ShouldHaveSingleItem().Text.ShouldBe("Alice moved to Rome");
    }

    [Fact]
    public async Task Retract_WhatHappened_TakesWhatFollowedFromItAlong()
    {
        await _fixture.SayAsync("I live in Oslo.", "I moved to Rome.");

        await Memory.RetractAsync((await Memory.GetPersonaAsync()).Facts.Single(static item => item.Text.Contains("Rome", StringComparison.Ordinal)).Id, Note);

        (await _fixture.ValuesAsync("home")).ShouldBe(["Oslo"]);
        await Memory.RebuildAsync();
        (await _fixture.ValuesAsync("home")).ShouldBe(["Oslo"]);
    }

    [Fact]
    public async Task Retract_DenialThatEndedALiking_OpensTheLiking()
    {
        await _fixture.SayAsync("I love coffee.", "I don't drink coffee any more.");
        (await _fixture.ValuesAsync("preference")).ShouldBeEmpty();
        var denial = (await Memory.GetPersonaAsync()).Attributes.Single(item => item.Polarity is Polarity.Negative);

        await Memory.RetractAsync(denial.Id, Note);

        (await _fixture.ValuesAsync("preference")).ShouldBe(["coffee"]);
    }

    [Fact]
    public async Task Retract_MemberOfAGroup_LeavesNoGroupThatNamesIt()
    {
        await _fixture.SayAsync("I love jazz.", "I love jazz concerts.", "I love old jazz records.", "I love live jazz clubs.");
        (await Memory.GetPersonaAsync()).Clusters.ShouldNotBeEmpty();
        var record = await _fixture.ItemAsync("records");

        await Memory.RetractAsync(record.Id, Note);

        var card = await Memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true });
        card.Clusters.ShouldAllBe(cluster => !cluster.Members.Contains(record.Id) && !cluster.Summary.Contains("records", StringComparison.Ordinal));
        card.Attributes.Single(item => item.Id == record.Id).ClusterId.ShouldBeNull();
    }

    [Fact]
    public async Task Rebuild_AfterEveryRuling_KeepsThem()
    {
        await _fixture.SayAsync("I live in Oslo.", "I love jazz.", "I hate olives.", "I work as a nurse.");
        await Memory.RetractAsync((await _fixture.ItemAsync("jazz")).Id, Note);
        await Memory.CorrectAsync((await _fixture.ItemAsync("Oslo")).Id, new Replacement { Value = "Bergen" }, Note);
        await Memory.ConfirmAsync((await _fixture.ItemAsync("olives")).Id, Note);
        var before = await CurrentAsync();

        await Memory.RebuildAsync();
        (await CurrentAsync()).ShouldBe(before);
        await Memory.RebuildAsync();

        (await CurrentAsync()).ShouldBe(before);
        (await _fixture.ValuesAsync("home")).ShouldBe(["Bergen"]);
        (await _fixture.ValuesAsync("preference")).ShouldBe(["-olives"]);
    }

    [Fact]
    public async Task Rebuild_MessageAfterACorrection_StillHasTheLastWord()
    {
        await _fixture.SayAsync("I live in Oslo.");
        await Memory.CorrectAsync((await _fixture.ItemAsync("Oslo")).Id, new Replacement { Value = "Bergen" }, Note);
        await _fixture.SayAsync("I moved to Rome.");
        (await _fixture.ValuesAsync("home")).ShouldBe(["Rome"]);

        await Memory.RebuildAsync();

        (await _fixture.ValuesAsync("home")).ShouldBe(["Rome"]);
        var bergen = (await _fixture.AllAsync()).Single(item => item.Value == "Bergen");
        bergen.SupersededBy.ShouldBe((await _fixture.Memory.GetPersonaAsync()).Attributes.Single(item => item.Value == "Rome").Id);
        var oslo = (await _fixture.AllAsync()).Single(item => item.Value == "Oslo");
        (oslo.ValidTo, oslo.SupersededBy).ShouldBe((oslo.ValidFrom, bergen.Id));
    }

    [Fact]
    public async Task Retracted_SaidAgainLater_IsLearntAgain()
    {
        await _fixture.SayAsync("I love jazz.");
        await Memory.RetractAsync((await _fixture.ItemAsync("jazz")).Id, Note);
        await _fixture.SayAsync("I love jazz.");

        (await _fixture.ValuesAsync("preference")).ShouldBe(["jazz"]);
        (await _fixture.ItemAsync("jazz")).Evidence.ShouldHaveSingleItem().InteractionId.ShouldBe("m2");
        await Memory.RebuildAsync();
        (await _fixture.ItemAsync("jazz")).Evidence.ShouldHaveSingleItem().InteractionId.ShouldBe("m2");
    }

    [Fact]
    public async Task EveryRuling_UnknownOrPastItem_IsRefusedAndChangesNothing()
    {
        await _fixture.SayAsync("I live in Oslo.", "I moved to Rome.");
        var old = (await _fixture.AllAsync()).Single(item => item.Value == "Oslo");
        var (picture, ledger) = (await _fixture.PictureAsync(), await _fixture.LedgerTextAsync());

        foreach (var (id, fault) in new[] { ("a_unknown", CorrectionFault.UnknownItem), ("", CorrectionFault.UnknownItem), (old.Id, CorrectionFault.Superseded) })
        {
            (await Should.ThrowAsync<CorrectionException>(Memory.ConfirmAsync(id, Note))).Fault.ShouldBe(fault);
            (await Should.ThrowAsync<CorrectionException>(Memory.RetractAsync(id, Note))).Fault.ShouldBe(fault);
            (await Should.ThrowAsync<CorrectionException>(Memory.CorrectAsync(id, new Replacement { Value = "x" }, Note))).Fault.ShouldBe(fault);
        }

        (await _fixture.PictureAsync()).ShouldBe(picture);
        (await _fixture.LedgerTextAsync()).ShouldBe(ledger);
    }

    [Fact]
    public async Task EveryRuling_BadInput_IsRefusedAndChangesNothing()
    {
        await _fixture.SayAsync("I live in Oslo.");
        var home = await _fixture.ItemAsync("Oslo");
        var picture = await _fixture.PictureAsync();

        foreach (var act in new Func<Task>[]
        {
            () => Memory.ConfirmAsync(home.Id, new CorrectionNote("", "why")),
            () => Memory.ConfirmAsync(home.Id, new CorrectionNote("me", " ")),
            () => Memory.RetractAsync(home.Id, new CorrectionNote(new string('a', 300), "why")),
            () => Memory.CorrectAsync(home.Id, new Replacement(), Note),
            () => Memory.CorrectAsync(home.Id, new Replacement { Value = "Oslo" }, Note),
            () => Memory.CorrectAsync(home.Id, new Replacement { Value = "" }, Note),
            () => Memory.UndoAsync(new UndoRequest { Note = Note }),
            () => Memory.UndoAsync(new UndoRequest { Entry = 1, After = 0, Note = Note }),
        })
        {
            (await Should.ThrowAsync<CorrectionException>(act)).Fault.ShouldBe(CorrectionFault.Invalid);
        }

        (await _fixture.PictureAsync()).ShouldBe(picture);
    }

    [Fact]
    public async Task EveryRuling_AsAnotherScope_FindsNothingToChange()
    {
        await _fixture.SayAsync("I live in Oslo.");
        var home = await _fixture.ItemAsync("Oslo");
        var picture = await _fixture.PictureAsync();
        var stranger = _fixture.Stranger;

        (await Should.ThrowAsync<CorrectionException>(stranger.ConfirmAsync(home.Id, Note))).Fault.ShouldBe(CorrectionFault.UnknownItem);
        (await Should.ThrowAsync<CorrectionException>(stranger.RetractAsync(home.Id, Note))).Fault.ShouldBe(CorrectionFault.UnknownItem);
        (await Should.ThrowAsync<CorrectionException>(stranger.CorrectAsync(home.Id, new Replacement { Value = "x" }, Note))).Fault.ShouldBe(CorrectionFault.UnknownItem);
        (await Should.ThrowAsync<CorrectionException>(stranger.UndoAsync(new UndoRequest { Entry = 1, Note = Note }))).Fault.ShouldBe(CorrectionFault.UnknownEntry);
        (await Should.ThrowAsync<CorrectionException>(stranger.UndoAsync(new UndoRequest { After = 0, Note = Note }))).Fault.ShouldBe(CorrectionFault.NothingToDo);
        (await Should.ThrowAsync<CorrectionException>(stranger.RedoAsync(Note))).Fault.ShouldBe(CorrectionFault.NothingToDo);
        (await stranger.GetHistoryAsync().ToListAsync()).ShouldBeEmpty();
        (await _fixture.PictureAsync()).ShouldBe(picture);
    }

    private async Task<string[]> CurrentAsync() =>
        [.. (await Memory.GetPersonaAsync()).Attributes.Select(item => $"{item.Id} {item.Text} {item.Confidence} {item.ValidFrom:O}").Order(StringComparer.Ordinal)];
}
