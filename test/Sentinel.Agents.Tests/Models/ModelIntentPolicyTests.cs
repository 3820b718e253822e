using Sentinel.Agents.Tests.Support;
using static Sentinel.Agents.Tests.Support.Given;

namespace Sentinel.Agents.Tests.Models;

public sealed class ModelIntentPolicyTests
{
    private const string Whole = """
        {"direction":"long","conviction":0.6,"horizonBars":12,"stopAtr":2,"targetAtr":5,"risk":0.01,"invalidation":"a close below the range","cites":["epi-1"],"rationale":"trend and like episodes"}
        """;

    private static readonly Panel None = new(null, null, null, null);

    public static TheoryData<string> Nonsense =>
    [
        "", "null", "[]", "\"long\"", "buy everything now", "{", "{}",
        Whole.Replace("\"long\"", "\"LONG!\"", StringComparison.Ordinal),
        Whole.Replace("\"long\"", "17", StringComparison.Ordinal),
        Whole.Replace("\"conviction\":0.6", "\"conviction\":1.6", StringComparison.Ordinal),
        Whole.Replace("\"conviction\":0.6", "\"conviction\":\"NaN\"", StringComparison.Ordinal),
        Whole.Replace("\"conviction\":0.6", "\"conviction\":1e999", StringComparison.Ordinal),
        Whole.Replace("\"conviction\":0.6", "\"conviction\":null", StringComparison.Ordinal),
        Whole.Replace("\"horizonBars\":12", "\"horizonBars\":0", StringComparison.Ordinal),
        Whole.Replace("\"horizonBars\":12", "\"horizonBars\":99999999999", StringComparison.Ordinal),
        Whole.Replace("\"stopAtr\":2", "\"stopAtr\":-2", StringComparison.Ordinal),
        Whole.Replace("\"stopAtr\":2", "\"stopAtr\":1000", StringComparison.Ordinal),
        Whole.Replace("\"stopAtr\":2,", "", StringComparison.Ordinal),
        Whole.Replace("\"targetAtr\":5", "\"targetAtr\":0", StringComparison.Ordinal),
        Whole.Replace("\"risk\":0.01", "\"risk\":5", StringComparison.Ordinal),
        Whole.Replace("\"risk\":0.01", "\"risk\":-0.01", StringComparison.Ordinal),
        Whole.Replace("a close below the range", " ", StringComparison.Ordinal),
        Whole.Replace("a close below the range", new string('x', 5_000), StringComparison.Ordinal),
        Whole.Replace("epi-1", "epi-404", StringComparison.Ordinal),
        Whole.Replace("[\"epi-1\"]", "null", StringComparison.Ordinal),
        Whole.Replace("[\"epi-1\"]", "[null]", StringComparison.Ordinal),
        Whole.Replace("trend and like episodes", "\\u0000", StringComparison.Ordinal),
    ];

    [Fact]
    public async Task Decide_AWholeAnswer_BecomesAnIntentWithPricesOfTheMarket()
    {
        var output = await Policy(new Scripted(Whole)).DecideAsync(Brief(), None);

        output.Record.Failure.ShouldBeNull();
        output.Record.Version.ShouldStartWith("model@script-1/decide.v1.");
        output.Value.ShouldNotBeNull().ShouldSatisfyAllConditions(
            intent => intent.Direction.ShouldBe(IntentDirection.Long),
            intent => intent.Stop.ShouldBe(98m),
            intent => intent.Target.ShouldBe(105m),
            intent => intent.Horizon.ShouldBe(TimeSpan.FromHours(12)),
            intent => intent.DesiredRisk.ShouldBe(0.01m),
            intent => intent.Invalidation.ShouldBe("a close below the range"),
            intent => intent.InvalidationRules.ShouldNotBeEmpty(),
            intent => intent.CitedMemoryIds.ShouldBe(["epi-1"]));
    }

    [Theory]
    [MemberData(nameof(Nonsense))]
    public async Task Decide_Nonsense_IsARecordedFailureWithoutTheModelsWords(string answer)
    {
        var output = await Policy(new Scripted(answer)).DecideAsync(Brief(), None);

        output.Value.ShouldBeNull();
        output.Record.Output.ShouldBeEmpty();
        output.Record.Failure.ShouldNotBeNullOrWhiteSpace();
        output.Record.Failure.ShouldNotContain("buy everything");
        output.Record.Failure.ShouldNotContain("404");
    }

    [Theory]
    [MemberData(nameof(Nonsense))]
    public async Task Manager_WithNonsense_HoldsAndRecordsEveryFailure(string answer)
    {
        var manager = new DeepTraderManager(new Toolkit(Brief().Context), TraderTeam.Models(new Scripted(answer)));

        var decision = await manager.DecideAsync(new DecisionRequest { Situation = Situation(), AsOf = Now });

        decision.Intent.Direction.ShouldBe(IntentDirection.Hold);
        decision.Proposals[^1].ShouldSatisfyAllConditions(proposal => proposal.Agent.ShouldBe(AgentNames.DeepTraderManager), proposal => proposal.Failure.ShouldNotBeNull());
        decision.Model.ShouldNotBeNull().Id.ShouldBe("script-1");
    }

    [Fact]
    public async Task Decide_AFencedAnswer_IsRead() => (await Policy(new Scripted($"```json\n{Whole}\n```")).DecideAsync(Brief(), None)).Value.ShouldNotBeNull();

    [Fact]
    public async Task Decide_AQuantityNobodyAskedFor_ChangesNothing()
    {
        var plain = await Policy(new Scripted(Whole)).DecideAsync(Brief(), None);
        var greedy = await Policy(new Scripted(Whole.Replace("{\"direction\"", "{\"quantity\":1e12,\"maxPosition\":9,\"direction\"", StringComparison.Ordinal))).DecideAsync(Brief(), None);

        greedy.Record.Output.ShouldBe(plain.Record.Output);
    }

    [Fact]
    public async Task Decide_HoldWithoutNumbers_IsAnAnswer() =>
        (await Policy(new Scripted("""{"direction":"hold","cites":[],"rationale":"nothing clear"}""")).DecideAsync(Brief(), None)).Value!.Direction.ShouldBe(IntentDirection.Hold);

    [Fact]
    public async Task Decide_AnAnswerThatWasCutOff_IsAFailure() =>
        (await Policy(new Scripted(Whole) { Finish = ChatFinishReason.Length }).DecideAsync(Brief(), None)).Record.Failure.ShouldBe("the answer was cut off");

    [Fact]
    public async Task Decide_AClientThatThrows_IsAFailureWithoutItsMessage()
    {
        var output = await Policy(new Scripted(_ => throw new HttpRequestException("secret prompt"))).DecideAsync(Brief(), None);

        output.Record.Failure.ShouldBe("the model gave no answer: HttpRequestException");
    }

    [Fact]
    public async Task Decide_CancelledByTheHost_Throws()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => Policy(new Scripted(Whole)).DecideAsync(Brief(), None, cancelled.Token));
    }

    [Fact]
    public async Task Decide_NoRangeOfTheMarket_IsAFailure() =>
        (await Policy(new Scripted(Whole)).DecideAsync(new AgentBrief(Context(Situation(Snapshot(atr: null)), MemoryArm.All, "epi-1")), None)).Value.ShouldBeNull();

    [Fact]
    public async Task Decide_TheInput_HoldsThePanelsFailuresAsNull()
    {
        var client = new Scripted(Whole);

        await Policy(client).DecideAsync(Brief(), new Panel(new MarketThesis(0.5, 0.5, "up", []), null, null, null));

        client.Asked.Single().ShouldContain("\"panel\":{\"thesis\":{\"number\":0.5,\"text\":\"up\"},\"bull\":null,\"bear\":null,\"risk\":null}");
    }

    [Fact]
    public async Task Revise_TheLosers_AreShownAndMayBeCited()
    {
        var client = new Scripted("""{"direction":"hold","cites":["epi-7"],"rationale":"it lost before"}""");

        var output = await Policy(client).ReviseAsync(Brief(), None, new TradeIntent { Symbol = Btc, Direction = IntentDirection.Long }, new LikeDecisions([Episode("epi-7", 1, -0.02)], [-0.5, 1]));

        client.Asked.Single().ShouldContain("\"like_decisions\":2,\"mean_move_their_way_atr\":0.25,");
        client.Asked.Single().ShouldContain("\"losers\":[{\"id\":\"epi-7\"");
        output.Value!.CitedMemoryIds.ShouldBe(["epi-7"]);
        output.Record.Agent.ShouldBe(AgentNames.SecondLook);
    }

    private static AgentBrief Brief() => new(Context(null, MemoryArm.All, "epi-1"));

    private static ModelIntentPolicy Policy(IChatClient client) => new(client, Given.Settings);
}
