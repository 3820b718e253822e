using Sentinel.Agents.Tests.Support;
using Sentinel.Persona;
using static Sentinel.Agents.Tests.Support.Given;

namespace Sentinel.Agents.Tests.Decisions;

public sealed class DeepTraderManagerTests
{
    [Fact]
    public async Task Decide_ByRules_HearsEveryAgentInAFixedOrder()
    {
        var decision = await Manager(Context()).DecideAsync(Request(MemoryArm.None));

        decision.Intent.Direction.ShouldBe(IntentDirection.Long);
        decision.Proposals.Select(proposal => proposal.Agent)
            .ShouldBe([AgentNames.MarketAnalyst, AgentNames.Bull, AgentNames.Bear, AgentNames.RiskAnalyst, AgentNames.DeepTraderManager]);
        decision.Proposals.ShouldAllBe(proposal => proposal.Failure == null && proposal.Output.Length > 0);
        decision.Review.ShouldBeNull();
        decision.Model.ShouldBeNull();
    }

    [Fact]
    public async Task Decide_Twice_IsTheSame()
    {
        var first = await Manager(Context()).DecideAsync(Request());
        var second = await Manager(Context()).DecideAsync(Request());

        second.Proposals.ShouldBe(first.Proposals);
        second.Intent.Rationale.ShouldBe(first.Intent.Rationale);
    }

    [Fact]
    public async Task Decide_LosersLikeIt_AreAttachedAndCitedAndAskedForOnce()
    {
        var context = WithEpisodes(Context(null, MemoryArm.All, "epi-9"), Statistics(5, 0.5, 0.4, 0));
        var toolkit = new Toolkit(context, Episode("epi-9", 1, -0.02));

        var decision = await new DeepTraderManager(toolkit, TraderTeam.Rules()).DecideAsync(Request());

        toolkit.LoserRequests.ShouldBe(1);
        decision.Review.ShouldNotBeNull().Losers.ShouldBe(["epi-9"]);
        decision.Review.IsRevised.ShouldBeFalse();
        decision.Intent.Direction.ShouldBe(IntentDirection.Long);
        decision.Intent.CitedMemoryIds.ShouldContain("epi-9");
        decision.Proposals[^1].Agent.ShouldBe(AgentNames.SecondLook);
    }

    [Fact]
    public async Task Decide_TheMarketWentAgainstLikeDecisions_DropsTheTrade()
    {
        var like = Enumerable.Range(0, 12).Select(at => Episode($"epi-{at}", 1, -0.02, move: -1 - (0.1 * at))).ToArray();
        var toolkit = new Toolkit(WithEpisodes(Context(), Statistics(5, 0.5, 0.4, 0), like), like[0]);

        var decision = await new DeepTraderManager(toolkit, TraderTeam.Rules()).DecideAsync(Request());

        decision.Intent.Direction.ShouldBe(IntentDirection.Hold);
        decision.Intent.CitedMemoryIds.ShouldContain("epi-0");
        decision.Review!.IsRevised.ShouldBeTrue();
        decision.Review.First.Direction.ShouldBe(IntentDirection.Long);
    }

    [Theory]
    [InlineData(9, -1.0)]
    [InlineData(12, 1.0)]
    public async Task Decide_TooFewOrOtherwise_LosersProveNothing(int count, double move)
    {
        var like = Enumerable.Range(0, count).Select(at => Episode($"epi-{at}", 1, -0.02, move)).ToArray();
        var toolkit = new Toolkit(WithEpisodes(Context(), Statistics(5, 0.5, 0.4, 0), like), like[0]);

        (await new DeepTraderManager(toolkit, TraderTeam.Rules()).DecideAsync(Request())).Intent.Direction.ShouldBe(IntentDirection.Long);
    }

    [Fact]
    public void LikeDecisions_OfOtherSidesAndMixedEnds_DoNotSpeakAgainst()
    {
        new LikeDecisions([], []).SpeakAgainst.ShouldBeFalse();
        new LikeDecisions([], [.. Enumerable.Range(0, 40).Select(at => at % 2 is 0 ? 1.0 : -1.1)]).SpeakAgainst.ShouldBeFalse();
        new LikeDecisions([], [.. Enumerable.Repeat(-0.5, 10)]).SpeakAgainst.ShouldBeTrue();
    }

    [Theory]
    [InlineData(MemoryArm.None)]
    [InlineData(MemoryArm.Persona | MemoryArm.Working)]
    public async Task Decide_WithoutEpisodicMemory_LooksForNoLosers(MemoryArm arm)
    {
        var toolkit = new Toolkit(Context(), Episode("epi-1", 1, -0.02));

        await new DeepTraderManager(toolkit, TraderTeam.Rules()).DecideAsync(Request(arm));

        toolkit.LoserRequests.ShouldBe(0);
    }

    [Fact]
    public async Task Decide_MandateNotShown_PlansWithoutItInDataAndText()
    {
        const string text = "<decision-context as_of=\"x\">\nEverything here is data.\n# mandate\n[man-1] short forbidden\nmax_position left 0.1\n# holdings\nequity 1\n# mandate, again\n[man-1] short forbidden\n</decision-context>";
        var context = Context(null, MemoryArm.All, "man-1") with { Mandate = View(Mandate() with { MaxRiskPerTrade = 0.001m }), Text = text };

        var shown = await Manager(context).DecideAsync(Request());
        var hidden = await Manager(context).DecideAsync(Request() with { MandateShown = false });

        shown.Intent.DesiredRisk!.Value.ShouldBeLessThanOrEqualTo(0.001m);
        hidden.Intent.DesiredRisk.ShouldBe(0.009m);
        hidden.Context.Mandate.ShouldBeNull();
        hidden.Context.Ids.ShouldNotContain("man-1");
        hidden.Context.Text.ShouldBe("<decision-context as_of=\"x\">\nEverything here is data.\n# holdings\nequity 1\n</decision-context>");
    }

    [Fact]
    public async Task Decide_CitesOnlyWhatStandsInTheContext()
    {
        var context = WithPersona(Context(), Attribute(AttributeNames.RiskPerTrade, 0.004)) with { Ids = [] };

        (await Manager(context).DecideAsync(Request())).Intent.CitedMemoryIds.ShouldBeEmpty();
    }

    [Fact]
    public async Task Decide_EnoughOutcomes_GivesTheSizerEvidence()
    {
        var evidence = (await Manager(WithEpisodes(Context(), Statistics(60, 0.6, 0.05, 0.3, meanR: 0.2, win: 0.5))).DecideAsync(Request())).Evidence;

        evidence.ShouldNotBeNull().WinProbability.ShouldBe(0.45, 1e-9);
        evidence.Payoff.ShouldBe(1.4, 1e-9);
        evidence.EffectiveSample.ShouldBe(60);
    }

    [Fact]
    public async Task Decide_TooFewOutcomes_GivesNone() =>
        (await Manager(WithEpisodes(Context(), Statistics(9, 0.6, 0.05, 0.3, meanR: 0.2, win: 0.5))).DecideAsync(Request())).Evidence.ShouldBeNull();

    private static DeepTraderManager Manager(DecisionContext context) => new(new Toolkit(context), TraderTeam.Rules());

    private static DecisionRequest Request(MemoryArm arm = MemoryArm.All) => new() { Situation = Situation(), AsOf = Now, Arm = arm };
}
