using CsCheck;

namespace OMem.Evaluation.Tests;

public sealed class JudgeReplyTests
{
    [Theory]
    [InlineData("""{"label": "CORRECT"}""", true)]
    [InlineData("""{"label": "wrong"}""", false)]
    [InlineData("""Sure: ```json {"reason": "x", "label": "Correct"} ```""", true)]
    [InlineData("CORRECT", null)]
    [InlineData("""{"label": "MAYBE"}""", null)]
    [InlineData("""{"label": 1}""", null)]
    [InlineData("""{"label": """, null)]
    [InlineData("}{", null)]
    [InlineData("", null)]
    public void Label_Reply_IsReadOrNull(string reply, bool? expected) => JudgeReply.Label(reply).ShouldBe(expected);

    [Theory]
    [InlineData("""{"scores": [1, 0.5, 0]}""", true)]
    [InlineData("""{"scores": [1, 0]}""", false)]
    [InlineData("""{"scores": [1, 0.7, 0]}""", false)]
    [InlineData("""{"scores": ["1", 0, 0]}""", false)]
    [InlineData("""{"scores": 1}""", false)]
    public void Scores_Reply_MustHaveOneForEachPoint(string reply, bool readable) => (JudgeReply.Scores(reply, 3) is not null).ShouldBe(readable);

    [Theory]
    [InlineData("""{"order": [3, 1]}""", true)]
    [InlineData("""{"order": []}""", true)]
    [InlineData("""{"order": [1, 1]}""", false)]
    [InlineData("""{"order": [0]}""", false)]
    [InlineData("""{"order": [4]}""", false)]
    [InlineData("""{"order": [1.5]}""", false)]
    public void Order_Reply_MustNamePointsOnce(string reply, bool readable) => (JudgeReply.Order(reply, 3) is not null).ShouldBe(readable);

    [Fact]
    public void AnyReply_NeverThrows() => Gen.String.Sample(reply =>
    {
        JudgeReply.Label(reply);
        JudgeReply.Scores("{" + reply + "}", 2);
        JudgeReply.Order(reply + "{\"order\": " + reply, 2);
    });
}
