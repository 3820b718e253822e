namespace OMem.Tests.Consolidation.Judging;

/// <summary>What each decision of a judge does to the memory and to the ledger. The judge is scripted: this proves the machinery alone.</summary>
public sealed class JudgedActionTests
{
    private const string First = "preference: jazz concerts | Alice loves jazz concerts";
    private const string Second = "preference: jazz downtown | Alice loves jazz downtown";

    [Fact]
    public async Task Add_KeepsBothAndNamesTheJudge()
    {
        using var judge = JudgeFixture.Always("add", "another kind of evening");
        var book = await judge.RunAsync(new Chat().SayAll(First, Second));

        book.Values("preference").ShouldBe(["jazz concerts", "jazz downtown"]);
        var row = book.Ledger[1];
        row.Operation.ShouldBe(LedgerOperation.Add);
        row.Actor.ShouldStartWith("judge@scripted/consolidate.v1.");
        row.Reason.ShouldBe("judged to be new: another kind of evening");
        book.Items.ShouldAllBe(item => item.Reader == "scripted@1");
        LedgerRules.Check(book);
    }

    [Fact]
    public async Task Ignore_AddsEvidenceAndChangesNothingElse()
    {
        var before = (await new Chat().SayAll(First).UnderstandAsync(1, reader: StatementReader.Create())).Items.Single();
        using var judge = JudgeFixture.Always("ignore");
        var book = await judge.RunAsync(new Chat().SayAll(First, Second));

        var item = book.Items.Single();
        item.Evidence.Select(evidence => evidence.Sequence).ShouldBe([1, 2]);
        (item with { Evidence = before.Evidence, Confidence = before.Confidence, LastStatedAt = before.LastStatedAt }).ShouldBe(before);
        book.Ledger[^1].ShouldSatisfyAllConditions(
            row => row.Operation.ShouldBe(LedgerOperation.Ignore),
            row => row.ItemId.ShouldBe(item.Id),
            row => row.Evidence.ShouldHaveSingleItem().Sequence.ShouldBe(2),
            row => row.Actor.ShouldStartWith("judge@"));
        LedgerRules.Check(book);
    }

    [Fact]
    public async Task Update_ClosesTheOldAndKeepsBothEvidences()
    {
        using var judge = JudgeFixture.Always("update");
        var book = await judge.RunAsync(new Chat().Say(First, 1).Say(Second, 100));

        var old = book.Items.Single(item => item.Value == "jazz concerts");
        var now = book.Current.ShouldHaveSingleItem();
        now.Value.ShouldBe("jazz downtown");
        now.Evidence.ShouldHaveSingleItem().Sequence.ShouldBe(2);
        old.Evidence.ShouldHaveSingleItem().Sequence.ShouldBe(1);
        old.SupersededBy.ShouldBe(now.Id);
        old.ValidTo.ShouldBe(now.ValidFrom);
        book.Ledger[^1].ShouldSatisfyAllConditions(
            row => row.Operation.ShouldBe(LedgerOperation.Update),
            row => row.SupersededId.ShouldBe(old.Id),
            row => row.Before.ShouldBe(old.Text),
            row => row.After.ShouldBe(now.Text));
        LedgerRules.Check(book);
    }

    [Fact]
    public async Task End_OfAnEndedStatement_ClosesWithoutANewValue()
    {
        using var judge = JudgeFixture.Always("end");
        var book = await judge.RunAsync(new Chat().Say(First, 1).Say("~preference: jazz downtown | Alice used to love jazz downtown", 100));

        book.Current.ShouldBeEmpty();
        var item = book.Items.ShouldHaveSingleItem();
        item.ValidTo.ShouldBe(new DateTimeOffset(2024, 4, 10, 12, 0, 0, TimeSpan.Zero));
        book.Ledger[^1].Operation.ShouldBe(LedgerOperation.End);
        book.Ledger[^1].Evidence.ShouldHaveSingleItem().Sequence.ShouldBe(2);
        LedgerRules.Check(book);
    }

    [Fact]
    public async Task End_OfAPresentStatement_ClosesTheOldAndStoresTheNew()
    {
        using var judge = JudgeFixture.Always("end");
        var book = await judge.RunAsync(new Chat().Say("preference: roast meat | Alice loves roast meat", 1).Say("diet: meat free | Alice eats meat free", 100));

        book.Current.ShouldHaveSingleItem().Value.ShouldBe("meat free");
        book.Ledger.Select(row => row.Operation).ShouldBe([LedgerOperation.Add, LedgerOperation.End, LedgerOperation.Add]);
        book.Ledger[1].Actor.ShouldStartWith("judge@");
        book.Ledger[2].Actor.ShouldBe("scripted@1");
        LedgerRules.Check(book);
    }

    [Fact]
    public async Task UpdateOrEnd_LateOlderMessage_DoesNotTouchTheNewer()
    {
        foreach (var action in new[] { "update", "end" })
        {
            using var judge = JudgeFixture.Always(action);
            var book = await judge.RunAsync(new Chat().Say(Second, 100).Say(First, 1));

            var newer = book.Items.Single(item => item.Value == "jazz downtown");
            newer.SupersededAt.ShouldBeNull();
            newer.ValidTo.ShouldBeNull();
            book.Items.Count().ShouldBe(2);
            LedgerRules.Check(book);
        }
    }

    [Fact]
    public async Task Update_LateOlderMessage_BecomesAPastValueThatEndsWhereTheNewerBegins()
    {
        using var judge = JudgeFixture.Always("update");
        var book = await judge.RunAsync(new Chat().Say(Second, 100).Say(First, 1));

        var past = book.Items.Single(item => item.Value == "jazz concerts");
        past.SupersededBy.ShouldBe(book.Current.Single().Id);
        past.ValidTo.ShouldBe(book.Current.Single().ValidFrom);
    }

    [Fact]
    public async Task ExclusiveAspect_AnyDecision_OneCurrentValue()
    {
        foreach (var action in new[] { "add", "ignore", "update", "end" })
        {
            using var judge = JudgeFixture.Always(action);
            var book = await judge.RunAsync(new Chat().Say("!home: New York", 1).Say("!home: New Haven", 100));

            judge.Client.Calls.Count.ShouldBe(1);
            book.Values("home").ShouldBe([action == "ignore" ? "New York" : "New Haven"], action);
            LedgerRules.Check(book);
        }
    }

    [Fact]
    public async Task Facts_IgnoreUpdateAdd_DoWhatTheySay()
    {
        string[] story = ["fact: Alice ran the harbour race with Tom", "fact: Alice ran a harbour race with colleague Tom on Sunday"];
        foreach (var (action, current, all) in new[] { ("ignore", 1, 1), ("update", 1, 2), ("add", 2, 2), ("end", 2, 2) })
        {
            using var judge = JudgeFixture.Always(action);
            var book = await judge.RunAsync(new Chat().SayAll(story));

            judge.Client.Calls.Count.ShouldBe(1);
            book.Current.Count().ShouldBe(current, action);
            book.Items.Count().ShouldBe(all, action);
            book.Items.Sum(item => item.Evidence.Count).ShouldBe(2, action);
            judge.Dropped.ShouldBe(action == "end" ? 1 : 0, "an event that has happened cannot end");
            LedgerRules.Check(book);
        }
    }

    [Fact]
    public async Task Fact_PlanCalledOff_IsReplacedByTheNews()
    {
        using var judge = JudgeFixture.Always("end");
        var book = await judge.RunAsync(new Chat().SayAll("plan: Alice will visit the lake house | when", "fact: Alice called her stay in the lake house off"));

        var news = book.Current.ShouldHaveSingleItem();
        news.Text.ShouldBe("Alice called her stay in the lake house off");
        book.Items.Single(item => item.Aspect == "plan").SupersededBy.ShouldBe(news.Id);
        book.Ledger[^1].Operation.ShouldBe(LedgerOperation.Update);
        book.Ledger[^1].Reason.ShouldStartWith("judged to end what was known");
    }

    [Fact]
    public async Task Fact_IgnoreOfAnEventAtAnotherTime_IsNotShownAtAll()
    {
        using var judge = JudgeFixture.Always("ignore");
        var book = await judge.RunAsync(new Chat().Say("fact: Alice ran the harbour race with Tom | day", 1).Say("fact: Alice ran a harbour race with her friend Tom | day", 100));

        judge.Client.Calls.ShouldBeEmpty();
        book.Current.Count().ShouldBe(2);
    }
}
