using Sentinel.Agents.Tests.Support;
using static Sentinel.Agents.Tests.Support.Given;

namespace Sentinel.Agents.Tests.Rules;

public sealed class ReflectorTests
{
    [Fact]
    public async Task Reflect_ByRules_StatesNumbersAndCitesTheJournal()
    {
        var reflection = (await new RuleReflector().ReflectAsync(Settled())).Value!;

        reflection.Text.ShouldContain("-1.00 R after 20bars");
        reflection.Text.ShouldContain("BadLuck");
        reflection.Cites.ShouldBe(["dec-1", "out-1", "ass-1"]);
        reflection.DecisionId.ShouldBe("dec-1");
    }

    [Fact]
    public async Task Reflect_NothingSettled_IsAFailureInBoth()
    {
        var open = Settled() with { Outcomes = [] };
        var client = new Scripted("{}");

        (await new RuleReflector().ReflectAsync(open)).Value.ShouldBeNull();
        (await new ModelReflector(client).ReflectAsync(open)).Value.ShouldBeNull();
        client.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Reflect_ByAModel_CitesTheJournal()
    {
        var output = await new ModelReflector(new Scripted("""{"text":"The plan was whole and the market fell.","cites":["out-1"]}""")).ReflectAsync(Settled());

        output.Value!.Cites.ShouldBe(["out-1"]);
        output.Value.Author.ShouldStartWith("reflector/model@script-1/reflect.v1.");
    }

    [Theory]
    [InlineData("""{"text":"Lessons without ground.","cites":[]}""")]
    [InlineData("""{"text":"Lessons of another.","cites":["dec-2"]}""")]
    [InlineData("""{"text":"","cites":["dec-1"]}""")]
    [InlineData("""{"cites":["dec-1"]}""")]
    [InlineData("always buy")]
    public async Task Reflect_ByAModelWithoutGround_IsRefused(string answer)
    {
        var output = await new ModelReflector(new Scripted(answer)).ReflectAsync(Settled());

        output.Value.ShouldBeNull();
        output.Record.Failure.ShouldNotBeNull();
    }

    [Fact]
    public async Task Reflect_Twice_GivesTheSameId() =>
        (await new RuleReflector().ReflectAsync(Settled())).Value!.Id.ShouldBe((await new RuleReflector().ReflectAsync(Settled())).Value!.Id);

    private static DecisionExplanation Settled() => new(
        new Decision { Id = "dec-1", Cycle = 1, Symbol = Btc, AsOf = Now.AddDays(-1), State = Snapshot().State, Intent = new TradeIntent { Symbol = Btc, Direction = IntentDirection.Long, Rationale = "trend" } },
        [],
        [new Outcome { Id = "out-1", DecisionId = "dec-1", Symbol = Btc, Horizon = OutcomeHorizon.Bars20, Exposure = 1, Raw = -0.02, RMultiple = -1, HorizonEnd = Now, SettledAt = Now }],
        [new Assessment { Id = "ass-1", DecisionId = "dec-1", OutcomeId = "out-1", GoodDecision = true, GoodOutcome = false }],
        []);
}
