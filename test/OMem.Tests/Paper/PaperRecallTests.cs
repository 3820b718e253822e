using OMem.Models;
using OMem.Recall.Paper;
using static OMem.Tests.Paper.PaperFixture;

namespace OMem.Tests.Paper;

/// <summary>The published read side, over what a scripted model understood.</summary>
public sealed class PaperRecallTests
{
    [Fact]
    public async Task Recall_Default_BringsOneAttributeNineFactsAndEighteenTopics()
    {
        await using var fixture = await FilledAsync();

        var recall = await fixture.Memory.RecallAsync(new RecallQuery("Tell me something about it") { TokenBudget = 100_000, MaxItems = 1_000, IncludeTrace = true });

        recall.Items.Count(static item => item.Kind is RecallItemKind.Attribute).ShouldBe(1);
        recall.Items.Count(static item => item.Kind is RecallItemKind.Fact).ShouldBe(9);
        recall.Items.Count(static item => item.Kind is RecallItemKind.Interaction).ShouldBe(18);
        recall.Trace!.Channels.Single(static channel => channel.Channel == "working").Note.ShouldBe("the nearest 18 of 30 topics of Alice");
        recall.Trace.Channels.Single(static channel => channel.Channel == "persona").Note.ShouldStartWith("the nearest 9 facts and 1 attributes of Alice");
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(2, 3, 4)]
    public async Task Recall_OtherK_BringsAsMany(int attributes, int facts, int topics)
    {
        await using var fixture = await FilledAsync(options => (options.Paper.Attributes, options.Paper.Facts, options.Paper.Topics) = (attributes, facts, topics));

        var recall = await fixture.Memory.RecallAsync(new RecallQuery("Tell me something about it") { TokenBudget = 100_000, MaxItems = 1_000 });

        recall.Items.Count(static item => item.Kind is RecallItemKind.Attribute).ShouldBe(attributes);
        recall.Items.Count(static item => item.Kind is RecallItemKind.Fact).ShouldBe(facts);
        recall.Items.Count(static item => item.Kind is RecallItemKind.Interaction).ShouldBe(topics);
    }

    [Fact]
    public async Task Recall_Clue_IsTheSingleRarestWord()
    {
        await using var fixture = new PaperFixture();
        await fixture.TellAsync("The lighthouse and the harbour.", "The harbour again.", "The harbour once more.");

        var recall = await fixture.Memory.RecallAsync(new RecallQuery("Was the harbour near the lighthouse?") { IncludeTrace = true });

        recall.Items.Select(static item => item.Id).ShouldBe(["m1"]);
        recall.Items[0].Why.ShouldBe("holds the rarest word 'lighthouse'");
        recall.Trace!.Channels.Single(static channel => channel.Channel == "episodic").Note.ShouldBe("the rarest word 'lighthouse', 1 messages of Alice");
        recall.Trace.Candidates.ShouldHaveSingleItem().Contributions.ShouldHaveSingleItem().ShouldBe(new FeatureContribution("episodic", "clue", 2, 2));
    }

    [Fact]
    public async Task Recall_EquallyRareWords_TakesTheFirstInOrdinalOrder()
    {
        await using var fixture = new PaperFixture();
        await fixture.TellAsync("A zebra.", "An apple.", "A mango.");

        var recall = await fixture.Memory.RecallAsync(new RecallQuery("zebra mango apple") { IncludeTrace = true });

        recall.Items.ShouldHaveSingleItem().Id.ShouldBe("m2");
        recall.Trace!.Channels.Single(static channel => channel.Channel == "episodic").Note.ShouldBe("the rarest word 'apple', 1 messages of Alice; as rare: mango, zebra");
    }

    [Fact]
    public async Task Recall_ClueWords_AreNotStemmed()
    {
        await using var fixture = new PaperFixture();
        await fixture.TellAsync("We saw boats.", "We saw a boat.");

        (await fixture.Memory.RecallAsync(new RecallQuery("Which boats?"))).Items.ShouldHaveSingleItem().Id.ShouldBe("m1");
    }

    [Fact]
    public async Task Recall_WordOfALaterMessage_IsFoundAfterARecallBeforeIt()
    {
        await using var fixture = new PaperFixture();
        await fixture.TellAsync("A zebra.");
        await fixture.Memory.RecallAsync(new RecallQuery("zebra"));
        await fixture.Memory.RememberAsync([Say(2, "A mango."), Say(3, "Another zebra.")]);

        (await fixture.Memory.RecallAsync(new RecallQuery("mango"))).Items.ShouldHaveSingleItem().Id.ShouldBe("m2");
        (await fixture.Memory.RecallAsync(new RecallQuery("zebra"))).Items.Select(static item => item.Id).ShouldBe(["m1", "m3"]);
    }

    [Theory]
    [InlineData(new[] { 0.9, 0.88, 0.7, 0.2 }, 0.1, 2)]
    [InlineData(new[] { 0.9, 0.7 }, 0.1, 1)]
    [InlineData(new[] { 0.9, 0.88, 0.86 }, 0.1, 0)]
    [InlineData(new[] { 0.9, 0.1 }, null, 0)]
    [InlineData(new[] { 0.9 }, 0.1, 0)]
    [InlineData(new double[0], 0.1, 0)]
    [InlineData(new[] { 0.0, -0.5 }, 0.1, 0)]
    public void Expansion_FirstDrop_ParesTheFactsBeforeIt(double[] scores, double? gap, int expected) => FactExpansion.Count(scores, gap).ShouldBe(expected);

    [Fact]
    public async Task Recall_FactBeforeTheGap_GivesWayToItsMessage()
    {
        await using var fixture = new PaperFixture(new PaperModel { Facts = static text => text.Contains("ran", StringComparison.Ordinal) ? ["Alice ran a marathon"] : ["Alice ate soup today"] });
        await fixture.TellAsync("ran it", "soup for me");
        var query = new RecallQuery("Alice marathon ran") { IncludeTrace = true };

        var recall = await fixture.Memory.RecallAsync(query);
        var none = await fixture.Open(fixture.Model.Client, static options => options.Paper.ExpansionGap = null).ForScope(Scope).RecallAsync(query with { Text = "Alice marathon" });

        recall.Items.Select(static item => item.Text).ShouldBe(["ran it", "Alice ate soup today"]);
        recall.Trace!.Candidates.Single(static candidate => candidate.Decision is TraceDecision.Duplicate).Reason.ShouldBe("a message it comes from is shown instead");
        none.Items.Select(static item => item.Text).ShouldBe(["Alice ran a marathon", "Alice ate soup today"]);
    }

    [Fact]
    public async Task Recall_MessageOfAFactDoesNotFit_TheFactStays()
    {
        await using var fixture = new PaperFixture(new PaperModel { Facts = static text => text.Contains("ran", StringComparison.Ordinal) ? ["Alice ran a marathon"] : ["Alice ate soup today"] });
        await fixture.TellAsync("ran it " + string.Join(' ', Enumerable.Repeat("and on", 200)), "soup for me");

        var recall = await fixture.Memory.RecallAsync(new RecallQuery("Alice marathon") { TokenBudget = 20 });

        recall.Items.Select(static item => item.Text).ShouldBe(["Alice ran a marathon", "Alice ate soup today"]);
        recall.Tokens.ShouldBeLessThanOrEqualTo(20);
    }

    [Theory]
    [InlineData("What did Ann say about Lisbon?", "m1")]
    [InlineData("ann: lisbon", "m1")]
    [InlineData("Tell me about Lisbon", "m3")]
    [InlineData("Did Carla or Ann see Lisbon?", "m1")]
    [InlineData("Was Carla in Lisbon?", "m3")]
    public async Task Recall_Question_SearchesOneSpeaker(string question, string expected)
    {
        await using var fixture = new PaperFixture();
        await fixture.RememberAsync(
            Say(1, "Lisbon was hot.", "Ann"), Say(2, "Sounds nice.", "Bob"), Say(3, "Lisbon for me too.", "Carla"), Say(4, "Lisbon is in Portugal.", "Helper", SpeakerRole.Assistant));

        (await fixture.Memory.RecallAsync(new RecallQuery(question))).Items.ShouldHaveSingleItem().Id.ShouldBe(expected);
    }

    [Fact]
    public async Task Recall_SpeakerOfTheQuery_Decides()
    {
        await using var fixture = new PaperFixture();
        await fixture.RememberAsync(Say(1, "I love Lisbon", "Ann"), Say(2, "I hate Lisbon", "Bob"));

        (await fixture.Memory.RecallAsync(new RecallQuery("Lisbon and Ann") { Speaker = "Bob" })).Items.ShouldAllBe(static item => item.Citations[0].Speaker == "Bob");
        (await fixture.Memory.RecallAsync(new RecallQuery("Lisbon") { Speaker = "Nobody" })).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Recall_NoModel_ReadsWhatIsStored()
    {
        await using var fixture = await FilledAsync();

        var recall = await fixture.Open(client: null).ForScope(Scope).RecallAsync(new RecallQuery("Tell me of thing7"));

        recall.Items.ShouldNotBeEmpty();
        recall.Items.ShouldAllBe(static item => item.Citations.Count > 0);
        recall.Analysis.Profile.ShouldBe("paper");
        recall.Context.ShouldStartWith("<recalled-memory>");
    }

    [Fact]
    public async Task Recall_NoEncoder_GoesByWords()
    {
        await using var fixture = new PaperFixture();
        var memory = fixture.Open(fixture.Model.Client, hasEncoder: false).ForScope(Scope);
        await memory.RememberAsync([Say(1, "I climbed a mountain"), Say(2, "I baked bread"), Say(3, "My bread is famous"), Say(4, "My bread sells well")]);
        await memory.FlushAsync();

        var recall = await memory.RecallAsync(new RecallQuery("bread") { Kinds = [RecallItemKind.Attribute, RecallItemKind.Fact] });

        recall.Items[0].Text.ShouldContain("bread");
        fixture.Model.Mergings.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Recall_EmptyMemoryOrNoWord_IsEmptyAndSaysSo()
    {
        await using var fixture = new PaperFixture();
        var nothing = await fixture.Memory.RecallAsync(new RecallQuery("anything"));
        (nothing.Items.Count, nothing.Signal.IsKnown, nothing.Signal.Probability).ShouldBe((0, false, 0));
        await fixture.TellAsync("The lighthouse.");

        (await fixture.Memory.RecallAsync(new RecallQuery(""))).Items.ShouldBeEmpty();
        (await fixture.Memory.RecallAsync(new RecallQuery("\uD800 \u0000 ' OR 1=1"))).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Recall_BudgetAndLimit_AreKept()
    {
        await using var fixture = await FilledAsync();

        var recall = await fixture.Memory.RecallAsync(new RecallQuery("Tell me of thing7") { TokenBudget = 30, MaxItems = 3, IncludeTrace = true });

        recall.Items.Count.ShouldBeLessThanOrEqualTo(3);
        recall.Tokens.ShouldBeLessThanOrEqualTo(30);
        recall.Trace!.Candidates.ShouldContain(static candidate => candidate.Decision == TraceDecision.OverBudget || candidate.Decision == TraceDecision.BelowLimit);
    }

    [Fact]
    public async Task Recall_AsOf_KnowsNothingLater()
    {
        await using var fixture = new PaperFixture();
        fixture.Model.Route = static routing => ("update", routing.IdOf("Oslo"));
        await fixture.RememberAsync(Say(1, "I moved to Oslo"));
        var then = fixture.Time.GetUtcNow();
        fixture.Time.Advance(TimeSpan.FromDays(1));
        await fixture.RememberAsync(Say(2, "I moved to Bergen"));

        var recall = await fixture.Memory.RecallAsync(new RecallQuery("Where did she go to live?") { AsOf = then });

        recall.Items.Select(static item => item.Text).ShouldBe(["Alice: I moved to Oslo"]);
    }

    [Fact]
    public async Task Recall_Filters_AreKept()
    {
        await using var fixture = await FilledAsync();

        var recall = await fixture.Memory.RecallAsync(new RecallQuery("Tell me of thing7") { From = Start.AddMinutes(5), To = Start.AddMinutes(9), TokenBudget = 10_000, MaxItems = 100 });
        var other = await fixture.Memory.RecallAsync(new RecallQuery("Tell me of thing7") { Session = "other" });

        recall.Items.ShouldNotBeEmpty();
        recall.Items.ShouldAllBe(static item => item.Citations.Any(citation => citation.OccurredAt >= Start.AddMinutes(5) && citation.OccurredAt < Start.AddMinutes(9)));
        other.Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Recall_OtherScope_SeesNothing()
    {
        await using var fixture = await FilledAsync();

        (await fixture.Engine.ForScope(new MemoryScope("acme", "bob")).RecallAsync(new RecallQuery("thing7"))).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ask_Question_IsOneCallWithThePapersPrompt()
    {
        await using var fixture = await FilledAsync();
        var before = fixture.Model.Client.Calls.Count;

        var answer = await fixture.Memory.AskAsync(new AskQuery("Tell me of thing7"));

        (fixture.Model.Client.Calls.Count - before).ShouldBe(1);
        answer.Text.ShouldBe("an answer");
        fixture.Model.Client.Calls[^1].Messages[0].Text.ShouldStartWith("You take the part of the one a person has been talking to");
        fixture.Model.Client.Calls[^1].Messages[1].Text.ShouldContain("<recalled-memory>");
    }

    [Fact]
    public void Deviations_AreListedInWordsForAReport()
    {
        OMem.Paper.PaperMethod.Deviations.ShouldAllBe(static deviation => deviation.Step.Length > 0 && deviation.Published.Length > 0 && deviation.Here.Length > 0);
        OMem.Paper.PaperMethod.Deviations.Select(static deviation => deviation.Step).Distinct().ShouldBe(["understand", "topics", "route", "merge", "recall", "answer"]);
        OMem.Paper.PaperMethod.Describe(new PaperOptions(), "minilm")["k"].ShouldBe("attributes 1, facts 9, topics 18");
        OMem.Paper.PaperMethod.Describe(new PaperOptions { ExpansionGap = null }, null)["expansion gap"].ShouldBe("off");
    }

    /// <summary>30 messages, each with a topic, a fact and an attribute of its own.</summary>
    private static async Task<PaperFixture> FilledAsync(Action<OMemOptions>? configure = null)
    {
        var model = new PaperModel
        {
            Topic = static text => $"topic {text}",
            Facts = static text => [$"something happened with it to {text}"],
            Attributes = static text => [$"something about it is {text}"],
            Merge = static attributes => [.. attributes.Select(static text => new { aspect = "side", text })],
        };
        var fixture = new PaperFixture(model, options =>
        {
            options.Paper.ExpansionGap = null;
            configure?.Invoke(options);
        });
        await fixture.TellAsync([.. Enumerable.Range(1, 30).Select(static n => FormattableString.Invariant($"thing{n}"))]);
        return fixture;
    }
}
