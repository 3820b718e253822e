using System.Text.Json.Nodes;
using OMem.Cli.Tests.Support;
using OMem.LoopbackModel;

namespace OMem.Cli.Tests.Llm;

/// <summary>What understanding with a model costs: said before it is spent, shown afterwards.</summary>
public sealed class LlmCostProcessTests : IDisposable
{
    private const int Messages = 40;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("omem-llm-cost-");

    public LlmCostProcessTests() => File.WriteAllLines(Path.Combine(_directory.FullName, "talk.jsonl"), Enumerable.Range(0, Messages).Select(i =>
        $$"""{"id":"m{{i}}","speaker":"Alice","text":"I really enjoy hobby{{i}}","occurredAt":"2024-05-01T10:00:00Z"}"""));

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Estimate_ThenRemember_CostsWhatWasSaidAndStatusShowsIt()
    {
        await using var server = await LoopbackServer.StartAsync();

        var estimate = await JsonAsync(server, "remember", "talk.jsonl", "--estimate", "--json");
        server.Log.Count.ShouldBe(0);
        var done = await JsonAsync(server, "remember", "talk.jsonl", "--json");
        var again = await JsonAsync(server, "remember", "talk.jsonl", "--estimate", "--json");
        var status = await JsonAsync(server, "status", "--json");

        ((int)estimate["interactions"]!, (int)estimate["calls"]!).ShouldBe((Messages, 3));
        ((int)done["stored"]!, (int)done["understood"]!).ShouldBe((Messages, Messages));
        var read = done["usage"]!.AsArray().Single(usage => (string)usage!["stage"]! == "read")!;
        ((int)read["calls"]!, (int)read["failedCalls"]!).ShouldBe((3, 0));
        Math.Abs((int)read["promptTokens"]! - (int)estimate["promptTokens"]!).ShouldBeLessThan(60);
        ((int)again["interactions"]!).ShouldBe(0);
        status["usage"]!.AsArray().Single(usage => (string)usage!["stage"]! == "read")!.ToJsonString().ShouldBe(read.ToJsonString());
    }

    [Fact]
    public async Task Estimate_OwnMethod_SaysWhatItDoesNotCount()
    {
        await using var server = await LoopbackServer.StartAsync();

        var (code, output, error) = await RunAsync(server, "remember", "talk.jsonl", "--estimate");

        code.ShouldBe(0, error);
        output.ShouldContain("40 new messages would take about 3 calls");
        output.ShouldContain("their calls are not counted here");
        server.Log.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Estimate_WithoutAModel_CostsNothing()
    {
        var (code, output, error) = await OMemProcess.RunAsync(_directory.FullName, Scope, "", ["remember", "talk.jsonl", "--estimate"]);

        code.ShouldBe(0, error);
        output.ShouldContain("40 new messages; no model is called for them");
    }

    [Fact]
    public async Task Flush_AfterTheKeyIsMended_UnderstandsWhatWaited()
    {
        await using (var broken = await LoopbackServer.StartAsync(new LoopbackOptions { Faults = FaultPlans.Always(LoopbackFault.Unauthorized) }))
        {
            var (code, _, error) = await RunAsync(broken, "remember", "talk.jsonl");
            code.ShouldBe(1);
            error.ShouldContain("40 messages are stored and can be recalled");
            error.ShouldContain("does not accept the key");
        }

        await using var mended = await LoopbackServer.StartAsync();
        var (mendedCode, output, mendedError) = await RunAsync(mended, "flush", "--retry-parked");
        mendedCode.ShouldBe(0, mendedError);
        output.ShouldContain("Understood 40 of 40 messages.");
        output.ShouldContain("Models: ");
    }

    private static readonly Dictionary<string, string> Scope =
        new(StringComparer.Ordinal) { ["OMEM_TENANT"] = "acme", ["OMEM_USER"] = "alice", ["OMEM_DATA"] = "store" };

    private async Task<JsonNode> JsonAsync(LoopbackServer server, params string[] args)
    {
        var (code, output, error) = await RunAsync(server, args);
        code.ShouldBe(0, error);
        return JsonNode.Parse(output)!;
    }

    private Task<(int Code, string Out, string Error)> RunAsync(LoopbackServer server, params string[] args) =>
        OMemProcess.RunAsync(_directory.FullName, Scope, "", [.. args, "--llm-endpoint", server.Endpoint.AbsoluteUri, "--llm-model", "m"]);
}
