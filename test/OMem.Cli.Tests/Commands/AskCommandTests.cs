using OMem.Cli.Tests.Support;
using OMem.LoopbackModel;

namespace OMem.Cli.Tests.Commands;

/// <summary><c>omem ask</c> against a real server with scripted answers.</summary>
public sealed class AskCommandTests : IAsyncLifetime
{
    private readonly TestHost _host = new();

    public async ValueTask InitializeAsync() => await _host.RememberTeaAsync();

    public ValueTask DisposeAsync()
    {
        _host.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Ask_Question_ShowsAnswerCitationAndCost()
    {
        await using var server = await StartAsync("jasmine tea\nSOURCES: m3, m99");

        (await AskAsync(server, "what", "tea", "does", "Ana", "love?")).ShouldBe(0, _host.Error.ToString());

        var lines = _host.Out.ToString().Split('\n');
        lines[0].ShouldBe("jasmine tea");
        lines[1].ShouldStartWith("[m3] 1 May 2024 18:32 · Ana: Tiny. I love jasmine tea");
        _host.Out.ToString().ShouldContain("1 call of small");
        _host.Out.ToString().ShouldNotContain("SOURCES");
        _host.Out.ToString().ShouldNotContain("m99");
        server.Log.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Ask_NothingKnown_SaysSoAndEndsWithZero()
    {
        await using var server = await StartAsync("UNKNOWN");

        (await AskAsync(server, "what is her blood type?")).ShouldBe(0);

        _host.Out.ToString().ShouldStartWith("Nothing is known about that.\n");
    }

    [Fact]
    public async Task Ask_Json_SaysEverything()
    {
        await using var server = await StartAsync("(b)\nSOURCES: m3");

        (await AskAsync(server, "what tea?", "--choice", "mint", "--choice", "jasmine", "--json")).ShouldBe(0);

        using var document = System.Text.Json.JsonDocument.Parse(_host.Out.ToString());
        var answer = document.RootElement;
        answer.GetProperty("choice").GetInt32().ShouldBe(1);
        answer.GetProperty("isAbstention").GetBoolean().ShouldBeFalse();
        answer.GetProperty("citations")[0].GetProperty("interactionId").GetString().ShouldBe("m3");
        answer.GetProperty("usage").GetProperty("stage").GetString().ShouldBe("answer");
        answer.GetProperty("usage").GetProperty("promptTokens").GetInt64().ShouldBe(server.Log.PromptTokens);
        server.Log.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Ask_Cost_StandsInTheStatus()
    {
        await using var server = await StartAsync("jasmine\nSOURCES: m3");
        await AskAsync(server, "what tea?");
        await AskAsync(server, "what tea?");

        var status = await _host.OmemJsonAsync("status");

        var usage = status.GetProperty("usage")[0];
        usage.GetProperty("calls").GetInt64().ShouldBe(2);
        usage.GetProperty("promptTokens").GetInt64().ShouldBe(server.Log.PromptTokens);
    }

    [Fact]
    public async Task Ask_NoModel_SaysHowToNameOne()
    {
        (await _host.OmemAsync("ask", "what tea?")).ShouldBe(1);

        _host.Out.ToString().ShouldBeEmpty();
        _host.Error.ToString().ShouldContain("No language model is configured for answers");
        _host.Error.ToString().ShouldContain("--llm-endpoint");
    }

    [Fact]
    public async Task Ask_WrongKey_EndsWithOne()
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { ApiKey = "other" });

        (await AskAsync(server, "what tea?")).ShouldBe(1);

        _host.Error.ToString().ShouldContain("does not accept the key");
    }

    [Theory]
    [InlineData("--choice", "only one")]
    [InlineData("--max-answer-tokens", "0")]
    [InlineData("--asked-at", "yesterday-ish")]
    public async Task Ask_BadOption_EndsWithTwoBeforeAnyCall(string option, string value)
    {
        await using var server = await StartAsync("x");

        (await AskAsync(server, "what tea?", option, value)).ShouldBe(2);

        server.Log.Count.ShouldBe(0);
    }

    private static Task<LoopbackServer> StartAsync(string answer) =>
        LoopbackServer.StartAsync(new LoopbackOptions { Answerer = LoopbackAnswerers.Of(_ => answer) });

    private Task<int> AskAsync(LoopbackServer server, params string[] args) =>
        _host.OmemAsync(["ask", .. args, "--llm-endpoint", server.Endpoint.AbsoluteUri, "--llm-model", "small"]);
}
