namespace OMem.Tests.Forgetting;

public sealed class ForgetTests
{
    [Fact]
    public async Task Forget_Message_IsSeenNowhere()
    {
        await using var memory = new ForgettingFixture();
        await memory.SayAsync("I love jazz.", "I live in Oslo.", "My brother plays chess.");
        var before = await memory.Memory.RecallAsync(new RecallQuery("jazz"));
        before.Items.ShouldNotBeEmpty();

        var result = await memory.Memory.ForgetAsync(ForgettingFixture.Ids("m1"), ForgettingFixture.Note);

        result.Interactions.ShouldBe(1);
        result.Removed.ShouldNotBeEmpty();
        (await memory.Memory.RecallAsync(new RecallQuery("jazz") { IncludeTrace = true, Neighbours = 5 })).Items.ShouldAllBe(item => !item.Text.Contains("jazz"));
        (await memory.Memory.ReadLogAsync().Select(stored => stored.Interaction.Id).ToListAsync()).ShouldBe(["m2", "m3"]);
        (await memory.AllAsync()).ShouldAllBe(item => !item.Text.Contains("jazz"));
        (await memory.Memory.GetTopicsAsync()).ShouldAllBe(topic => !topic.Label.Contains("jazz"));
        (await memory.Memory.GetEpisodesAsync(new EpisodeQuery { Text = "jazz" })).ShouldBeEmpty();
        (await memory.Memory.GetStatsAsync()).Interactions.ShouldBe(2);
        (await memory.ExportAsync()).ShouldContain("jazz");
    }

    [Theory]
    [InlineData("jazz", "m1,m4")]
    [InlineData("jazz concerts", "m1,m4")]
    [InlineData("What does she think of chess?", "m3")]
    [InlineData("her tattoo of a heron", "")]
    [InlineData("🙂", "")]
    public async Task Preview_Query_TakesWhatSaysIt_NotWhateverIsNearest(string query, string expected)
    {
        await using var memory = new ForgettingFixture();
        await memory.SayAsync("I love jazz.", "I live in Oslo.", "I think chess is dull.", "We went to a jazz concert in Bergen.");

        var selection = new MemorySelection { Query = query };
        var result = expected.Length == 0 ? null : await memory.Memory.ForgetAsync(selection, ForgettingFixture.Note);

        if (result is null)
        {
            (await memory.Memory.PreviewForgetAsync(selection)).Interactions.ShouldBe(0);
        }

        var left = await memory.Memory.ReadLogAsync().Select(stored => stored.Interaction.Id).ToListAsync();
        string.Join(',', new[] { "m1", "m2", "m3", "m4" }.Except(left)).ShouldBe(expected);
    }

    [Fact]
    public async Task Undo_Forget_BringsEverythingBack()
    {
        await using var memory = new ForgettingFixture();
        await memory.SayAsync("I love jazz.", "I live in Oslo.", "I moved to Rome.", "I love jazz concerts and blues.", "I play the piano in a jazz band.");
        var before = await memory.PictureAsync();

        var forgotten = await memory.Memory.ForgetAsync(ForgettingFixture.Ids("m1", "m3"), ForgettingFixture.Note);
        (await memory.ValuesAsync("home")).ShouldBe(["Oslo"]);
        var between = await memory.PictureAsync();
        between.ShouldNotBe(before);

        var undo = await memory.Memory.UndoAsync(new UndoRequest { Entry = forgotten.Entry, Note = ForgettingFixture.Note });
        (await memory.PictureAsync()).ShouldBe(before);
        (await memory.ValuesAsync("home")).ShouldBe(["Rome"]);

        var redo = await memory.Memory.RedoAsync(ForgettingFixture.Note, undo.Entry);
        (await memory.PictureAsync()).ShouldBe(between);

        await memory.Memory.UndoAsync(new UndoRequest { Entry = redo.Entry, Note = ForgettingFixture.Note });
        (await memory.PictureAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Rebuild_Forgotten_StaysForgottenAndComesBackWithUndo()
    {
        await using var memory = new ForgettingFixture();
        await memory.SayAsync("I live in Oslo.", "I moved to Rome.", "I love tea.");
        var forgotten = await memory.Memory.ForgetAsync(ForgettingFixture.Ids("m2"), ForgettingFixture.Note);

        await memory.Memory.RebuildAsync();
        (await memory.ValuesAsync("home")).ShouldBe(["Oslo"]);
        (await memory.Memory.GetStatusAsync()).Pending.ShouldBe(0);

        await memory.Memory.UndoAsync(new UndoRequest { Entry = forgotten.Entry, Note = ForgettingFixture.Note });
        await memory.Memory.FlushAsync();
        (await memory.ValuesAsync("home")).ShouldBe(["Rome"]);
    }

    [Fact]
    public async Task Undo_SomethingElseWasSaidMeanwhile_TheLaterHasTheLastWord()
    {
        await using var memory = new ForgettingFixture();
        await memory.SayAsync("I live in Oslo.");
        var forgotten = await memory.Memory.ForgetAsync(ForgettingFixture.Ids("m1"), ForgettingFixture.Note);
        await memory.SayAsync("I live in Rome.");

        await memory.Memory.UndoAsync(new UndoRequest { Entry = forgotten.Entry, Note = ForgettingFixture.Note });

        (await memory.ValuesAsync("home")).ShouldBe(["Rome"]);
    }

    [Fact]
    public async Task Forget_NotUnderstoodYet_IsNeverReadAndWaitsAgainAfterUndo()
    {
        await using var memory = new ForgettingFixture();
        await memory.Memory.RememberAsync([Engine.EngineFixture.Say("m1", "I love jazz.")]);

        var forgotten = await memory.Memory.ForgetAsync(ForgettingFixture.Ids("m1"), ForgettingFixture.Note);
        (await memory.Memory.GetStatusAsync()).Pending.ShouldBe(0);
        (await memory.Memory.EstimateAsync()).Interactions.ShouldBe(0);

        await memory.Memory.UndoAsync(new UndoRequest { Entry = forgotten.Entry, Note = ForgettingFixture.Note });
        (await memory.Memory.GetStatusAsync()).Pending.ShouldBe(1);
        await memory.Memory.FlushAsync();
        (await memory.AllAsync()).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Forget_NotWhatWasShown_IsRefused()
    {
        await using var memory = new ForgettingFixture();
        await memory.SayAsync("I love jazz.");
        var selection = new MemorySelection { Sessions = ["s1"] };
        var preview = await memory.Memory.PreviewForgetAsync(selection);
        await memory.SayAsync("I love tea.");

        var fault = await Should.ThrowAsync<CorrectionException>(() => memory.Memory.ForgetAsync(selection, ForgettingFixture.Note, preview.Fingerprint));

        fault.Fault.ShouldBe(CorrectionFault.Changed);
        (await memory.Memory.GetStatsAsync()).Interactions.ShouldBe(2);
    }

    [Fact]
    public async Task Forget_Twice_NothingIsLeftToForget()
    {
        await using var memory = new ForgettingFixture();
        await memory.SayAsync("I love jazz.");
        await memory.Memory.ForgetAsync(MemorySelection.All, ForgettingFixture.Note);

        (await Should.ThrowAsync<CorrectionException>(() => memory.Memory.ForgetAsync(MemorySelection.All, ForgettingFixture.Note))).Fault.ShouldBe(CorrectionFault.NothingToDo);
    }
}
