using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;
using OMem.Consolidation.Clusters.Summaries;
using OMem.Models;
using OMem.Tests.Consolidation.Judging;
using OMem.Tests.Engine;
using OMem.Tests.Models;

namespace OMem.Tests.Consolidation.Clusters.Summaries;

/// <summary>When clusters are summarised by a model, and what becomes of good and bad summaries.</summary>
public sealed class SummaryTests
{
    [Fact]
    public async Task Summarize_ChangedClusters_InOneCallWithLabelAndLedgerRow()
    {
        using var summaries = SummaryFixture.Counting();
        var book = await summaries.RunAsync(SummaryFixture.EightMessages());

        summaries.Asked.ShouldHaveSingleItem().Groups.Count.ShouldBe(2);
        book.Clusters.ShouldAllBe(cluster => cluster.Label == "way of life" && cluster.Summary == "Alice has much much of it");
        book.Clusters.Count().ShouldBe(2);
        var rows = book.Ledger.Where(row => row.Actor.StartsWith("summarizer@scripted/summarize.v1.", StringComparison.Ordinal)).ToList();
        rows.Count.ShouldBe(2);
        rows.ShouldAllBe(row => row.Operation == LedgerOperation.Cluster && row.Reason == "summarised" && row.Before!.StartsWith("Alice has ", StringComparison.Ordinal));
        LedgerRules.Check(book);
    }

    [Fact]
    public async Task Summarize_NextTime_OnlyTheClusterWhoseMembersChanged()
    {
        using var summaries = SummaryFixture.Counting();
        var chat = SummaryFixture.EightMessages().SayAll("preference: jazz outdoors", "-", "-", "-", "-", "-", "-", "-");
        var book = await summaries.RunAsync(chat);

        summaries.Asked.Select(view => view.Groups.Count).ShouldBe([2, 1]);
        summaries.Asked[1].Groups[0].Statements.ShouldBe(["Alice has jazz concerts", "Alice has jazz downtown", "Alice has jazz outdoors"]);
        book.Clusters.Select(cluster => cluster.Summary).Order(StringComparer.Ordinal).ShouldBe(["Alice has much much much of it", "Alice has much much of it"]);
    }

    [Fact]
    public async Task Summarize_SameLabelTwice_StaysTwoRecords()
    {
        using var summaries = SummaryFixture.Counting(label: "pastimes");
        var book = await summaries.RunAsync(SummaryFixture.EightMessages());

        book.Clusters.Select(cluster => cluster.Label).ShouldBe(["pastimes", "pastimes"]);
        book.Clusters.SelectMany(cluster => cluster.Members).Count().ShouldBe(4);
    }

    [Theory]
    [InlineData("no")]
    [InlineData("{}")]
    [InlineData("""{"groups":[]}""")]
    [InlineData("""{"groups":[{"n":7,"label":"pastimes","summary":"Alice has much"},null,3]}""")]
    [InlineData("""{"groups":[{"n":1,"label":"pastimes"},{"n":2,"summary":""}]}""")]
    [InlineData("")]
    public async Task Summarize_BadAnswer_MembersOwnWordsStay(string answer)
    {
        using var summaries = new SummaryFixture(_ => answer);
        var book = await summaries.RunAsync(SummaryFixture.EightMessages());
        var without = await SummaryFixture.EightMessages().UnderstandAsync(4, reader: StatementReader.Create());

        summaries.Client.Calls.ShouldNotBeEmpty();
        book.Dump().ShouldBe(without.Dump());
        summaries.Dropped.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(ModelFault.Unreachable)]
    [InlineData(ModelFault.ServerError)]
    [InlineData(ModelFault.Unauthorized)]
    [InlineData(ModelFault.Rejected)]
    [InlineData(ModelFault.Refused)]
    public async Task Summarize_FailingModel_BatchIsUnderstoodAndRetriedLater(ModelFault fault)
    {
        var isUp = false;
        using var summaries = new SummaryFixture(new ScriptedChatClient((call, _) => isUp
            ? Task.FromResult(ScriptedChatClient.Says(SummaryFixture.Answer(SummaryView.Of(call), group => ("pastimes", $"{group.About} has much"))))
            : Task.FromException<ChatResponse>(new ModelException(fault, "down"))));
        var chat = SummaryFixture.EightMessages();
        var book = await summaries.RunAsync(chat);
        book.Dump().ShouldBe((await chat.UnderstandAsync(4, reader: StatementReader.Create())).Dump());

        isUp = true;
        var later = await summaries.RunAsync(chat.SayAll("-", "-", "-", "-", "-", "-", "-", "-"));
        later.Clusters.ShouldAllBe(cluster => cluster.Summary == "Alice has much");
    }

    [Fact]
    public async Task Summarize_ModelThatHangs_IsLeftAfterTheLimitOfACall()
    {
        var time = new FakeTimeProvider();
        using var summaries = new SummaryFixture(new ScriptedChatClient(async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return ScriptedChatClient.Says("{}");
        }), time);
        var run = summaries.RunAsync(SummaryFixture.EightMessages());
        var patience = new Patience();
        while (!run.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(10));
            await patience.YieldAsync();
        }

        (await run).Clusters.Count().ShouldBe(2);
    }

    [Fact]
    public async Task Summarize_Cancelled_EndsTheBatch()
    {
        using var stop = new CancellationTokenSource();
        using var summaries = new SummaryFixture(new ScriptedChatClient(async (_, token) =>
        {
            await stop.CancelAsync();
            token.ThrowIfCancellationRequested();
            return ScriptedChatClient.Says("{}");
        }));
        var state = OMem.Consolidation.DerivedState.Empty;
        await Should.ThrowAsync<OperationCanceledException>(() => OMem.Understanding.UnderstandingPipeline.ProcessAsync(
            StatementReader.Create(), state, new ReadingRequest(Chat.Scope, SummaryFixture.EightMessages().Log, []), Chat.WordsOnly, summaries.Models, stop.Token));
    }

    [Fact]
    public async Task Summarize_DomainsOwnPrompt_IsUsedAndNamed()
    {
        var domain = new MemoryDomain("trading", "1") { Prompts = new Dictionary<string, string>(StringComparer.Ordinal) { ["summarize"] = "Be short." } };
        using var summaries = new SummaryFixture(
            new ScriptedChatClient(call => SummaryFixture.Answer(SummaryView.Of(call), group => (null, $"{group.About} has much"))), domain: domain);
        var book = await summaries.RunAsync(SummaryFixture.EightMessages());

        summaries.Client.Calls[0].Messages[0].Text.ShouldBe("Be short.");
        book.Ledger[^1].Actor.ShouldStartWith("summarizer@scripted/summarize.own.");
        book.Clusters.Select(cluster => cluster.Label).Order(StringComparer.Ordinal).ShouldBe(["activity", "preference"]);
    }

    [Theory]
    [InlineData(1, 7, 0)]
    [InlineData(1, 8, 1)]
    [InlineData(8, 8, 1)]
    [InlineData(9, 15, 0)]
    [InlineData(9, 16, 1)]
    [InlineData(17, 33, 1)]
    [InlineData(33, 63, 0)]
    [InlineData(33, 64, 1)]
    [InlineData(65, 127, 0)]
    [InlineData(65, 128, 1)]
    [InlineData(6401, 6463, 0)]
    [InlineData(6400, 6400, 1)]
    [InlineData(1, 64, 1)]
    [InlineData(1, 512, 8)]
    [InlineData(513, 700, 2)]
    public void CallsDue_LogPositions_EarlyThenEverySixtyFour(long first, long last, int expected) =>
        SummarySchedule.CallsDue(first, last).ShouldBe(expected);

    [Fact]
    public async Task Summarize_ManyMessagesInSmallBatches_AtMostOneCallInSixtyFourMessages()
    {
        using var summaries = SummaryFixture.Counting();
        var chat = new Chat();
        for (var i = 0; i < 640; i++)
        {
            chat.Say($"preference: word{i / 3} kind{i}");
        }

        var book = await summaries.RunAsync(chat, 2);

        summaries.Client.Calls.Count.ShouldBe(13);
        summaries.Asked.ShouldAllBe(view => view.Groups.Count <= SummarySchedule.MostClusters);
        book.Clusters.Count().ShouldBeGreaterThan(200);
        LedgerRules.Check(book);
    }

    [Fact]
    public async Task Summarize_ManyMessagesAtOnce_AsManyCallsAsOfFewAtATimeAndAllAtOnce()
    {
        using var summaries = SummaryFixture.Counting();
        var chat = new Chat();
        for (var i = 0; i < 640; i++)
        {
            chat.Say($"preference: word{i / 3} kind{i}");
        }

        var book = await summaries.RunAsync(chat, 640);

        summaries.Client.Calls.Count.ShouldBeInRange(5, 10);
        summaries.Asked.ShouldAllBe(view => view.Groups.Count <= SummarySchedule.MostClusters);
        summaries.Asked.SelectMany(static view => view.Groups).SelectMany(static group => group.Statements).ShouldBeUnique();
        book.Clusters.Count(static cluster => cluster.Label is "way of life").ShouldBe(summaries.Asked.Sum(static view => view.Groups.Count));
        LedgerRules.Check(book);
    }
}
