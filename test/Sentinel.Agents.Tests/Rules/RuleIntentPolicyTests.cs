using Sentinel.Agents.Tests.Support;
using Sentinel.Persona;
using Sentinel.Risk;
using static Sentinel.Agents.Tests.Support.Given;

namespace Sentinel.Agents.Tests.Rules;

public sealed class RuleIntentPolicyTests
{
    private static readonly RuleIntentPolicy Policy = new(Given.Settings);
    private static readonly Panel Up = new(new MarketThesis(0.5, 0.5, "up", []), null, null, null);
    private static readonly Panel Down = new(new MarketThesis(-0.5, 0.5, "down", []), null, null, null);

    [Fact]
    public async Task Decide_NoMemory_WishesByTheMarketsDefaults()
    {
        var intent = await Decide(Context(), Up);

        intent.Direction.ShouldBe(IntentDirection.Long);
        intent.Stop.ShouldBe(98m);
        intent.Target.ShouldBe(104m);
        intent.DesiredRisk.ShouldBe(0.01m);
        intent.Horizon.ShouldBe(TimeSpan.FromHours(20));
        intent.Invalidation.ShouldContain("a close below 98");
        intent.InvalidationRules.Select(rule => rule.Kind).ShouldBe([InvalidationKind.CloseBelow, InvalidationKind.Event, InvalidationKind.Event, InvalidationKind.Event, InvalidationKind.Time]);
        intent.CitedMemoryIds.ShouldBeEmpty();
        IntentFaults.Of(intent, 100m).ShouldBeEmpty();
    }

    [Fact]
    public async Task Decide_AFallingMarket_GoesShort() => (await Decide(Context(), Down)).ShouldSatisfyAllConditions(
        intent => intent.Direction.ShouldBe(IntentDirection.Short), intent => intent.Stop.ShouldBe(102m), intent => intent.Target.ShouldBe(96m));

    [Fact]
    public async Task Decide_NothingClear_Holds() => (await Decide(Context(), new Panel(new MarketThesis(0.2, 0.2, "?", []), null, null, null))).Direction.ShouldBe(IntentDirection.Hold);

    [Fact]
    public async Task Decide_TheAnalystFailed_HoldsAndCountsNoVote() =>
        (await Decide(Context(), new Panel(null, new ResearchCase(1, "up", []), null, null))).Direction.ShouldBe(IntentDirection.Hold);

    [Fact]
    public async Task Decide_HoldingsUnknown_Holds() =>
        (await Decide(Context(Memory.Situation.Of(Snapshot(), [], null)), Up)).Direction.ShouldBe(IntentDirection.Hold);

    [Fact]
    public async Task Decide_ThePersona_GivesRiskStopAndHorizonAndIsCited()
    {
        var context = WithPersona(Context(), Attribute(AttributeNames.RiskPerTrade, 0.004), Attribute(AttributeNames.StopDistance, 3), Attribute(AttributeNames.HoldingTime, 48));

        var intent = await Decide(context, Up);

        intent.DesiredRisk.ShouldBe(0.004m);
        intent.Stop.ShouldBe(97m);
        intent.Horizon.ShouldBe(TimeSpan.FromHours(48));
        intent.CitedMemoryIds.ShouldBe(["per-risk_per_trade", "per-stop_distance_atr", "per-holding_time"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(49, 0.01)]
    [InlineData(50, 0.005)]
    public async Task Decide_ARevealedAttribute_SteersFromFiftySamplesOn(double nEff, double risk) =>
        (await Decide(WithPersona(Context(), Attribute(AttributeNames.RiskPerTrade, 0.005, declared: false, nEff)), Up)).DesiredRisk.ShouldBe((decimal)risk);

    [Fact]
    public async Task Decide_WhatWasDeclared_RulesOverWhatIsRevealed()
    {
        var declared = Attribute(AttributeNames.RiskPerTrade, 0.002);
        var revealed = Attribute(AttributeNames.RiskPerTrade, 0.05, declared: false) with { Id = "per-rev" };

        (await Decide(WithPersona(Context(), declared, revealed), Up)).DesiredRisk.ShouldBe(0.002m);
    }

    [Theory]
    [InlineData(1, 0.0025)]
    [InlineData(4, 0.01)]
    [InlineData(7, 0.0175)]
    public async Task Decide_OnlyAToleranceIsDeclared_ScalesTheUsualRisk(double tolerance, double risk) =>
        (await Decide(WithPersona(Context(), Attribute("risk_tolerance", tolerance)), Up)).DesiredRisk.ShouldBe((decimal)risk);

    [Theory]
    [InlineData("day", 8)]
    [InlineData("swing", 120)]
    [InlineData("of some other kind", 20)]
    public async Task Decide_OnlyAStyleIsDeclared_GivesAHorizon(string style, double hours) =>
        (await Decide(WithPersona(Context(), Attribute(AttributeNames.Style, 0) with { Value = null, Text = style }), Up)).Horizon.ShouldBe(TimeSpan.FromHours(hours));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    [InlineData(70)]
    public async Task Decide_AnAttributeThatIsNoRisk_IsNotFollowed(double value) =>
        (await Decide(WithPersona(Context(), Attribute(AttributeNames.RiskPerTrade, value)), Up)).DesiredRisk.ShouldBe(0.01m);

    [Fact]
    public async Task Decide_ATraderOfOtherAssetsSidesOrHours_Holds()
    {
        (await Decide(WithPersona(Context(), Attribute($"{AttributeNames.AssetShare}[BTCUSDT]", 0.01)), Up)).Direction.ShouldBe(IntentDirection.Hold);
        (await Decide(WithPersona(Context(), Attribute(AttributeNames.LongShare, 1)), Down)).Direction.ShouldBe(IntentDirection.Hold);
        (await Decide(WithPersona(Context(), Attribute(AttributeNames.ActiveHour, 1), Attribute(AttributeNames.HourConcentration, 0.9)), Up)).Direction.ShouldBe(IntentDirection.Hold);
        (await Decide(WithPersona(Context(), Attribute(AttributeNames.ActiveHour, 13), Attribute(AttributeNames.HourConcentration, 0.9)), Up)).Direction.ShouldBe(IntentDirection.Long);
    }

    [Fact]
    public async Task Decide_AUsualPositionSize_BoundsTheRisk() =>
        (await Decide(WithPersona(Context(), Attribute(AttributeNames.PositionSize, 0.1)), Up)).DesiredRisk.ShouldBe(0.002m);

    [Theory]
    [InlineData(60, 0.6, 0.05, 0.3, IntentDirection.Long)]
    [InlineData(60, 0.5, 0.1, 0.0, IntentDirection.Long)]
    [InlineData(60, 0.3, 0.1, -0.3, IntentDirection.Hold)]
    [InlineData(60, 0.2, 0.1, -0.8, IntentDirection.Short)]
    [InlineData(9, 0.1, 0.05, -2.0, IntentDirection.Long)]
    public async Task Decide_OutcomesOfLikeSituations_ConfirmDropOrTurnALean(double nEff, double rise, double halfWidth, double move, IntentDirection expected) =>
        (await Decide(WithEpisodes(Context(Marked()), Statistics(nEff, rise, halfWidth, move)), Up)).Direction.ShouldBe(expected);

    [Fact]
    public async Task Decide_OutcomesOfOrdinaryBars_AreNoEvidence() =>
        (await Decide(WithEpisodes(Context(), Statistics(60, 0.1, 0.05, -2)), Up)).ShouldSatisfyAllConditions(
            intent => intent.Direction.ShouldBe(IntentDirection.Long), intent => intent.Conviction.ShouldBe(0.55));

    [Fact]
    public async Task Decide_EnoughOutcomes_GiveTheConvictionAndAreCited()
    {
        var intent = await Decide(WithEpisodes(Context(Marked()), Statistics(60, 0.7, 0.1, 0.4), Episode("epi-1", 1, 0.02)), Up);

        intent.Conviction.ShouldBe(0.7);
        intent.CitedMemoryIds.ShouldContain("epi-1");
    }

    [Theory]
    [InlineData(0.4, 0.009)]
    [InlineData(1.0, 0.015)]
    public async Task Decide_AStrongerLean_WishesMoreRisk(double lean, double risk) =>
        (await Decide(Context(), new Panel(new MarketThesis(lean, 0.5, "up", []), null, null, null))).DesiredRisk.ShouldBe((decimal)risk);

    [Fact]
    public async Task Decide_AnEarlierEventThatWorkingMemoryHolds_StillWeighs()
    {
        var thesis = new Panel(new MarketThesis(0.4, 0.4, "up", []), null, null, null);

        (await Decide(Context(), thesis)).Direction.ShouldBe(IntentDirection.Long);
        (await Decide(WithWorking(Context(), events: [Event(MarketEventTypes.BearTurn, -1, 5)]), thesis)).Direction.ShouldBe(IntentDirection.Hold);
    }

    [Fact]
    public async Task Decide_EarlierEventsAlone_MakeNoSide()
    {
        var events = Enumerable.Range(0, 9).Select(at => Event(MarketEventTypes.BullTurn, 1, 5, $"evt-{at}")).ToArray();

        (await Decide(WithWorking(Context(), events: events), new Panel(new MarketThesis(0.2, 0.2, "?", []), null, null, null))).Direction.ShouldBe(IntentDirection.Hold);
    }

    [Fact]
    public async Task Decide_AnEntryThatIsOpenAtTheVenue_IsNotDoubled()
    {
        var order = new OrderRequest { ClientOrderId = "x", Symbol = Btc, Side = OrderSide.Buy, Quantity = 1m };

        (await Decide(WithWorking(Context(), pending: [new PendingOrder(order, Now)]), Up)).Direction.ShouldBe(IntentDirection.Hold);
    }

    [Fact]
    public async Task Decide_WithAnySectionMissing_IsTheSamePolicy()
    {
        var bare = await Decide(Context(), Up);
        var empty = await Decide(WithWorking(WithPersona(Context()), [], []) with { Episodes = new EpisodeRecall { Statistics = new EpisodeStatistics() } }, Up);

        (empty with { CitedMemoryIds = [], InvalidationRules = [] }).ShouldBe(bare with { CitedMemoryIds = [], InvalidationRules = [] });
    }

    private static async Task<TradeIntent> Decide(DecisionContext context, Panel panel) => (await Policy.DecideAsync(new AgentBrief(context), panel)).Value!;
}
