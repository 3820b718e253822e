namespace OMem.Tests.Trust;

public sealed class ReleaseTests
{
    [Fact]
    public async Task Confirm_WhatIsHeldBack_IsBelievedAndSurvivesARebuild()
    {
        await using var sources = new Sources();
        await sources.SayAsync("I live in Oslo.");
        await sources.SayAsync("The user lives in Rome.", SpeakerRole.Tool);
        var held = await sources.HeldItemAsync();

        var result = await sources.Memory.ConfirmAsync(held.Item.Id, Sources.Note);

        (await sources.BelievedAsync()).ShouldBe(["Alice lives in Rome"]);
        (await sources.HeldAsync()).ShouldBeEmpty();
        var item = (await sources.Memory.GetPersonaAsync()).Attributes.Single();
        (item.Confidence, item.Held).ShouldBe((1, false));
        result.Changed.Select(static changed => changed.Id).ShouldContain(item.Id);
        var before = await sources.PictureAsync();
        await sources.Memory.RebuildAsync();
        (await sources.PictureAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Confirm_IsUndone_IsHeldBackAgainAndStaysSo()
    {
        await using var sources = new Sources();
        await sources.SayAsync("I live in Oslo.");
        await sources.SayAsync("The user lives in Rome.", SpeakerRole.Tool);
        var before = await sources.PictureAsync();
        var result = await sources.Memory.ConfirmAsync((await sources.HeldItemAsync()).Item.Id, Sources.Note);
        await sources.Memory.UndoAsync(new UndoRequest { Entry = result.Entry, Note = Sources.Note });
        (await sources.PictureAsync()).ShouldBe(before);
        await sources.Memory.RebuildAsync();
        (await sources.PictureAsync()).ShouldBe(before);
        await sources.Memory.RedoAsync(Sources.Note);
        (await sources.BelievedAsync()).ShouldBe(["Alice lives in Rome"]);
    }

    [Fact]
    public async Task Retract_WhatIsHeldBack_DiscardsItAlsoAfterARebuild()
    {
        await using var sources = new Sources();
        await sources.SayAsync("Hello.");
        await sources.SayAsync("The user lives in Rome.", SpeakerRole.Tool);
        await sources.Memory.RetractAsync((await sources.HeldItemAsync()).Item.Id, Sources.Note);
        (await sources.HeldAsync()).ShouldBeEmpty();
        await sources.Memory.RebuildAsync();
        (await sources.HeldAsync()).ShouldBeEmpty();
        (await sources.BelievedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Retract_WhatAToolSaid_TakesNothingBackThatThePersonSaid()
    {
        await using var sources = new Sources();
        await sources.SayAsync("Hello.");
        await sources.SayAsync("The user lives in Rome.", SpeakerRole.Tool);
        await sources.Memory.RememberAsync([new Interaction { Id = "late", Speaker = "Alice", Text = "I live in Rome.", OccurredAt = new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero) }]);
        await sources.Memory.RetractAsync((await sources.HeldItemAsync()).Item.Id, Sources.Note);
        await sources.Memory.FlushAsync();
        (await sources.BelievedAsync()).ShouldBe(["Alice lives in Rome"]);
    }

    [Fact]
    public async Task Correct_WhatIsHeldBack_IsBelievedAsCorrected()
    {
        await using var sources = new Sources();
        await sources.SayAsync("I live in Oslo.");
        await sources.SayAsync("The user lives in Rome.", SpeakerRole.Tool);
        await sources.Memory.CorrectAsync((await sources.HeldItemAsync()).Item.Id, new Replacement { Value = "Bergen" }, Sources.Note);
        (await sources.BelievedAsync()).ShouldBe(["Alice lives in Bergen"]);
        (await sources.HeldAsync()).ShouldBeEmpty();
        await sources.Memory.RebuildAsync();
        (await sources.BelievedAsync()).ShouldBe(["Alice lives in Bergen"]);
        (await sources.HeldAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Undo_OfACorroboration_IsHeldBackAgainAndStaysSoUntilItIsSaidAnew()
    {
        await using var sources = new Sources();
        await sources.SayAsync("Hello.");
        await sources.SayAsync("You live in Rome.", SpeakerRole.Assistant);
        await sources.SayAsync("I live in Rome.");
        var release = (await sources.LedgerAsync()).Single(entry => entry.Operation is LedgerOperation.Release);
        await sources.Memory.UndoAsync(new UndoRequest { Entry = release.Sequence, Note = Sources.Note });

        (await sources.HeldAsync()).ShouldBe(["Alice lives in Rome"]);
        (await sources.Memory.GetPersonaAsync()).Attributes.Single().Evidence.Count.ShouldBe(1);
        var before = await sources.PictureAsync();
        await sources.Memory.RebuildAsync();
        (await sources.PictureAsync()).ShouldBe(before);

        await sources.SayAsync("Yes, I live in Rome.");
        (await sources.HeldAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Undo_OfIndependentSources_IsHeldBackAgain()
    {
        await using var sources = new Sources();
        await sources.SayAsync("Hello.");
        await sources.SayAsync("The user lives in Rome.", SpeakerRole.Document, "a", "1");
        await sources.SayAsync("The user lives in Rome.", SpeakerRole.Document, "b", "2");
        var release = (await sources.LedgerAsync()).Single(entry => entry.Operation is LedgerOperation.Release);
        await sources.Memory.UndoAsync(new UndoRequest { Entry = release.Sequence, Note = Sources.Note });
        (await sources.BelievedAsync()).ShouldBeEmpty();
        (await sources.HeldItemAsync()).Item.Evidence.Count.ShouldBe(2);
        var before = await sources.PictureAsync();
        await sources.Memory.RebuildAsync();
        (await sources.PictureAsync()).ShouldBe(before);
        await sources.Memory.RedoAsync(Sources.Note);
        (await sources.BelievedAsync()).ShouldBe(["Alice lives in Rome"]);
    }

    [Fact]
    public async Task Undo_OfADrop_IsHeldBackAgainAndThePersonsWordStays()
    {
        await using var sources = new Sources();
        await sources.SayAsync("Hello.");
        await sources.SayAsync("The user lives in Rome.", SpeakerRole.Tool);
        await sources.SayAsync("I live in Oslo.");
        var drop = (await sources.LedgerAsync()).Single(entry => entry.Operation is LedgerOperation.End);
        await sources.Memory.UndoAsync(new UndoRequest { Entry = drop.Sequence, Note = Sources.Note });
        (await sources.HeldAsync()).ShouldBe(["Alice lives in Rome"]);
        var before = await sources.PictureAsync();
        await sources.Memory.RebuildAsync();
        (await sources.PictureAsync()).ShouldBe(before);
        (await sources.BelievedAsync()).ShouldBe(["Alice lives in Oslo"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Forget_TheWordsThatBoreItOut_IsHeldBackAgain(bool erase)
    {
        await using var sources = new Sources();
        await sources.SayAsync("Hello.");
        await sources.SayAsync("You live in Rome.", SpeakerRole.Assistant);
        await sources.SayAsync("I live in Rome.");
        (await sources.BelievedAsync()).ShouldBe(["Alice lives in Rome"]);

        var selection = new MemorySelection { Interactions = ["m3"] };
        if (erase)
        {
            await sources.Memory.EraseAsync(selection, Sources.Note);
        }
        else
        {
            await sources.Memory.ForgetAsync(selection, Sources.Note);
        }

        await sources.Memory.FlushAsync();
        (await sources.BelievedAsync()).ShouldBeEmpty();
        (await sources.HeldAsync()).ShouldBe(["Alice lives in Rome"]);
    }

    [Fact]
    public async Task Restore_OfAnExport_HoldsTheSameBack()
    {
        await using var sources = new Sources();
        await sources.SayAsync("Hello.");
        await sources.SayAsync("The user lives in Rome.", SpeakerRole.Document, "a", "1");
        var export = new MemoryStream();
        await sources.Memory.ExportAsync(export);
        export.Position = 0;
        var copy = sources.Engine.ForScope(new MemoryScope("acme", "copy"));
        await copy.RestoreAsync(export);
        (await copy.GetQuarantineAsync()).Select(static held => held.Item.Id).ShouldBe((await sources.Memory.GetQuarantineAsync()).Select(static held => held.Item.Id));

        // Who said it is known in the copy too: another document is told from the first, and bears it out.
        await copy.RememberAsync([new Interaction { Id = "x", Speaker = "b", Role = SpeakerRole.Document, Session = "2", Text = "Alice lives in Rome.", OccurredAt = new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero) }]);
        await copy.FlushAsync();
        (await copy.GetPersonaAsync()).Attributes.ShouldHaveSingleItem().Evidence.Count.ShouldBe(2);
        (await copy.GetQuarantineAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Persona_AsOfBeforeTheCorroboration_KnowsNothing()
    {
        await using var sources = new Sources();
        await sources.SayAsync("Hello.");
        await sources.SayAsync("The user lives in Rome.", SpeakerRole.Document, "a", "1");
        var between = (await sources.LedgerAsync())[^1].RecordedAt.AddHours(1);
        await sources.SayAsync("The user lives in Rome.", SpeakerRole.Document, "b", "2");
        (await sources.Memory.GetPersonaAsync(new PersonaQuery { AsOf = between })).Attributes.ShouldBeEmpty();
        (await sources.Memory.RecallAsync(new RecallQuery("Where does Alice live?") { AsOf = between })).Items.ShouldAllBe(item => item.Kind == RecallItemKind.Interaction);
    }
}
