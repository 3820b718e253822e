using System.Text.Json;
using OMem.Cli.Tests.Support;
using OMem.LoopbackModel;

namespace OMem.Cli.Tests.Llm;

/// <summary><c>omem llm check</c> as a process, against a real server.</summary>
public sealed class LlmCheckProcessTests : IDisposable
{
    private const string Key = "sk-live-0123456789";
    private const string Name = "small-model";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("omem-llm-test-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("openai")]
    [InlineData("azure")]
    [InlineData("ollama")]
    public async Task GoodModel_EndsWithZero(string provider)
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { ApiKey = Key, Models = [Name] });

        var (code, output, error) = await CheckAsync(provider is "openai" ? server.Endpoint : server.Root, "--llm-provider", provider);

        code.ShouldBe(0, error);
        error.ShouldBeEmpty();
        output.ShouldContain("structured output  supported");
        output.ShouldContain("streaming          yes");
        output.ShouldContain("in 5 calls");
        server.Log.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Json_GoodModel_SaysEverything()
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Models = [Name] });

        var (code, output, _) = await CheckAsync(server.Endpoint, "--json");

        code.ShouldBe(0);
        using var document = JsonDocument.Parse(output);
        var check = document.RootElement[0];
        check.GetProperty("ok").GetBoolean().ShouldBeTrue();
        check.GetProperty("structuredOutput").GetString().ShouldBe("supported");
        check.GetProperty("promptTokens").GetInt64().ShouldBe(server.Log.PromptTokens);
        check.GetProperty("latencyMilliseconds").GetDouble().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task WrongKey_EndsWithOneAndNamesTheVariable()
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { ApiKey = "another", Models = [Name] });

        await FailsAsync(server.Endpoint, "does not accept the key (HTTP 401). Check the key in OMEM_LLM_API_KEY.");
    }

    [Fact]
    public async Task UnknownModel_EndsWithOne()
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Models = ["another-model"] });

        await FailsAsync(server.Endpoint, $"does not know model '{Name}'");
    }

    [Fact]
    public async Task EndpointDown_EndsWithOne()
    {
        Uri endpoint;
        await using (var server = await LoopbackServer.StartAsync())
        {
            endpoint = server.Endpoint;
        }

        await FailsAsync(endpoint, "cannot be reached: nothing listens there");
    }

    [Theory]
    [InlineData(LoopbackFault.Html, "is not the endpoint of a language model: it answered a web page")]
    [InlineData(LoopbackFault.OtherShape, "is not the endpoint of a language model: it answered JSON that is no chat completion")]
    [InlineData(LoopbackFault.Redirect, "redirects elsewhere")]
    [InlineData(LoopbackFault.ServerError, "failed (HTTP 500)")]
    public async Task EndpointThatIsNoModel_EndsWithOne(LoopbackFault fault, string message)
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Faults = FaultPlans.Always(fault) });

        await FailsAsync(server.Endpoint, message);
    }

    [Fact]
    public async Task WrongPath_EndsWithOne()
    {
        await using var server = await LoopbackServer.StartAsync();

        await FailsAsync(new Uri(server.Root, "wrong"), "has no chat completions at this path (HTTP 404)");
    }

    [Fact]
    public async Task NoStructuredOutput_EndsWithOne()
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { StructuredOutput = false });

        await FailsAsync(server.Endpoint, "without structured output (it refuses a JSON schema), which reader, consolidator, summarizer need");
    }

    [Fact]
    public async Task NothingNamed_EndsWithTwo()
    {
        var (code, output, error) = await OMemProcess.RunAsync(_directory.FullName, new Dictionary<string, string>(StringComparer.Ordinal), "", "llm", "check");

        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain("No language model is named");
    }

    [Fact]
    public async Task Key_AnythingThatWasWrittenAnywhere_DoesNotHoldIt()
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Faults = FaultPlans.Sequence(LoopbackFault.None, LoopbackFault.None, LoopbackFault.Unauthorized) });
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["OMEM_LLM_API_KEY"] = Key, ["OMEM_DEBUG"] = "1", ["OMEM_TENANT"] = "t", ["OMEM_USER"] = "u", ["OMEM_DATA"] = "store",
        };
        string[] model = ["--llm-endpoint", server.Endpoint.AbsoluteUri, "--llm-model", Name, "--llm-record", "exchanges"];
        var written = "";
        foreach (var command in (string[][])[["llm", "check"], ["llm", "check", "--json"], ["llm", "show"], ["remember", "-"], ["status"], ["doctor"], ["export", "--derived"]])
        {
            var (_, output, error) = await OMemProcess.RunAsync(_directory.FullName, environment, Chats.Tea, [.. command, .. model]);
            written += output + error;
        }

        written.ShouldNotContain(Key);
        written.ShouldContain("set (OMEM_LLM_API_KEY)");
        var files = _directory.GetFiles("*", SearchOption.AllDirectories);
        files.ShouldNotBeEmpty();
        foreach (var file in files)
        {
            System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file.FullName)).ShouldNotContain(Key);
        }
    }

    private async Task FailsAsync(Uri endpoint, string message)
    {
        var (code, output, error) = await CheckAsync(endpoint);

        code.ShouldBe(1);
        output.ShouldStartWith("fail");
        error.ShouldContain(message);
        error.ShouldNotContain(Key);
        error.ShouldNotContain("   at ");
    }

    private Task<(int Code, string Out, string Error)> CheckAsync(Uri endpoint, params string[] args) => OMemProcess.RunAsync(
        _directory.FullName, new Dictionary<string, string>(StringComparer.Ordinal) { ["OMEM_LLM_API_KEY"] = Key }, "",
        ["llm", "check", "--llm-endpoint", endpoint.AbsoluteUri, "--llm-model", Name, .. args]);
}
