using Sentinel.Agents.Tests.Support;
using Sentinel.Persona;
using static Sentinel.Agents.Tests.Support.Given;

namespace Sentinel.Agents.Tests.Rules;

public sealed class PositionWatchTests
{
    private static readonly RuleIntentPolicy Policy = new(Given.Settings);

    [Fact]
    public async Task Decide_APositionThatStands_IsHeld() => (await Decide(Held())).Direction.ShouldBe(IntentDirection.Hold);

    [Fact]
    public async Task Decide_ABrokenThesis_IsClosedAndCited()
    {
        var broken = new ThesisBreak(new InvalidationRule(InvalidationKind.CloseBelow, 99m), Now, "close 98.5");

        var intent = await Decide(WithWorking(Held(), [Thesis(broken: broken)]));

        intent.Direction.ShouldBe(IntentDirection.Flat);
        intent.CitedMemoryIds.ShouldBe(["the-1"]);
    }

    [Theory]
    [InlineData(1, IntentDirection.Hold)]
    [InlineData(0, IntentDirection.Flat)]
    public async Task Decide_TheThesisOwnHorizon_EndsIt(int hoursLeft, IntentDirection expected) =>
        (await Decide(WithWorking(Held(), [Thesis(hoursLeft)]))).Direction.ShouldBe(expected);

    [Theory]
    [InlineData(19, IntentDirection.Hold)]
    [InlineData(20, IntentDirection.Flat)]
    public async Task Decide_WithoutWorkingMemory_ThePositionsAgeEndsIt(int hours, IntentDirection expected) => (await Decide(Held(hours))).Direction.ShouldBe(expected);

    [Fact]
    public async Task Decide_WithThePersona_TheTradersOwnHorizonEndsIt() =>
        (await Decide(WithPersona(Held(5), Attribute(AttributeNames.HoldingTime, 4)))).Direction.ShouldBe(IntentDirection.Flat);

    [Fact]
    public async Task Decide_AnEventAgainstThePosition_ClosesIt()
    {
        var intent = await Decide(WithWorking(Held(), [Thesis()], [Event(MarketEventTypes.BearTurn, -1, knownHoursAgo: 1)]));

        intent.Direction.ShouldBe(IntentDirection.Flat);
        intent.CitedMemoryIds.ShouldBe(["the-1", "evt-bear_turn"]);
    }

    [Fact]
    public async Task Decide_AnEventOfBeforeTheEntry_DoesNot() =>
        (await Decide(WithWorking(Held(), [Thesis()], [Event(MarketEventTypes.BearTurn, -1, knownHoursAgo: 3)]))).Direction.ShouldBe(IntentDirection.Hold);

    [Theory]
    [InlineData(-0.4, IntentDirection.Hold)]
    [InlineData(-0.6, IntentDirection.Flat)]
    public async Task Decide_ALeanAgainstIt_ClosesItWhenStrong(double lean, IntentDirection expected) => (await Decide(Held(), lean)).Direction.ShouldBe(expected);

    [Theory]
    [InlineData(0.2, -0.8, IntentDirection.Flat)]
    [InlineData(0.2, -0.2, IntentDirection.Hold)]
    [InlineData(0.8, 0.8, IntentDirection.Hold)]
    public async Task Decide_LikeSituationsThatWentAgainstIt_CloseItWhenTheMoveIsLarge(double rise, double move, IntentDirection expected) =>
        (await Decide(WithEpisodes(Context(Marked(Holding(1m))), Statistics(60, rise, 0.1, move)))).Direction.ShouldBe(expected);

    [Fact]
    public async Task Decide_AShort_IsClosedByARisingTurn() =>
        (await Decide(Context(Situation(Snapshot(), Holding(-1m), Event(MarketEventTypes.BullTurn, 1))), -0.1)).Direction.ShouldBe(IntentDirection.Flat);

    private static DecisionContext Held(int hours = 2) => Context(Situation(Snapshot(), Holding(1m, hours)));

    private static async Task<TradeIntent> Decide(DecisionContext context, double lean = 0.1) =>
        (await Policy.DecideAsync(new AgentBrief(context), new Panel(new MarketThesis(lean, 0.1, "t", []), null, null, null))).Value!;
}
