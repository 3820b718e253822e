using OMem.Models;
using OMem.Storage;
using OMem.Tests.Models;
using static OMem.Tests.Paper.PaperFixture;

namespace OMem.Tests.Paper;

/// <summary>The published write side with a scripted model: what is asked, and what becomes of the answers.</summary>
public sealed class PaperBuildTests
{
    [Fact]
    public async Task Flush_Messages_OneUnderstandingCallForEachMessageOfAPerson()
    {
        await using var fixture = new PaperFixture();

        await fixture.RememberAsync(
            Say(1, "Hello."), Say(2, "I ran."), Say(3, "Well done!", "Helper", SpeakerRole.Assistant), Say(4, "My dog is Rex.", "Bob"));

        fixture.Model.Understandings.Select(static call => PaperModel.Data(call).GetProperty("text").GetString()).Order(StringComparer.Ordinal)
            .ShouldBe(["Hello.", "I ran.", "My dog is Rex."]);
        fixture.Model.Understandings.ShouldAllBe(static call => call.Messages.Count == 2 && call.Options!.Temperature == 0);
        (await fixture.Memory.GetStatusAsync()).Pending.ShouldBe(0);
    }

    [Fact]
    public async Task Flush_SmallTalk_LeavesNothingAndCostsOneCall()
    {
        await using var fixture = new PaperFixture();

        await fixture.TellAsync("Hi!");

        fixture.Model.Client.Calls.Count.ShouldBe(1);
        var derived = await fixture.DerivedAsync();
        (derived.Items.Count, derived.Topics.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Flush_FactsAndAttributes_RouterPromptsHoldTheWholeListAndGrow()
    {
        await using var fixture = new PaperFixture();
        var texts = Enumerable.Range(1, 40).Select(static n => FormattableString.Invariant($"{(n % 2 == 0 ? "I" : "My")} thing number {n}")).ToArray();

        await fixture.TellAsync(texts);

        var facts = fixture.Model.Routings.Where(static routing => routing.Kind == "fact").ToList();
        facts.Select(static routing => routing.Known.Count).ShouldBe(Enumerable.Range(1, 19));
        facts[^1].Known.ShouldBe(texts.Where(static text => text.StartsWith('I')).SkipLast(1).Select(static text => $"Alice: {text}"));
        facts[^1].New.ShouldBe("Alice: I thing number 40");
        fixture.Model.Routings.Where(static routing => routing.Kind == "attribute").Select(static routing => routing.Known.Count).ShouldBe(Enumerable.Range(1, 19));
        var lengths = facts.ConvertAll(static routing => routing.Messages[1].Text.Length);
        lengths.ShouldBeInOrder(SortDirection.Ascending);
        lengths[^1].ShouldBeGreaterThan(lengths[0] * 4);
    }

    [Fact]
    public async Task Flush_SeveralFactsInAMessage_AreAllRoutedAndKept()
    {
        await using var fixture = new PaperFixture(new PaperModel { Facts = static _ => ["Alice ran.", "Alice swam.", "Alice slept."] });

        await fixture.TellAsync("Busy day.");

        fixture.Model.Routings.Select(static routing => routing.Known.Count).ShouldBe([1, 2]);
        (await fixture.ItemsAsync("f_")).Select(static item => item.Text).Order(StringComparer.Ordinal).ShouldBe(["Alice ran.", "Alice slept.", "Alice swam."]);
    }

    [Fact]
    public async Task Flush_RouterSaysUpdate_SupersedesAndKeepsBoth()
    {
        await using var fixture = new PaperFixture();
        fixture.Model.Route = static routing => ("update", routing.IdOf("Oslo"));

        await fixture.TellAsync("I moved to Oslo", "I moved to Bergen");

        var items = await fixture.ItemsAsync("f_");
        items.Select(static item => item.Text).ShouldBe(["Alice: I moved to Oslo", "Alice: I moved to Bergen"]);
        (items[0].SupersededBy, items[0].SupersededAt.HasValue).ShouldBe((items[1].Id, true));
        (items[1].SupersededAt, items[1].Evidence.Count).ShouldBe((null, 1));
        var row = (await fixture.LedgerAsync()).Single(static entry => entry.Operation is LedgerOperation.Update);
        (row.Before, row.After, row.SupersededId).ShouldBe((items[0].Text, items[1].Text, items[0].Id));
        var recalled = await fixture.Memory.RecallAsync(new RecallQuery("Where did Alice move?") { Kinds = [RecallItemKind.Fact] });
        recalled.Items.Select(static item => item.Id).ShouldBe([items[1].Id]);
    }

    [Fact]
    public async Task Flush_RouterSaysIgnore_OnlyAddsEvidence()
    {
        await using var fixture = new PaperFixture();
        fixture.Model.Route = static routing => ("ignore", routing.IdOf("Oslo"));

        await fixture.TellAsync("I moved to Oslo", "I did go to live in Oslo");

        var item = (await fixture.ItemsAsync("f_")).ShouldHaveSingleItem();
        (item.Text, item.SupersededAt).ShouldBe(("Alice: I moved to Oslo", null));
        item.Evidence.Select(static evidence => evidence.InteractionId).ShouldBe(["m1", "m2"]);
    }

    [Fact]
    public async Task Flush_UpdatedItem_IsShownToTheRouterNoMore()
    {
        await using var fixture = new PaperFixture();
        fixture.Model.Route = static routing => routing.New.Contains("Bergen", StringComparison.Ordinal) ? ("UPDATE", "1") : ("Add", "None");

        await fixture.TellAsync("I moved to Oslo", "I moved to Bergen", "I ran");

        fixture.Model.Routings[^1].Known.ShouldBe(["Alice: I moved to Bergen"]);
        (await fixture.ItemsAsync("f_")).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Flush_KnownWordForWord_IsNotAddedTwice()
    {
        await using var fixture = new PaperFixture();

        await fixture.TellAsync("I ran", "I ran");

        (await fixture.ItemsAsync("f_")).ShouldHaveSingleItem().Evidence.Count.ShouldBe(2);
        (await fixture.LedgerAsync()).Select(static entry => entry.Operation).ShouldBe([LedgerOperation.Add, LedgerOperation.Ignore]);
    }

    [Theory]
    [InlineData("ignore", 7)]
    [InlineData("update", null)]
    [InlineData("delete", 1)]
    [InlineData("", null)]
    public async Task Flush_RouterNamesNoTargetOrAction_IsAskedThreeTimesThenAdded(string action, int? target)
    {
        await using var fixture = new PaperFixture();
        fixture.Model.Route = _ => (action, target);

        await fixture.TellAsync("I ran", "I swam");

        fixture.Model.Routings.Count.ShouldBe(3);
        fixture.Model.Routings[0].Messages.Count.ShouldBe(2);
        fixture.Model.Routings.Skip(1).ShouldAllBe(static routing => routing.Messages.Count == 3);
        (await fixture.ItemsAsync("f_")).Count.ShouldBe(2);
        (await fixture.LedgerAsync())[^1].Reason.ShouldContain("nothing is lost");
    }

    [Fact]
    public async Task Flush_Topics_AreFiledByTheirLabelWithoutACall()
    {
        await using var fixture = new PaperFixture(new PaperModel { Topic = static text => text.Contains("race", StringComparison.Ordinal) ? "Running" : "runs" });

        await fixture.TellAsync("A race", "Another race", "No contest");

        fixture.Model.Client.Calls.Count.ShouldBe(3);
        (await fixture.DerivedAsync()).Topics.Select(static topic => (topic.Topic.Label, string.Join(',', topic.Topic.Interactions))).Order()
            .ShouldBe([("running", "1,2"), ("runs", "3")]);
    }

    [Fact]
    public async Task Flush_TwoSpeakers_EachHasAListOfTheirOwn()
    {
        await using var fixture = new PaperFixture();

        await fixture.RememberAsync(Say(1, "I ran", "Alice"), Say(2, "I swam", "Bob"), Say(3, "I slept", "Alice"));

        fixture.Model.Routings.ShouldHaveSingleItem().Known.ShouldBe(["Alice: I ran"]);
        (await fixture.ItemsAsync("f_")).Select(static item => item.Subject).ShouldBe(["Alice", "Bob", "Alice"]);
    }

    [Fact]
    public async Task Flush_NoModel_SaysWhatIsMissingAndLosesNothing()
    {
        await using var fixture = new PaperFixture();
        var memory = fixture.Open(client: null).ForScope(Scope);
        await memory.RememberAsync([Say(1, "I ran past the lighthouse.")]);

        var fault = await Should.ThrowAsync<ModelException>(() => memory.FlushAsync());

        fault.Fault.ShouldBe(ModelFault.NotConfigured);
        fault.Message.ShouldContain("none is configured for reading");
        (await memory.GetStatusAsync()).Pending.ShouldBe(1);
        (await memory.RecallAsync(new RecallQuery("lighthouse?"))).Items.ShouldHaveSingleItem().Id.ShouldBe("m1");
    }

    [Fact]
    public async Task Rebuild_NoModel_ClearsNothing()
    {
        await using var fixture = new PaperFixture();
        await fixture.TellAsync("I ran");

        await Should.ThrowAsync<ModelException>(() => fixture.Open(client: null).ForScope(Scope).RebuildAsync());

        (await fixture.ItemsAsync("f_")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Status_BuiltByPaper_NamesMethodModelAndPrompts()
    {
        await using var fixture = new PaperFixture();
        await fixture.TellAsync("I ran");

        (await fixture.ItemsAsync("f_"))[0].Reader.ShouldStartWith("paper@scripted/paper-understand.v1.");
        (await fixture.Memory.GetStatusAsync()).Reader.ShouldBe((await fixture.ItemsAsync("f_"))[0].Reader);
    }

    [Fact]
    public async Task Rebuild_OtherMethod_ReadsAgainWithItsOwnReader()
    {
        await using var fixture = new PaperFixture();
        await fixture.TellAsync("I ran", "My dog is called Rex.");
        await using var own = new MemoryEngine(fixture.Store, options: new OMemOptions { BackgroundUnderstanding = false }, time: fixture.Time);

        await own.ForScope(Scope).RebuildAsync();
        (await fixture.DerivedAsync()).Items.ShouldAllBe(static stored => stored.Item.Reader.StartsWith("local@"));
        await fixture.Memory.RebuildAsync();

        (await fixture.DerivedAsync()).Items.ShouldAllBe(static stored => stored.Item.Reader.StartsWith("paper@"));
    }

    [Fact]
    public async Task Flush_ConsolidatorOfItsOwn_RoutesWithThatModel()
    {
        var (reader, router) = (new PaperModel(), new PaperModel());
        await using var fixture = new PaperFixture(reader);
        await using var engine = new MemoryEngine(
            fixture.Store,
            options: new OMemOptions { BackgroundUnderstanding = false, Method = MemoryMethod.Paper },
            time: fixture.Time,
            models: new MemoryModels { Reader = reader.Client, Consolidator = router.Client });
        await engine.ForScope(Scope).RememberAsync([Say(1, "I ran"), Say(2, "I swam")]);

        await engine.ForScope(Scope).FlushAsync();

        (reader.Understandings.Count, reader.Routings.Count).ShouldBe((2, 0));
        (router.Understandings.Count, router.Routings.Count).ShouldBe((0, 1));
    }
}
