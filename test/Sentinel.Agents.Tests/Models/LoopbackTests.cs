using OMem.ChatClients;
using OMem.LoopbackModel;
using Sentinel.Agents.Tests.Support;
using static Sentinel.Agents.Tests.Support.Given;

namespace Sentinel.Agents.Tests.Models;

/// <summary>The agents over a real HTTP server and the real clients: schemas, recording, replay, faults.</summary>
public sealed class LoopbackTests : IDisposable
{
    private const string ModelName = "small-model";

    private static readonly ILoopbackAnswerer Answers = LoopbackAnswerers.Of(static request => request.Prompt switch
    {
        var prompt when prompt.Contains("You read one market", StringComparison.Ordinal) => """{"lean":0.5,"confidence":0.6,"thesis":"it rises","cites":[]}""",
        var prompt when prompt.Contains("You argue one side", StringComparison.Ordinal) => """{"strength":0.2,"case":"a case","cites":[]}""",
        var prompt when prompt.Contains("You explain to a trading desk", StringComparison.Ordinal) => """{"text":"room is left","limits":[]}""",
        var prompt when prompt.Contains("You form the trading intent", StringComparison.Ordinal) =>
            """{"direction":"long","conviction":0.6,"horizonBars":10,"stopAtr":2,"targetAtr":4,"risk":0.01,"invalidation":"a turn","cites":[],"rationale":"it rises"}""",
        _ => null,
    });

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sentinel-exchanges-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Manager_RecordedOverHttp_IsReplayedWithoutTheServer()
    {
        ManagerDecision recorded;
        await using (var server = await LoopbackServer.StartAsync(new LoopbackOptions { Answerer = Answers }))
        {
            using var recording = new RecordingChatClient(Client(server), _folder.FullName);
            recorded = await DecideAsync(recording);
            server.Log.Count.ShouldBe(5);
        }

        using var replay = new ReplayChatClient(_folder.FullName, ModelName);
        var replayed = await DecideAsync(replay);

        recorded.Intent.Direction.ShouldBe(IntentDirection.Long);
        recorded.Proposals.ShouldAllBe(proposal => proposal.Failure == null && proposal.Tokens > 0);
        replayed.Proposals.ShouldBe(recorded.Proposals);
        replayed.Model.ShouldBe(recorded.Model);
    }

    [Fact]
    public async Task Manager_AnUnrecordedQuestion_IsARecordedFailureAndAHold()
    {
        using var replay = new ReplayChatClient(_folder.FullName, ModelName);

        var decision = await DecideAsync(replay);

        decision.Intent.Direction.ShouldBe(IntentDirection.Hold);
        decision.Proposals.ShouldAllBe(proposal => proposal.Failure!.Contains("ModelException", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Manager_TheLeastTheSchemaAllows_IsARecordedFailureAndAHold()
    {
        // What the server does not know it fills by the schema alone: the right shape, and nothing in it.
        await using var server = await LoopbackServer.StartAsync();

        var decision = await DecideAsync(Client(server));

        decision.Intent.Direction.ShouldBe(IntentDirection.Hold);
        decision.Proposals[^1].Failure.ShouldBe("direction is not one of hold, flat, long and short");
    }

    [Fact]
    public async Task Manager_AServerThatIsGone_IsARecordedFailureAndAHold()
    {
        var server = await LoopbackServer.StartAsync(new LoopbackOptions { Answerer = Answers });
        var client = Client(server);
        await server.DisposeAsync();

        var decision = await DecideAsync(client);

        decision.Intent.Direction.ShouldBe(IntentDirection.Hold);
        decision.Proposals.ShouldAllBe(proposal => proposal.Failure != null && proposal.Output.Length == 0);
    }

    [Fact]
    public async Task Manager_AnEndpointWithoutSchemas_IsAskedInThePrompt()
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Answerer = Answers, StructuredOutput = false, AnyTemperature = false });

        var refused = await DecideAsync(Client(server));
        var asked = await DecideAsync(Client(server), new AgentSettings { StructuredOutput = false, Temperature = null });

        refused.Intent.Direction.ShouldBe(IntentDirection.Hold);
        refused.Proposals[^1].Failure.ShouldNotBeNull();
        asked.Intent.Direction.ShouldBe(IntentDirection.Long);
    }

    private static Task<ManagerDecision> DecideAsync(IChatClient client, AgentSettings? settings = null) =>
        new DeepTraderManager(new Toolkit(Context()), TraderTeam.Models(client, settings)).DecideAsync(new DecisionRequest { Situation = Situation(), AsOf = Now });

    private static IChatClient Client(LoopbackServer server) => ChatModels.Create(
        new ChatModelsSettings { Default = new ModelSettings { Provider = ModelProvider.OpenAI, Model = ModelName, Endpoint = server.Endpoint.AbsoluteUri } },
        static _ => null).For(ModelRole.Answerer)!;
}
