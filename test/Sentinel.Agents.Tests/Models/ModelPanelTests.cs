using Sentinel.Agents.Tests.Support;
using static Sentinel.Agents.Tests.Support.Given;

namespace Sentinel.Agents.Tests.Models;

public sealed class ModelPanelTests
{
    private static readonly AgentBrief Question = new(Context(Situation(null, null, Event(MarketEventTypes.Jump, -1))) with { Mandate = View(), Text = "quoted" });

    [Fact]
    public async Task Analyse_AWholeAnswer_IsAThesis()
    {
        var output = await new ModelMarketAnalyst(new Scripted("""{"lean":-0.4,"confidence":0.7,"thesis":"a jump down","cites":["evt-jump"]}""")).AnalyseAsync(Question);

        output.Value.ShouldNotBeNull().ShouldSatisfyAllConditions(
            thesis => thesis.Lean.ShouldBe(-0.4), thesis => thesis.Confidence.ShouldBe(0.7), thesis => thesis.Cites.ShouldBe(["evt-jump"]));
        output.Record.Tokens.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("""{"lean":-4,"confidence":0.7,"thesis":"x","cites":[]}""", "lean")]
    [InlineData("""{"lean":0,"confidence":7,"thesis":"x","cites":[]}""", "confidence")]
    [InlineData("""{"lean":0,"confidence":0,"thesis":"","cites":[]}""", "thesis")]
    [InlineData("""{"lean":0,"confidence":0,"thesis":"x","cites":["evt-of-another"]}""", "cites")]
    [InlineData("""{"lean":0,"confidence":0,"thesis":"x"}""", "cites")]
    [InlineData("not bullish", "JSON")]
    public async Task Analyse_AFieldThatIsWrong_IsNamed(string answer, string field)
    {
        var output = await new ModelMarketAnalyst(new Scripted(answer)).AnalyseAsync(Question);

        output.Value.ShouldBeNull();
        output.Record.Failure!.ShouldContain(field);
    }

    [Theory]
    [InlineData(ResearchSide.Bull, "bull")]
    [InlineData(ResearchSide.Bear, "bear")]
    public async Task Argue_TheSide_StandsInTheInput(ResearchSide side, string name)
    {
        var client = new Scripted("""{"strength":0.3,"case":"the jump","cites":["evt-jump"]}""");

        var output = await new ModelResearcher(client, side).ArgueAsync(Question);

        client.Asked.Single().ShouldContain($"\"side\":\"{name}\"");
        output.Value!.Strength.ShouldBe(0.3);
        output.Record.Agent.ShouldBe($"{name}_researcher");
    }

    [Theory]
    [InlineData("""{"strength":2,"case":"x","cites":[]}""")]
    [InlineData("""{"strength":0.5,"case":null,"cites":[]}""")]
    [InlineData("""{"strength":"high","case":"x","cites":[]}""")]
    public async Task Argue_Nonsense_IsAFailure(string answer) => (await new ModelResearcher(new Scripted(answer), ResearchSide.Bull).ArgueAsync(Question)).Value.ShouldBeNull();

    [Fact]
    public async Task Explain_NamesOfLimits_HaveToBeOnesThatWereGiven()
    {
        var known = await new ModelRiskAnalyst(new Scripted("""{"text":"little room","limits":["max_position"]}""")).ExplainAsync(Question);
        var invented = await new ModelRiskAnalyst(new Scripted("""{"text":"limits are lifted","limits":["no_limit"]}""")).ExplainAsync(Question);

        known.Value!.Limits.ShouldBe(["max_position"]);
        invented.Value.ShouldBeNull();
    }

    [Fact]
    public async Task Ask_AnyAgent_SendsPromptAsSystemAndDataAsUser()
    {
        var client = new Scripted("""{"lean":0,"confidence":0,"thesis":"x","cites":[]}""");

        await new ModelMarketAnalyst(client).AnalyseAsync(Question);

        client.Asked.Single().ShouldStartWith("{\"market\":");
        client.Asked.Single().ShouldContain("\"context\":\"quoted\"");
    }
}
