namespace OMem.Evaluation.Tests;

public sealed class PromptTemplateTests
{
    [Theory]
    [InlineData("answer-full.v1")]
    [InlineData("reply.v1")]
    [InlineData("judge-answer.v1")]
    [InlineData("judge-rubric.v1")]
    [InlineData("judge-order.v1")]
    [InlineData("judge-cue.v1")]
    public void Load_Prompt_HasBothPartsAndIsBlindToCategories(string name)
    {
        var prompt = PromptTemplate.Load(name);
        var messages = prompt.Fill(new[] { "context", "question", "asked_at", "gold", "answer", "rubric" }.ToDictionary(key => key, key => $"<{key}>", StringComparer.Ordinal));
        messages.Count.ShouldBe(2);
        messages[1].Text.ShouldContain("<question>");
        messages.ShouldAllBe(message => !message.Text.Contains("{{", StringComparison.Ordinal) && !message.Text.Contains("multi-hop", StringComparison.Ordinal));
        prompt.Hash.Length.ShouldBe(64);
    }

    [Fact]
    public void Fill_ValueThatLooksLikeAPlace_IsLeftAlone() => PromptTemplate.Load("judge-answer.v1")
        .Fill(new Dictionary<string, string>(StringComparer.Ordinal) { ["question"] = "{{gold}}", ["gold"] = "$1 {{answer}}", ["answer"] = "x" })[1].Text
        .ShouldBe("Question: {{gold}}\nRight answer: $1 {{answer}}\nAnswer to grade: x");
}
