using System.Text.Json.Nodes;
using OMem.Cli.Tests.Support;
using OMem.LoopbackModel;

namespace OMem.Cli.Tests.Llm;

/// <summary>What understanding with a model costs: said before it is spent, shown afterwards.</summary>
public sealed class LlmCostProcessTests : IDisposable
{
    private const int Messages = 40;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("omem-llm-cost-");

    public LlmCostProcessTests() => WriteTalk(Messages);

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

        ((int)estimate["interactions"]!).ShouldBe(Messages);
        ((int)Stage(estimate, "read")["calls"]!).ShouldBe(3);
        ((int)done["stored"]!, (int)done["understood"]!).ShouldBe((Messages, Messages));
        var read = done["usage"]!.AsArray().Single(usage => (string)usage!["stage"]! == "read")!;
        ((int)read["calls"]!, (int)read["failedCalls"]!).ShouldBe((3, 0));
        Math.Abs((int)read["promptTokens"]! - (int)Stage(estimate, "read")["promptTokens"]!).ShouldBeLessThan(60);
        ((int)again["interactions"]!).ShouldBe(0);
        status["usage"]!.AsArray().Single(usage => (string)usage!["stage"]! == "read")!.ToJsonString().ShouldBe(read.ToJsonString());
    }

    [Fact]
    public async Task Estimate_NoStoreYet_SaysEachStageWithWhatItRestsOnAndMakesNone()
    {
        await using var server = await LoopbackServer.StartAsync();

        var (code, output, error) = await RunAsync(server, "remember", "talk.jsonl", "--estimate");

        code.ShouldBe(0, error);
        output.ShouldContain("40 new messages would take about 5 calls");
        output.ShouldContain("  reading with m: 3 calls, ");
        output.ShouldContain("; planned as it would be sent\n");
        output.ShouldMatch("  consolidating with m: 1 call, 800 prompt and 200 completion tokens \\(from 0 to 1 calls, 0 to 2,048 prompt tokens\\); assumed from ");
        output.ShouldMatch("  summarising with m: 1 call, 160 prompt and 40 completion tokens \\(from 0 to 1 calls, 0 to 512 prompt tokens\\); assumed from ");
        server.Log.Count.ShouldBe(0);
        _directory.GetFileSystemInfos().Select(static entry => entry.Name).ShouldBe(["talk.jsonl"]);
    }

    [Fact]
    public async Task Estimate_Assumed_HoldsWhatItThenCosts()
    {
        await using var server = await LoopbackServer.StartAsync();
        var estimate = await JsonAsync(server, "remember", "talk.jsonl", "--estimate", "--json");

        var done = await JsonAsync(server, "remember", "talk.jsonl", "--json");

        foreach (var stage in (string[])["consolidate", "summarize"])
        {
            var estimated = Stage(estimate, stage);
            ((string)estimated["basis"]!).ShouldBe("assumed");
            foreach (var figure in (string[])["calls", "promptTokens"])
            {
                var spent = done["usage"]!.AsArray().Where(usage => (string)usage!["stage"]! == stage).Sum(usage => (int)usage![figure]!);
                spent.ShouldBeInRange((int)estimated["least"]![figure]!, (int)estimated["most"]![figure]!);
            }
        }

        ((int)estimate["most"]!["calls"]!).ShouldBe(5);
    }

    [Fact]
    public async Task Estimate_MessagesUnderstoodBefore_RestsOnWhatTheyCost()
    {
        await using var server = await LoopbackServer.StartAsync();
        WriteTalk(200);
        var done = await JsonAsync(server, "remember", "talk.jsonl", "--json");
        WriteTalk(300);
        var calls = server.Log.Count;

        var estimate = await JsonAsync(server, "remember", "talk.jsonl", "--estimate", "--json");

        var (judge, spent) = (Stage(estimate, "consolidate"), done["usage"]!.AsArray().Single(usage => (string)usage!["stage"]! == "consolidate")!);
        ((string)judge["basis"]!).ShouldBe("recorded");
        ((int)judge["promptTokens"]!).ShouldBe((int)Math.Ceiling((int)spent["promptTokens"]! / 2.0));
        ((int)judge["least"]!["promptTokens"]!).ShouldBeLessThan((int)judge["promptTokens"]!);
        ((int)judge["most"]!["promptTokens"]!).ShouldBeGreaterThan((int)judge["promptTokens"]!);
        ((string)Stage(estimate, "read")["basis"]!).ShouldBe("planned");
        server.Log.Count.ShouldBe(calls);
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

    private void WriteTalk(int messages) => File.WriteAllLines(Path.Combine(_directory.FullName, "talk.jsonl"), Enumerable.Range(0, messages).Select(i =>
        $$"""{"id":"m{{i}}","speaker":"Alice","text":"I really enjoy hobby{{i}} with friends","occurredAt":"2024-05-01T10:00:00Z"}"""));

    private static JsonNode Stage(JsonNode estimate, string stage) => estimate["stages"]!.AsArray().Single(row => (string)row!["stage"]! == stage)!;

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
