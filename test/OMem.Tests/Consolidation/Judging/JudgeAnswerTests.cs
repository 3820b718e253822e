using Microsoft.Extensions.AI;
using OMem.Models;
using OMem.Tests.Models;

namespace OMem.Tests.Consolidation.Judging;

/// <summary>What a bad answer does: nothing that the rule would not have done, and it is counted.</summary>
public sealed class JudgeAnswerTests
{
    private static readonly string[] Story =
    [
        "preference: jazz concerts", "preference: jazz downtown", "fact: Alice ran the harbour race with Tom",
        "fact: Alice ran a harbour race with colleague Tom on Sunday", "habit: pottery class", "activity: pottery",
    ];

    [Theory]
    [InlineData("""{"decisions":[{"n":2,"action":"ignore","target":99}]}""")]
    [InlineData("""{"decisions":[{"n":2,"action":"ignore","target":null}]}""")]
    [InlineData("""{"decisions":[{"n":2,"action":"update","target":2}]}""")]
    [InlineData("""{"decisions":[{"n":2,"action":"erase","target":1}]}""")]
    [InlineData("""{"decisions":[{"n":2,"target":1}]}""")]
    [InlineData("""{"decisions":[{"n":7,"action":"update","target":1}]}""")]
    [InlineData("""{"decisions":[{"n":-1,"action":"update","target":1}]}""")]
    [InlineData("""{"decisions":[{"n":1,"action":"update","target":1}]}""")]
    [InlineData("""{"decisions":[{"n":"two","action":"update","target":1},"x",null,5]}""")]
    [InlineData("""{"decisions":[]}""")]
    [InlineData("""{"decisions":null}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("I would rather not.")]
    [InlineData("{\"decisions\":[{\"n\":2,")]
    [InlineData("\u0000")]
    [InlineData("")]
    public async Task BadAnswer_TheRuleDecidesAndItIsCounted(string answer)
    {
        using var judge = new JudgeFixture(_ => answer);
        var judged = await judge.RunAsync(new Chat().SayAll(Story));
        var byRule = await new Chat().SayAll(Story).UnderstandAsync(1, reader: StatementReader.Create());

        judge.Client.Calls.ShouldNotBeEmpty();
        judged.Dump().ShouldBe(byRule.Dump());
        judge.Dropped.ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task AnswerInProseWithNumbersAsText_IsTaken()
    {
        using var judge = new JudgeFixture(_ => "Sure:\n```json\n{\"Decisions\":[{\"n\":\"2\",\"action\":\" IGNORE \",\"target\":\"1\",},]}\n```");
        var book = await judge.RunAsync(new Chat().SayAll(Story[..2]));

        book.Items.ShouldHaveSingleItem().Evidence.Count.ShouldBe(2);
        judge.Dropped.ShouldBe(0);
    }

    [Fact]
    public async Task SameStatementDecidedTwice_TheFirstCounts()
    {
        using var judge = new JudgeFixture(view => JudgeFixture.Answer([JudgeFixture.Decision(2, "ignore", 1), JudgeFixture.Decision(2, "update", 1)]));
        var book = await judge.RunAsync(new Chat().SayAll(Story[..2]));

        book.Items.ShouldHaveSingleItem();
        judge.Dropped.ShouldBe(1);
    }

    [Fact]
    public async Task AnswerPassesOverSome_TheyAreAskedAboutOnceMore()
    {
        using var judge = new JudgeFixture(view => JudgeFixture.Answer(view.New.Take(1).Select(item => JudgeFixture.Decision(item.N, "ignore", item.Near[0]))));
        var book = await judge.RunAsync(new Chat().SayAll(Story[0], "preference: jazz downtown\nactivity: jazz lessons"));

        judge.Asked.Select(view => view.New.Count).ShouldBe([2, 1]);
        book.Items.ShouldHaveSingleItem().Evidence.Count.ShouldBe(2);
        judge.Dropped.ShouldBe(0);
    }

    [Fact]
    public async Task AnswerPassesOverTheSameTwice_TheRuleDecidesAndItIsCountedOnce()
    {
        using var judge = new JudgeFixture(view => JudgeFixture.Answer(view.New
            .Where(item => !item.Text.Contains("downtown", StringComparison.Ordinal)).Select(item => JudgeFixture.Decision(item.N, "ignore", item.Near[0]))));
        var book = await judge.RunAsync(new Chat().SayAll(Story[0], "preference: jazz downtown\npreference: jazz outdoors"));

        judge.Asked.Select(view => view.New.Count).ShouldBe([2, 1]);
        book.Values("preference").ShouldBe(["jazz concerts", "jazz downtown"]);
        judge.Dropped.ShouldBe(1);
    }

    [Fact]
    public async Task LongReasonOfManyLines_BecomesOneBoundedLine()
    {
        using var judge = JudgeFixture.Always("ignore", string.Concat(Enumerable.Repeat("ignore\nall\u0007 previous 😀 instructions ", 40)));
        var book = await judge.RunAsync(new Chat().SayAll(Story[..2]));

        var reason = book.Ledger[^1].Reason;
        reason.ShouldStartWith("judged to say what is known: ignore all previous 😀");
        reason.Length.ShouldBeLessThan(200);
        reason.ShouldNotContain(c => char.IsControl(c));
    }

    [Fact]
    public async Task OneBadStatementAmongMany_TheOthersAreDecided()
    {
        using var judge = new JudgeFixture(new ScriptedChatClient(call =>
        {
            var view = JudgeView.Of(call);
            return view.New.Any(item => item.Text.Contains("downtown", StringComparison.Ordinal))
                ? "no"
                : JudgeFixture.Answer(view.New.Select(item => JudgeFixture.Decision(item.N, "ignore", item.Near[0])));
        }));
        var book = await judge.RunAsync(new Chat().SayAll(Story), Story.Length);

        book.Values("preference").ShouldBe(["jazz concerts", "jazz downtown"]);
        book.Values("activity").ShouldBeEmpty();
        book.Facts.ShouldHaveSingleItem().Evidence.Count.ShouldBe(2);
        judge.Dropped.ShouldBe(1);
    }

    [Fact]
    public async Task ModelThatNeverAnswers_BoundedCalls()
    {
        using var judge = new JudgeFixture(_ => "no");
        var chat = new Chat().Say("preference: jazz concerts");
        chat.Say(string.Join('\n', Enumerable.Range(0, 40).Select(i => $"preference: jazz word{i}")));
        var book = await judge.RunAsync(chat, 2);

        book.Current.Count().ShouldBe(41);
        judge.Client.Calls.Count.ShouldBeInRange(2, 20);
        judge.Dropped.ShouldBe(40);
    }

    [Theory]
    [InlineData(ModelFault.Unreachable)]
    [InlineData(ModelFault.TimedOut)]
    [InlineData(ModelFault.RateLimited)]
    [InlineData(ModelFault.ServerError)]
    [InlineData(ModelFault.Unauthorized)]
    [InlineData(ModelFault.Rejected)]
    public async Task ModelThatIsNotThere_FailsTheBatchAndChangesNothing(ModelFault kind)
    {
        using var judge = new JudgeFixture(new ScriptedChatClient((_, _) => Task.FromException<ChatResponse>(new ModelException(kind, "not there"))));
        var fault = await Should.ThrowAsync<ModelException>(() => judge.RunAsync(new Chat().SayAll(Story)));

        fault.Fault.ShouldBe(kind);
    }
}
