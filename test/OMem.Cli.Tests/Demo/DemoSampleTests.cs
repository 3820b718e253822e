using OMem.Cli.Demo;

namespace OMem.Cli.Tests.Demo;

public sealed class DemoSampleTests
{
    [Fact]
    public async Task Conversation_Size_IsAYearOfTwoPeople()
    {
        var messages = await DemoSample.ReadConversationAsync(CancellationToken.None);

        messages.Count.ShouldBeGreaterThanOrEqualTo(220);
        messages.Select(message => message.Session).Distinct().Count().ShouldBeGreaterThanOrEqualTo(12);
        messages.Select(message => message.Speaker).Distinct().Order(StringComparer.Ordinal).ShouldBe(["Ines", "Theo"]);
        messages.Select(message => message.Id).Distinct().Count().ShouldBe(messages.Count);
        (messages[^1].OccurredAt - messages[0].OccurredAt).TotalDays.ShouldBeGreaterThan(360);
    }

    [Fact]
    public async Task Conversation_Order_IsTheOrderOfTime()
    {
        var messages = await DemoSample.ReadConversationAsync(CancellationToken.None);

        messages.Zip(messages.Skip(1)).ShouldAllBe(pair => pair.First.OccurredAt < pair.Second.OccurredAt);
        messages.Select(message => message.Text).ShouldAllBe(text => text.Length < 300);
    }

    [Fact]
    public async Task Questions_Answers_AreInTheConversation()
    {
        var ids = (await DemoSample.ReadConversationAsync(CancellationToken.None)).Select(message => message.Id).ToHashSet();
        var questions = DemoSample.ReadQuestions();

        questions.Questions.Count.ShouldBe(10);
        questions.Questions.ShouldAllBe(question => question.Answers!.Count > 0 && question.Answers.All(ids.Contains));
        questions.Unanswerable.ShouldAllBe(question => question.Answers == null);
    }
}
