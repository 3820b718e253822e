namespace OMem.Tests.Recall;

public sealed class RecallPathTests
{
    [Fact]
    public async Task Recall_WordsOfATurn_GivesItFirstWithItsCitation()
    {
        var result = await RecallFixture.Chat().RecallAsync("Where did Jonas move for the job?");
        var first = result.Items[0];
        first.Kind.ShouldBe(RecallItemKind.Interaction);
        first.Id.ShouldBe("m4");
        first.Text.ShouldBe("I moved to Lisbon for the new job.");
        first.Citations.ShouldHaveSingleItem().ShouldBe(
            new Citation("m4", 4, "Jonas", SpeakerRole.Person, RecallFixture.Day(2, 10), "s2"));
        first.Why.ShouldContain("'move'");
        result.LogSequence.ShouldBe(8);
        result.Tokens.ShouldBe(result.Items.Sum(item => item.Tokens));
        result.Trace.ShouldBeNull();
    }

    [Fact]
    public async Task Recall_AnyQuery_DescribesHowItWasUnderstood()
    {
        var analysis = (await RecallFixture.Chat().RecallAsync("When did Mira get the kiln, in March 2024?")).Analysis;
        analysis.Speakers.ShouldBe(["Mira"]);
        analysis.Kind.ShouldBe(AnswerKind.Time);
        analysis.Profile.ShouldBe("conversation");
        analysis.Clues.Select(clue => clue.Term).ShouldContain("kiln");
        analysis.Clues.Select(clue => clue.Weight).ShouldBeInOrder(SortDirection.Descending);
        var time = analysis.Times.ShouldHaveSingleItem();
        time.Text.ShouldBe("March 2024");
        time.Range.From.ShouldBe(new DateTimeOffset(2024, 3, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Recall_EmptyMemory_SaysNothingIsStored()
    {
        var result = await new RecallFixture().RecallAsync("anything?");
        result.Items.ShouldBeEmpty();
        result.Signal.ShouldBe(new KnowledgeSignal(0, false, "nothing is stored"));
        result.Context.ShouldContain("Nothing stored bears on the question");
        result.LogSequence.ShouldBe(0);
    }

    [Fact]
    public async Task Recall_UnseenClues_SaysSo()
    {
        var result = await RecallFixture.Chat().RecallAsync("quantum chromodynamics?");
        result.Items.ShouldBeEmpty();
        result.Signal.IsKnown.ShouldBeFalse();
        result.Signal.Reason.ShouldBe("none of the clues occurs");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("what is that?")]
    [InlineData("Mira")]
    public async Task Recall_NoClue_SaysSo(string question)
    {
        var result = await RecallFixture.Chat().RecallAsync(question);
        result.Items.ShouldBeEmpty();
        result.Signal.Reason.ShouldBe("the question holds no clue");
    }

    [Fact]
    public async Task Recall_AllCluesTogether_IsKnownWithHigherProbabilityThanFew()
    {
        var chat = RecallFixture.Chat();
        var all = (await chat.RecallAsync("pottery lessons community workshop")).Signal;
        var few = (await chat.RecallAsync("pottery submarine volcano telescope")).Signal;
        all.Probability.ShouldBeGreaterThan(few.Probability);
        all.Reason.ShouldBe("all clues stand together");
        few.Reason.ShouldBe("1 of 4 clues stand together");
    }

    [Fact]
    public async Task Recall_SameTextTwice_ReturnsTheBetterOneOnly()
    {
        var chat = RecallFixture.Chat().Say("Mira", " My sister gave me a kiln for my birthday. ", "s4", 4, 1);
        var result = await chat.RecallAsync(new RecallQuery("the kiln from her sister") { IncludeTrace = true });
        result.Items.Count(item => item.Text.Contains("kiln", StringComparison.Ordinal)).ShouldBe(1);
        var cut = result.Trace!.Candidates.Single(candidate => candidate.Decision == TraceDecision.Duplicate);
        cut.Reason.ShouldBe("a better item says the same");
    }

    [Fact]
    public async Task Recall_Neighbours_AddsTurnsBesideMarkedAsSuch()
    {
        var query = new RecallQuery("blue bowl") { MaxItems = 5, Neighbours = 1, Session = "s1" };
        var result = await RecallFixture.Chat().RecallAsync(query with { MaxItems = 2 });
        result.Items.Select(item => item.IsNeighbour).ShouldBe([false, false]);
        var one = await RecallFixture.Chat().RecallAsync(new RecallQuery("blue bowl") { MaxItems = 1, Neighbours = 1 });
        one.Items.ShouldHaveSingleItem().Id.ShouldBe("m3");
        var log = new RecallFixture().Say("A", "alpha beta", "s1").Say("B", "unrelated", "s1").Say("A", "other", "s2");
        for (var i = 0; i < 10; i++)
        {
            log.Say("B", $"filler {i}", $"x{i}");
        }

        var more = await log.RecallAsync(new RecallQuery("alpha beta") { Neighbours = 1, From = RecallFixture.Day(1, 1), MaxItems = 10 });
        more.Items[0].Id.ShouldBe("m1");
    }

    [Fact]
    public async Task Recall_MissingFromStore_ThrowsCorrupt()
    {
        var log = new RandomLog(5, 30);
        var path = new OMem.Recall.RecallPath(new(OMem.Recall.RecallWeights.Default), 0.5, OMem.Trust.SourceRules.Default);
        var error = await Should.ThrowAsync<MemoryStoreException>(() => path.RecallAsync(
            log.View, OMem.Recall.DerivedView.Empty, new RecallQuery(log.Turns[3].Text), null,
            (_, _) => Task.FromResult<IReadOnlyList<StoredInteraction>>([]), default));
        error.Fault.ShouldBe(MemoryStoreFault.Corrupt);
    }

    [Fact]
    public async Task Recall_Cancelled_Throws()
    {
        var log = new RandomLog(5, 30);
        var path = new OMem.Recall.RecallPath(new(OMem.Recall.RecallWeights.Default), 0.5, OMem.Trust.SourceRules.Default);
        await Should.ThrowAsync<OperationCanceledException>(() => path.RecallAsync(
            log.View, OMem.Recall.DerivedView.Empty, new RecallQuery("word"), null, RecallFixture.LoadFrom(log), new CancellationToken(true)));
    }

    [Fact]
    public async Task Recall_NoTrace_LoadsOnlyWhatIsReturned()
    {
        var chat = RecallFixture.Chat();
        var result = await chat.RecallAsync(new RecallQuery("pottery") { MaxItems = 1 });
        chat.Loaded.ShouldBe(result.Items.Select(item => item.Citations[0].Sequence));
    }
}
