using System.Text.Json.Nodes;
using OMem.LoopbackModel;
using Sentinel.Cli.Tests.Support;
using Sentinel.Memory;

namespace Sentinel.Cli.Tests.Commands;

/// <summary>Agents by a model, through the program: recorded over HTTP, replayed without a server, failing, and going mad.</summary>
public sealed class ModelTests : IDisposable
{
    private const string Sober = """{"direction":"long","conviction":0.6,"horizonBars":10,"stopAtr":2,"targetAtr":4,"risk":0.01,"invalidation":"a turn","cites":[],"rationale":"it rises"}""";
    private const string Mad = """{"direction":"long","conviction":1,"horizonBars":10,"stopAtr":0.0001,"targetAtr":400,"risk":1,"invalidation":"never","cites":["epi-invented"],"rationale":"everything on it"}""";

    private readonly Workplace _place = new(bars: 60);

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Replay_RecordedOverHttp_IsReplayedToTheSameBytesWithoutTheServer()
    {
        await using (var server = await StartAsync(Sober))
        {
            var (code, output, error) = await _place.RunAsync(_place.Replay("recorded", "--llm-endpoint", server.Endpoint.AbsoluteUri, "--llm-model", "any", "--llm-record", "answers", "--json"));
            code.ShouldBe(0, error);
            JsonNode.Parse(output)!["modelTokens"]!.GetValue<long>().ShouldBeGreaterThan(0);
        }

        var replayed = await _place.RunAsync(_place.Replay("replayed", "--llm-model", "any", "--llm-replay", "answers", "--json"));

        replayed.Code.ShouldBe(0, replayed.Error);
        (await File.ReadAllBytesAsync(_place.At("replayed"))).ShouldBe(await File.ReadAllBytesAsync(_place.At("recorded")));
        JournalFile.Read(_place.At("recorded")).ShouldContain(entry => entry.Kind == JournalKind.Fill);
    }

    [Fact]
    public async Task Replay_AModelThatWantsEverything_NeverTradesBeyondTheMandate()
    {
        await using var server = await StartAsync(Mad);

        var (code, _, error) = await _place.RunAsync(_place.Replay("mad", "--llm-endpoint", server.Endpoint.AbsoluteUri, "--llm-model", "any"));

        code.ShouldBe(0, error);
        var decisions = JournalFile.Read(_place.At("mad")).Select(entry => entry.Payload).OfType<Decision>().ToList();
        decisions.Where(decision => decision.OrderIds.Count > 0).ShouldAllBe(decision => decision.Quantity * decision.Price!.Value <= 10_000m * 0.5m);
        decisions.ShouldNotContain(decision => decision.Intent.CitedMemoryIds.Contains("epi-invented"));
    }

    [Fact]
    public async Task Replay_AServerThatIsGone_HoldsAndRecordsTheFailures()
    {
        var server = await StartAsync(Sober);
        var endpoint = server.Endpoint.AbsoluteUri;
        await server.DisposeAsync();

        var (code, output, error) = await _place.RunAsync(_place.Replay("gone", "--llm-endpoint", endpoint, "--llm-model", "any", "--to", "2024-01-01T20:00:00Z", "--json"));

        code.ShouldBe(0, error);
        JsonNode.Parse(output)!["fills"]!.GetValue<int>().ShouldBe(0);
        JsonNode.Parse(output)!["agentFailures"]!.GetValue<int>().ShouldBeGreaterThan(0);
    }

    private static Task<LoopbackServer> StartAsync(string intent) => LoopbackServer.StartAsync(new LoopbackOptions
    {
        Answerer = LoopbackAnswerers.Of(request => request.Prompt switch
        {
            var prompt when prompt.Contains("You read one market", StringComparison.Ordinal) => """{"lean":0.5,"confidence":0.6,"thesis":"it rises","cites":[]}""",
            var prompt when prompt.Contains("You argue one side", StringComparison.Ordinal) => """{"strength":0.2,"case":"a case","cites":[]}""",
            var prompt when prompt.Contains("You explain to a trading desk", StringComparison.Ordinal) => """{"text":"room is left","limits":[]}""",
            var prompt when prompt.Contains("You form the trading intent", StringComparison.Ordinal) => intent,
            _ => null,
        }),
    });
}
