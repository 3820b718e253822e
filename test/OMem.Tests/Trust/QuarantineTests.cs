namespace OMem.Tests.Trust;

public sealed class QuarantineTests
{
    [Theory]
    [InlineData(SpeakerRole.Assistant, "held back: said by an assistant only")]
    [InlineData(SpeakerRole.Tool, "held back: said by a tool only")]
    [InlineData(SpeakerRole.Document, "held back: said by a document only")]
    [InlineData(SpeakerRole.Feed, "held back: said by a feed only")]
    public async Task Remember_SaidBySourceOfLowTrust_IsHeldBackAndNotBelieved(SpeakerRole role, string reason)
    {
        await using var sources = new Sources();
        await sources.SayAsync("Hello.");
        await sources.SayAsync("The user lives in Oslo.", role);

        (await sources.BelievedAsync()).ShouldBeEmpty();
        var held = await sources.HeldItemAsync();
        held.Item.Text.ShouldBe("Alice lives in Oslo");
        held.Item.Held.ShouldBeTrue();
        held.Reason.ShouldBe(reason);
        held.Sources.ShouldHaveSingleItem().Role.ShouldBe(role);
        held.Contradicts.ShouldBeEmpty();
        held.Item.Evidence.ShouldHaveSingleItem().InteractionId.ShouldBe("m2");
        (await sources.LedgerAsync()).Single(entry => entry.Operation is LedgerOperation.Hold).Reason.ShouldBe(reason);
        (await sources.Memory.GetStatusAsync()).Held.ShouldBe(1);
        var stats = await sources.Memory.GetStatsAsync();
        (stats.Held, stats.CurrentAttributes).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Recall_OfWhatIsHeldBack_GivesTheMessageAndNoConclusion()
    {
        await using var sources = new Sources();
        await sources.SayAsync("Hello.");
        await sources.SayAsync("The user lives in Oslo.", SpeakerRole.Tool);

        var recall = await sources.Memory.RecallAsync(new RecallQuery("Where does Alice live? Oslo?") { IncludeSuperseded = true, IncludeTrace = true });
        recall.Items.ShouldContain(item => item.Id == "m2" && item.Trust == SourceTrust.Low);
        recall.Items.ShouldAllBe(item => item.Kind == RecallItemKind.Interaction);
        recall.Trace!.Candidates.ShouldAllBe(candidate => candidate.Kind == RecallItemKind.Interaction);
    }

    [Fact]
    public async Task Remember_PersonSaysTheSame_IsBelievedWithAllEvidence()
    {
        await using var sources = new Sources();
        await sources.SayAsync("Hello.");
        await sources.SayAsync("You live in Oslo.", SpeakerRole.Assistant);
        await sources.SayAsync("I live in Oslo.");

        (await sources.HeldAsync()).ShouldBeEmpty();
        var item = (await sources.Memory.GetPersonaAsync()).Attributes.ShouldHaveSingleItem();
        item.Evidence.Select(evidence => evidence.InteractionId).ShouldBe(["m2", "m3"]);
        var release = (await sources.LedgerAsync()).Single(entry => entry.Operation is LedgerOperation.Release);
        release.ItemId.ShouldBe(item.Id);
        release.SupersededId.ShouldStartWith("h");
    }

    [Fact]
    public async Task Remember_CorroboratedByAPerson_IsNoSurerThanThePersonsWord()
    {
        await using var alone = new Sources();
        await alone.SayAsync("I live in Oslo.");
        await using var sources = new Sources();
        await sources.SayAsync("Hello.");
        await sources.SayAsync("You live in Oslo.", SpeakerRole.Assistant);
        await sources.SayAsync("I live in Oslo.");
        await sources.SayAsync("You live in Oslo.", SpeakerRole.Assistant);

        (await sources.Memory.GetPersonaAsync()).Attributes.Single().Confidence.ShouldBe((await alone.Memory.GetPersonaAsync()).Attributes.Single().Confidence);
    }

    [Fact]
    public async Task Remember_WhatIsBelievedAlready_IsNotHeldBack()
    {
        await using var sources = new Sources();
        await sources.SayAsync("I live in Oslo.");
        await sources.SayAsync("You live in Oslo, so bring an umbrella.", SpeakerRole.Assistant);
        (await sources.HeldAsync()).ShouldBeEmpty();
        (await sources.Memory.GetPersonaAsync()).Attributes.Single().Evidence.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Remember_LowTrustContradictsWhatIsBelieved_IsShownBesideItAndChangesNothing()
    {
        await using var sources = new Sources();
        await sources.SayAsync("I live in Oslo.");
        await sources.SayAsync("The user lives in Rome.", SpeakerRole.Document, "a.txt", "a");
        await sources.SayAsync("The user lives in Rome.", SpeakerRole.Document, "b.txt", "b");

        (await sources.BelievedAsync()).ShouldBe(["Alice lives in Oslo"]);
        var held = await sources.HeldItemAsync();
        held.Item.Text.ShouldBe("Alice lives in Rome");
        held.Item.Evidence.Count.ShouldBe(2);
        held.Contradicts.ShouldHaveSingleItem().Text.ShouldBe("Alice lives in Oslo");
        held.Needs.ShouldContain("contradicts");
    }

    [Fact]
    public async Task Remember_PersonSaysOtherwise_WhatWasHeldIsDropped()
    {
        await using var sources = new Sources();
        await sources.SayAsync("Hello.");
        await sources.SayAsync("The user lives in Rome. The user loves jazz.", SpeakerRole.Tool);
        await sources.SayAsync("I live in Oslo.");
        await sources.SayAsync("I hate jazz.");

        (await sources.HeldAsync()).ShouldBeEmpty();
        (await sources.BelievedAsync()).ShouldBe(["Alice hates jazz", "Alice lives in Oslo"]);
        (await sources.LedgerAsync()).Count(entry => entry.Operation is LedgerOperation.End && entry.ItemId.StartsWith('h')).ShouldBe(2);
    }

    [Fact]
    public async Task Remember_AnOlderWordOfThePerson_DropsNothing()
    {
        await using var sources = new Sources();
        await sources.SayAsync("Hello.");
        await sources.SayAsync("The user lives in Rome.", SpeakerRole.Tool);
        await sources.Memory.RememberAsync([new Interaction { Id = "old", Speaker = "Alice", Text = "I live in Oslo.", OccurredAt = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero) }]);
        await sources.Memory.FlushAsync();
        (await sources.HeldItemAsync()).Contradicts.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Remember_Untrusted_ConcludesNothingAndIsRecalled()
    {
        await using var sources = new Sources();
        await sources.SayAsync("I live in Oslo, and I play the oboe.", trust: SourceTrust.Untrusted);
        (await sources.BelievedAsync()).ShouldBeEmpty();
        (await sources.HeldAsync()).ShouldBeEmpty();
        (await sources.Memory.GetTopicsAsync()).ShouldBeEmpty();
        (await sources.Memory.RecallAsync(new RecallQuery("oboe"))).Items.ShouldHaveSingleItem().Trust.ShouldBe(SourceTrust.Untrusted);
    }

    [Fact]
    public async Task Remember_PersonOfLowTrust_IsHeldBack()
    {
        await using var sources = new Sources();
        await sources.SayAsync("I live in Oslo.", trust: SourceTrust.Low);
        (await sources.BelievedAsync()).ShouldBeEmpty();
        (await sources.HeldItemAsync()).Reason.ShouldContain("not vouched for");
    }

    [Fact]
    public async Task Remember_DocumentTheHostVouchesFor_IsBelieved()
    {
        await using var sources = new Sources();
        await sources.SayAsync("Hello.");
        await sources.SayAsync("The user lives in Oslo.", SpeakerRole.Document, trust: SourceTrust.Trusted);
        (await sources.BelievedAsync()).ShouldBe(["Alice lives in Oslo"]);
    }

    [Theory]
    [InlineData(SpeakerRole.Assistant)]
    [InlineData(SpeakerRole.Tool)]
    public async Task Remember_AssistantOrToolThatTheHostVouchesFor_IsHeldBackAllTheSame(SpeakerRole role)
    {
        await using var sources = new Sources();
        await sources.SayAsync("Hello.");
        await sources.SayAsync("The user lives in Oslo.", role, trust: SourceTrust.Trusted);
        (await sources.BelievedAsync()).ShouldBeEmpty();
        (await sources.HeldAsync()).ShouldBe(["Alice lives in Oslo"]);
    }

    [Fact]
    public async Task Remember_LowTrustSaysThatSomethingIsOver_ChangesNothing()
    {
        await using var sources = new Sources();
        await sources.SayAsync("I live in Oslo.");
        await sources.SayAsync("The user no longer lives in Oslo.", SpeakerRole.Tool);
        (await sources.BelievedAsync()).ShouldBe(["Alice lives in Oslo"]);
    }

    [Fact]
    public async Task Quarantine_SubjectAndLimit_AreKept()
    {
        await using var sources = new Sources();
        await sources.SayAsync("Hello.");
        await sources.SayAsync("The user lives in Rome. The user loves jazz.", SpeakerRole.Tool);
        (await sources.Memory.GetQuarantineAsync(new QuarantineQuery { Limit = 1 })).Count.ShouldBe(1);
        (await sources.Memory.GetQuarantineAsync(new QuarantineQuery { Subject = "Bob" })).ShouldBeEmpty();
        (await sources.Engine.ForScope(new MemoryScope("acme", "bob")).GetQuarantineAsync()).ShouldBeEmpty();
        await Should.ThrowAsync<InvalidQueryException>(() => sources.Memory.GetQuarantineAsync(new QuarantineQuery { Limit = 0 }));
    }
}
