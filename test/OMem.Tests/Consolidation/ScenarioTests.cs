namespace OMem.Tests.Consolidation;

/// <summary>What becomes of a person's picture over a few messages.</summary>
public sealed class ScenarioTests
{
    [Fact]
    public async Task Understand_MoveTwice_KeepsHistoryAndOneCurrentHome()
    {
        var book = await new Chat().Say("I live in Oslo.", 0).Say("I moved to Bergen!", 100).UnderstandAsync();

        book.Values("home").ShouldBe(["Bergen"]);
        var old = book.Items.Single(item => item.Value == "Oslo");
        var now = book.Items.Single(item => item.Value == "Bergen");
        old.SupersededBy.ShouldBe(now.Id);
        old.ValidTo.ShouldBe(now.ValidFrom);
        old.SupersededAt.ShouldBe(now.RecordedAt);
        book.Ledger.Single(entry => entry.Operation is LedgerOperation.Update).ShouldSatisfyAllConditions(
            entry => entry.Before.ShouldBe("Alice lives in Oslo"),
            entry => entry.After.ShouldBe("Alice lives in Bergen"),
            entry => entry.SupersededId.ShouldBe(old.Id));
    }

    [Fact]
    public async Task Understand_LikedThingGivenUp_EndsTheLikingAndKeepsIt()
    {
        var book = await new Chat().Say("I love coffee.", 0).Say("I love tennis.", 1).Say("I don't drink coffee any more.", 100).UnderstandAsync();

        book.Values("preference").ShouldBe(["tennis"]);
        book.Items.Single(item => item.Value == "coffee").ValidTo.ShouldNotBeNull();
        book.Items.ShouldContain(item => item.Text == "Alice no longer drinks coffee");
        book.Ledger.Single(entry => entry.Operation is LedgerOperation.End).Before.ShouldBe("Alice loves coffee");
    }

    [Fact]
    public async Task Understand_LikedThingNotDoneAtAll_LeavesTheLiking()
    {
        var book = await new Chat().Say("I love tennis.", 0).Say("I don't play tennis.", 100).UnderstandAsync();

        book.Values("preference").ShouldBe(["tennis"]);
    }

    [Fact]
    public async Task Understand_OlderMoveImportedLater_DoesNotSupersede()
    {
        var book = await new Chat().Say("I live in Bergen.", 200).Say("I live in Oslo.", 10).UnderstandAsync();

        book.Values("home").ShouldBe(["Bergen"]);
        var past = book.Items.Single(item => item.Value == "Oslo");
        past.ValidTo.ShouldBe(book.Items.Single(item => item.Value == "Bergen").ValidFrom);
        past.ValidFrom!.Value.ShouldBeLessThan(past.ValidTo!.Value);
    }

    [Fact]
    public async Task Understand_TwentyParaphrases_OneCurrentItemWithTwentyEvidences()
    {
        string[] ways =
        [
            "I love jazz.", "I really like jazz!", "I enjoy jazz", "I adore jazz", "I'm a big fan of jazz", "I'm really into jazz these days",
            "I'm crazy about jazz", "Honestly, I love jazz so much", "I'm fond of jazz", "I still love jazz", "I do love jazz",
            "I've always loved jazz", "I love listening to jazz", "I like jazz a lot", "I'm passionate about jazz", "I just love jazz music",
            "I'm obsessed with jazz", "I can't get enough of jazz", "Yeah, I like jazz", "I also love jazz",
        ];
        var book = await new Chat().SayAll(ways).UnderstandAsync();

        var item = book.Attributes.Single();
        item.Value.ShouldBe("jazz");
        item.SupersededAt.ShouldBeNull();
        item.Evidence.Select(evidence => evidence.Sequence).ShouldBe(Enumerable.Range(1, 20).Select(n => (long)n));
        item.Confidence.ShouldBeGreaterThan(0.95);
        book.Ledger.Count(entry => entry.Operation is LedgerOperation.Ignore && entry.ItemKind == "attribute").ShouldBe(19);
    }

    [Fact]
    public async Task Understand_LikeTurnsToDislike_UpdatesAndKeepsTheOldInHistory()
    {
        var book = await new Chat().SayAll("I love coffee.", "I don't like coffee anymore.").UnderstandAsync();

        var now = book.Current.Single(item => item.Aspect == "preference");
        now.Polarity.ShouldBe(Polarity.Negative);
        now.Text.ShouldBe("Alice no longer likes coffee");
        book.Items.Single(item => item.SupersededBy == now.Id).Text.ShouldBe("Alice loves coffee");
    }

    [Fact]
    public async Task Understand_QuitJob_EndsWhateverIsCurrent()
    {
        var book = await new Chat().SayAll("I work at Acme.", "I quit my job last week.").UnderstandAsync();

        book.Values("employer").ShouldBeEmpty();
        book.Ledger.ShouldContain(entry => entry.Operation == LedgerOperation.End && entry.Before == "Alice works at Acme");
    }

    [Fact]
    public async Task Understand_Correction_UpdatesTheMistake()
    {
        var book = await new Chat().Say("I moved to Porto.").Say("Nice!", speaker: "Bob").Say("Sorry, I meant Lisbon.").UnderstandAsync();

        book.Values("home").ShouldBe(["Lisbon"]);
        book.Ledger.ShouldContain(entry => entry.Operation == LedgerOperation.Update && entry.Reason.Contains("corrected", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Understand_PlannedMoveComesTrue_ClosesThePlan()
    {
        var book = await new Chat().SayAll("I live in Oslo.", "I'm moving to Rome in May.", "I moved to Rome!").UnderstandAsync();

        book.Values("home").ShouldBe(["Rome"]);
        book.Values("planned home").ShouldBeEmpty();
        book.Ledger.ShouldContain(entry => entry.Operation == LedgerOperation.End && entry.Reason.Contains("come true", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Understand_PetGetsItsName_RefinesTheVagueItem()
    {
        var book = await new Chat().SayAll("I have a dog.", "My dog is called Rex.", "I have a dog.").UnderstandAsync();

        book.Values("pet").ShouldBe(["dog Rex"]);
        book.Current.Single(item => item.Aspect == "pet").Evidence.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Understand_AssistantSaysWhatUserIs_IsNotBelieved()
    {
        var book = await new Chat().Say("I am a nurse and I love chess.", speaker: "assistant", role: SpeakerRole.Assistant).UnderstandAsync();

        book.Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Understand_UnrelatedLikes_AreNotClustered()
    {
        var book = await new Chat().SayAll("I love hiking in the mountains.", "I hate spicy food.", "I'm allergic to cats.").UnderstandAsync();

        book.Clusters.ShouldBeEmpty();
    }

    [Fact]
    public async Task Understand_RelatedLikes_MakeOneCluster()
    {
        var book = await new Chat().SayAll("I love hiking in the mountains.", "I enjoy hiking near lakes.", "I hate spicy food.").UnderstandAsync();

        var cluster = book.Clusters.Single();
        cluster.Members.Count.ShouldBe(2);
        cluster.Summary.ShouldBe("Alice loves hiking in the mountains; enjoys hiking near lakes");
        book.Current.Count(item => item.ClusterId == cluster.Id).ShouldBe(2);
    }
}
