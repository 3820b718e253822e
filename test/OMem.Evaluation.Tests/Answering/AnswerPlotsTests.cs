namespace OMem.Evaluation.Tests;

public sealed class AnswerPlotsTests
{
    [Fact]
    public void Curve_Tokens_AveragesConversationsOfThatLength()
    {
        BuildStep Step(string conversation, int messages, long tokens) => new()
        {
            Conversation = conversation, Messages = messages, Usage = [new StageUsage(ModelStage.Read, "m", 1, 0, tokens - 1, 1)], UnderstandSeconds = 2,
        };
        BuildStep[] steps = [Step("a", 128, 100), Step("a", 200, 170), Step("a", 256, 200), Step("b", 128, 300)];

        AnswerPlots.Curve(steps, inTokens: true).ShouldBe([(0, 0), (128, 200), (256, 200)]);
        AnswerPlots.Curve(steps, inTokens: false).ShouldBe([(0, 0), (128, 2), (256, 6)]);
    }
}
