using Sentinel.Agents.Tests.Support;
using static Sentinel.Agents.Tests.Support.Given;

namespace Sentinel.Agents.Tests.Rules;

public sealed class ResearcherAndRiskTests
{
    [Fact]
    public async Task Argue_Events_CountForTheirSideOnly()
    {
        var brief = Brief(Situation(null, null, Event(MarketEventTypes.BullTurn, 1), Event(MarketEventTypes.CusumDown, -1)));

        (await new RuleResearcher(ResearchSide.Bull).ArgueAsync(brief)).Value!.ShouldSatisfyAllConditions(made => made.Strength.ShouldBe(0.15), made => made.Cites.ShouldBe(["evt-bull_turn"]));
        (await new RuleResearcher(ResearchSide.Bear).ArgueAsync(brief)).Value!.ShouldSatisfyAllConditions(made => made.Strength.ShouldBe(0.1), made => made.Cites.ShouldBe(["evt-cusum_down"]));
    }

    [Fact]
    public async Task Argue_OutcomesThatShowASide_AreItsCase()
    {
        var brief = new AgentBrief(WithEpisodes(Context(Marked()), Statistics(40, 0.75, 0.1, 0.6), Episode("epi-1", 1, 0.02)));

        var bull = (await new RuleResearcher(ResearchSide.Bull).ArgueAsync(brief)).Value!;
        var bear = (await new RuleResearcher(ResearchSide.Bear).ArgueAsync(brief)).Value!;

        bull.Strength.ShouldBe(0.75);
        bull.Text.ShouldContain("40 like situations");
        bull.Cites.ShouldBe(["epi-1"]);
        bear.Strength.ShouldBe(0);
        bear.Cites.ShouldBeEmpty();
    }

    [Fact]
    public async Task Argue_TooFewOutcomes_AreNoCase() =>
        (await new RuleResearcher(ResearchSide.Bull).ArgueAsync(new AgentBrief(WithEpisodes(Context(Marked()), Statistics(9, 0.9, 0.05, 2))))).Value!.Strength.ShouldBe(0);

    [Fact]
    public async Task Explain_LimitsShown_NamesTheNearest()
    {
        var note = (await new RuleRiskAnalyst().ExplainAsync(new AgentBrief(Context() with { Mandate = View() }))).Value!;

        note.Limits.ShouldBe(["max_position"]);
        note.Text.ShouldBe("max_position: 0.1 of 0.5 left; max_gross: 0.6 of 1 left.");
    }

    [Fact]
    public async Task Explain_LimitsNotShown_SaysThatCodeHoldsThem() =>
        (await new RuleRiskAnalyst().ExplainAsync(Brief())).Value!.Text.ShouldContain("code holds them");

    [Fact]
    public async Task Explain_HoldingsUnknown_SaysSo() =>
        (await new RuleRiskAnalyst().ExplainAsync(new AgentBrief(Context() with { Mandate = new MandateView(Mandate(), []) }))).Value!.Text.ShouldContain("not known");
}
