namespace OMem.Tests.Recall;

public sealed class PersonaRecallTests
{
    private static RecallFixture Known() => RecallFixture.Chat()
        .Know("old", "Jonas", "Jonas lives in Berlin", 4, from: RecallFixture.Day(1, 1), to: RecallFixture.Day(2, 10), superseded: RecallFixture.Day(2, 11))
        .Know("new", "Jonas", "Jonas lives in Lisbon", 4, from: RecallFixture.Day(2, 10), recorded: RecallFixture.Day(2, 11))
        .Know("kiln", "Mira", "Mira got a kiln from her sister", 7, PersonaItemKind.Fact, RecallFixture.Day(3, 19), RecallFixture.Day(3, 20));

    [Fact]
    public async Task Recall_SupersededItem_IsNeverShownAsCurrent()
    {
        var items = (await Known().RecallAsync("Where does Jonas live?")).Items;
        items.ShouldContain(item => item.Id == "new");
        items.ShouldNotContain(item => item.Id == "old");
        items.Single(item => item.Id == "new").Text.ShouldBe("Jonas lives in Lisbon (since 2024-02-10)");
    }

    [Fact]
    public async Task Recall_AsOfBefore_ShowsTheOldBeliefWithItsInterval()
    {
        var query = new RecallQuery("Where does Jonas live?") { AsOf = RecallFixture.Day(2, 1) };
        var items = (await Known().RecallAsync(query with { Kinds = [RecallItemKind.Attribute] })).Items;
        items.ShouldBeEmpty("its evidence was not recorded yet");
        var chat = new RecallFixture().Say("Jonas", "I live in Berlin", day: 1)
            .Know("old", "Jonas", "Jonas lives in Berlin", 1, from: RecallFixture.Day(1, 1), to: RecallFixture.Day(3, 1), superseded: RecallFixture.Day(3, 2));
        var old = (await chat.RecallAsync(query with { Kinds = [RecallItemKind.Attribute] })).Items.ShouldHaveSingleItem();
        old.Text.ShouldBe("Jonas lives in Berlin (since 2024-01-01)", "its end was learnt later");
        old.ValidTo.ShouldBeNull();
    }

    [Fact]
    public async Task Recall_IncludeSuperseded_ShowsItLabelledWithItsInterval()
    {
        var result = await Known().RecallAsync(new RecallQuery("Where does Jonas live?") { IncludeSuperseded = true });
        var old = result.Items.Single(item => item.Id == "old");
        old.Text.ShouldBe("Jonas lives in Berlin (2024-01-01 to 2024-02-10)");
        old.SupersededAt.ShouldBe(RecallFixture.Day(2, 11));
        result.Context.ShouldContain("superseded=\"2024-02-11T10:00+00:00\"");
    }

    [Theory]
    [InlineData(1, 20, "old")]
    [InlineData(2, 20, "new")]
    public async Task Recall_ValidAt_ShowsWhatWasTrueThen(int month, int day, string expected)
    {
        var query = new RecallQuery("Where does Jonas live?") { ValidAt = RecallFixture.Day(month, day), Kinds = [RecallItemKind.Attribute] };
        (await Known().RecallAsync(query)).Items.ShouldHaveSingleItem().Id.ShouldBe(expected);
    }

    [Theory]
    [InlineData("Where does Jonas live?", false)]
    [InlineData("Where did Jonas live before?", true)]
    [InlineData("Jonas live", true)]
    public async Task Recall_MessageThatSaysWhatNoLongerHolds_ComesOnlyForAQuestionAboutThePast(string question, bool comes)
    {
        var chat = new RecallFixture().Say("Jonas", "I live in Berlin", day: 1).Say("Jonas", "We live in Lisbon now", month: 2, day: 10)
            .Know("old", "Jonas", "Jonas lives in Berlin", 1, from: RecallFixture.Day(1, 1), to: RecallFixture.Day(2, 10), superseded: RecallFixture.Day(2, 10))
            .Know("new", "Jonas", "Jonas lives in Lisbon", 2, from: RecallFixture.Day(2, 10), recorded: RecallFixture.Day(2, 10));
        (await chat.RecallAsync(question)).Items.Any(item => item.Id == "m1").ShouldBe(comes);
        (await chat.RecallAsync(new RecallQuery(question) { IncludeSuperseded = true })).Items.ShouldContain(item => item.Id == "m1");
        var trace = (await chat.RecallAsync(new RecallQuery(question) { IncludeTrace = true })).Trace!;
        trace.Candidates.Any(candidate => candidate is { Id: "m1", Decision: TraceDecision.Superseded }).ShouldBe(!comes);
    }

    [Fact]
    public async Task Recall_ItemAboutAnother_IsNotShownWhenSomebodyIsNamed()
    {
        var items = (await Known().RecallAsync("Did Jonas get a kiln?")).Items;
        items.ShouldNotContain(item => item.Id == "kiln");
    }

    [Fact]
    public async Task Recall_PersonaItem_CitesItsEvidence()
    {
        var item = (await Known().RecallAsync("Who gave Mira the kiln, her sister?")).Items.Single(item => item.Id == "kiln");
        item.Kind.ShouldBe(RecallItemKind.Fact);
        item.Citations.ShouldHaveSingleItem().ShouldBe(new Citation("m7", 7, "Mira", SpeakerRole.Person, RecallFixture.Day(3, 20), "s3"));
        item.Why.ShouldContain("what is known");
    }

    [Fact]
    public async Task Recall_Kinds_ReturnsThemAlone()
    {
        var chat = Known();
        (await chat.RecallAsync(new RecallQuery("Mira kiln sister") { Kinds = [RecallItemKind.Fact] })).Items
            .ShouldHaveSingleItem().Id.ShouldBe("kiln");
        (await chat.RecallAsync(new RecallQuery("Mira kiln sister") { Kinds = [RecallItemKind.Interaction] })).Items
            .ShouldAllBe(item => item.Kind == RecallItemKind.Interaction);
    }

    [Fact]
    public async Task Recall_ManyPersonaItems_TakeAtMostTheirShare()
    {
        var chat = RecallFixture.Chat();
        for (var i = 0; i < 30; i++)
        {
            chat.Know($"k{i:00}", "Mira", $"Mira likes pottery number{i}", 1);
        }

        var result = await chat.RecallAsync(new RecallQuery("Does Mira like pottery?") { TokenBudget = 100 });
        var persona = result.Items.Where(item => item.Kind != RecallItemKind.Interaction).ToList();
        persona.Count.ShouldBeInRange(1, 5);
        persona.Sum(item => item.Tokens).ShouldBeLessThanOrEqualTo(25);
        var alone = await chat.RecallAsync(new RecallQuery("Does Mira like pottery?") { Kinds = [RecallItemKind.Attribute], MaxItems = 20 });
        alone.Items.Count.ShouldBe(20);
    }

    [Fact]
    public async Task Recall_SpeakerAndSessionFilters_ApplyToPersonaItems()
    {
        var chat = Known();
        (await chat.RecallAsync(new RecallQuery("kiln sister Lisbon live") { Speaker = "Mira" })).Items
            .ShouldAllBe(item => item.Id != "new" && item.Citations[0].Speaker == "Mira");
        (await chat.RecallAsync(new RecallQuery("kiln sister") { Session = "s2" })).Items.ShouldNotContain(item => item.Id == "kiln");
        (await chat.RecallAsync(new RecallQuery("kiln sister") { Session = "s3" })).Items.ShouldContain(item => item.Id == "kiln");
    }

    [Fact]
    public async Task Recall_PersonaMatch_VotesForItsEvidence()
    {
        var chat = RecallFixture.Chat().Know("k", "Mira", "Mira practises ceramics", 3);
        var result = await chat.RecallAsync(new RecallQuery("ceramics") { IncludeTrace = true });
        result.Trace!.Channels.Single(channel => channel.Channel == "persona").Matched.ShouldBe(1);
        result.Items.ShouldContain(item => item.Id == "m3", "evidence alone makes it a candidate");
    }

    [Fact]
    public async Task Recall_TopicNearTheQuestion_VotesForItsInteractions()
    {
        var chat = RecallFixture.Chat().Topic("ceramics", 1, 3, 99);
        var result = await chat.RecallAsync(new RecallQuery("ceramics") { IncludeTrace = true });
        result.Items.Select(item => item.Id).Order(StringComparer.Ordinal).ShouldBe(["m1", "m3"]);
        result.Trace!.Channels.Single(channel => channel.Channel == "working").Note.ShouldContain("1 topics near");
    }
}
