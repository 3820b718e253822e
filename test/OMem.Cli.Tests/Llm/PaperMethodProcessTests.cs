using System.Text.Json;
using OMem.Cli.Tests.Support;
using OMem.LoopbackModel;

namespace OMem.Cli.Tests.Llm;

/// <summary>The published method on the command line: built with a model, read without one, rebuilt the other way and back.</summary>
public sealed class PaperMethodProcessTests : IDisposable
{
    private const string Talk = """
        {"id":"m1","speaker":"Ann","text":"I love jazz and my sister Clara hates it.","occurredAt":"2024-05-01T10:00:00Z"}
        {"id":"m2","speaker":"Ann","text":"I visited the lighthouse yesterday.","occurredAt":"2024-05-01T10:01:00Z"}
        {"id":"m3","speaker":"Ann","text":"I really enjoy sailing.","occurredAt":"2024-05-01T10:02:00Z"}
        {"id":"m4","speaker":"Bob","text":"I bought a sailing boat last year.","occurredAt":"2024-05-01T10:03:00Z"}

        """;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("omem-paper-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Remember_Paper_BuildsWithOneReadingCallAMessageAndIsReadWithoutAModel()
    {
        await using var server = await LoopbackServer.StartAsync();
        string[] model = ["--llm-endpoint", server.Endpoint.AbsoluteUri, "--llm-model", "m"];

        (await RunAsync(Talk, ["remember", "-", "--method", "paper", .. model])).Code.ShouldBe(0);
        server.Log.Exchanges.Count(static exchange => exchange.Request.Last("user").StartsWith("{\"speaker\"", StringComparison.Ordinal)).ShouldBe(4);
        var calls = server.Log.Count;
        var recalled = await RunAsync("", ["recall", "Did Ann see the lighthouse?", "--method", "paper", "--json", "--explain"]);

        recalled.Code.ShouldBe(0, recalled.Error);
        using var json = JsonDocument.Parse(recalled.Out);
        json.RootElement.GetProperty("analysis").GetProperty("profile").GetString().ShouldBe("paper");
        json.RootElement.GetProperty("items")[0].GetProperty("why").GetString().ShouldBe("holds the rarest word 'lighthouse'");
        server.Log.Count.ShouldBe(calls);
    }

    [Fact]
    public async Task Rebuild_OtherMethod_ShowsInTheStatusUntilThen()
    {
        await using var server = await LoopbackServer.StartAsync();
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["OMEM_METHOD"] = "paper", ["OMEM_LLM_ENDPOINT"] = server.Endpoint.AbsoluteUri, ["OMEM_LLM_MODEL"] = "m",
        };
        await RunAsync(Talk, ["remember", "-"]);

        var before = await StatusAsync(environment);
        (await RunAsync("", ["rebuild"], environment)).Code.ShouldBe(0);
        var after = await StatusAsync(environment);

        before.GetProperty("builtBy")[0].GetString()!.ShouldStartWith("local@");
        before.GetProperty("reader").GetString()!.ShouldStartWith("paper@m/paper-understand.v1.");
        after.GetProperty("builtBy").EnumerateArray().Select(static reader => reader.GetString()).ShouldBe([after.GetProperty("reader").GetString()]);
    }

    [Fact]
    public async Task Rebuild_PaperWithoutAModel_SaysWhatIsMissingAndClearsNothing()
    {
        await RunAsync(Talk, ["remember", "-"]);
        var before = (await RunAsync("", ["persona", "--json"])).Out;

        var (code, _, error) = await RunAsync("", ["rebuild", "--method", "paper"]);

        code.ShouldBe(1);
        error.ShouldContain("none is configured for reading");
        (await RunAsync("", ["persona", "--json"])).Out.ShouldBe(before);
    }

    [Fact]
    public async Task Remember_EstimateOfPaper_CallsNothingAndCountsAllStages()
    {
        await using var server = await LoopbackServer.StartAsync();

        var (code, output, error) = await RunAsync(Talk, ["remember", "-", "--method", "paper", "--estimate", "--llm-endpoint", server.Endpoint.AbsoluteUri, "--llm-model", "m", "--json"]);

        code.ShouldBe(0, error);
        using var json = JsonDocument.Parse(output);
        json.RootElement.GetProperty("stages").EnumerateArray().Select(static stage => stage.GetProperty("calls").GetInt32()).ShouldBe([4, 4, 0]);
        server.Log.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Any_UnknownMethod_IsAUsageError()
    {
        var (code, _, error) = await RunAsync("", ["status", "--method", "rag"]);

        code.ShouldBe(2);
        error.ShouldContain("there are omem and paper");
    }

    private async Task<JsonElement> StatusAsync(Dictionary<string, string> environment)
    {
        var (code, output, error) = await RunAsync("", ["status", "--json"], environment);
        code.ShouldBe(0, error);
        return JsonDocument.Parse(output).RootElement;
    }

    private Task<(int Code, string Out, string Error)> RunAsync(string input, string[] args, Dictionary<string, string>? environment = null) => OMemProcess.RunAsync(
        _directory.FullName,
        new Dictionary<string, string>(environment ?? [], StringComparer.Ordinal) { ["OMEM_TENANT"] = "t", ["OMEM_USER"] = "u", ["OMEM_DATA"] = "store" },
        input,
        args);
}
