using System.Text.Json;
using OMem.Cli.Tests.Support;
using OMem.LoopbackModel;

namespace OMem.Cli.Tests.Commands;

public sealed class EvalQaCommandTests : IDisposable
{
    private readonly TestHost _host = new();

    public EvalQaCommandTests() => _host.Write("talk.json", TinyLoCoMo.Json);

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Qa_WithoutModel_SaysHowToNameOne()
    {
        (await QaAsync()).ShouldBe(2);
        _host.Error.ToString().ShouldContain("No language model is configured to answer. Name one: --llm-endpoint URL --llm-model NAME");
        _host.Error.ToString().ShouldContain("--reader extractive");
    }

    [Fact]
    public async Task Qa_JudgeWithoutModel_SaysHowToNameOne()
    {
        (await QaAsync("--reader", "extractive", "--judge")).ShouldBe(2);
        _host.Error.ToString().ShouldContain("No language model is configured to judge.");
    }

    [Fact]
    public async Task Qa_Extractive_WritesReportsAndPrintsTables()
    {
        (await QaAsync("--reader", "extractive", "--out", "run")).ShouldBe(0, _host.Error.ToString());
        _host.Out.ToString().ShouldContain("# Answers on locomo");
        foreach (var file in (string[])["journal.jsonl", "report.json", "report.md", "questions.jsonl", "misses.md", "quality-tokens.png", "cost-messages.png"])
        {
            File.Exists(_host.Path($"run/{file}")).ShouldBeTrue(file);
        }
    }

    [Fact]
    public async Task Qa_Model_AnswersThroughHttp()
    {
        await using var server = await LoopbackServer.StartAsync(
            new LoopbackOptions { Answerer = LoopbackAnswerers.Of(request => request.Prompt.Contains("parrot called", StringComparison.Ordinal) ? "Kiwi" : "No information available") },
            TestContext.Current.CancellationToken);
        (await QaAsync("--json", "--systems", "omem,bm25,no-memory", "--llm-endpoint", server.Endpoint.AbsoluteUri, "--llm-model", "any")).ShouldBe(0, _host.Error.ToString());

        using var report = JsonDocument.Parse(_host.Out.ToString());
        report.RootElement.GetProperty("systems").GetProperty("omem").GetProperty("cost").GetProperty("calls").GetDouble().ShouldBe(1);
        report.RootElement.GetProperty("systems").GetProperty("omem").GetProperty("categories").GetProperty("single-hop").GetProperty("f1").GetProperty("value").GetDouble().ShouldBe(1);
        report.RootElement.GetProperty("configuration").GetProperty("settings").GetProperty("answer.model").GetString().ShouldBe("any");
    }

    [Theory]
    [InlineData("missing.json", "does not exist")]
    [InlineData("empty.json", "is not valid JSON")]
    [InlineData("cut.json", "is not valid JSON")]
    [InlineData("other.json", "$.conversation is missing")]
    public async Task Qa_BadData_NamesFileAndPlace(string file, string fault)
    {
        _host.Write("empty.json", "");
        _host.Write("cut.json", TinyLoCoMo.Json[..400]);
        _host.Write("other.json", """{"rows": []}""");
        (await _host.RunAsync("eval", "qa", "--dataset", "locomo", "--data", file, "--reader", "extractive", "--embedding-model", "none")).ShouldBe(2);
        _host.Error.ToString().ShouldContain(file);
        _host.Error.ToString().ShouldContain(fault);
        _host.Out.ToString().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--systems", "mem", "There is no system 'mem'")]
    [InlineData("--conversations", "talk-9", "There is no conversation 'talk-9'")]
    [InlineData("--temperature", "3", "--temperature must be 0-2")]
    [InlineData("--parallel", "0", "--parallel must be a whole number, 1-64")]
    public async Task Qa_BadOption_SaysWhatIsAllowed(string option, string value, string fault)
    {
        (await QaAsync("--reader", "extractive", option, value)).ShouldBe(2);
        _host.Error.ToString().ShouldContain(fault);
    }

    [Fact]
    public async Task Qa_LoCoMoPlusWithoutFiller_AsksForIt()
    {
        _host.Write("plus.json", "[]");
        (await _host.RunAsync("eval", "qa", "--dataset", "locomo-plus", "--data", "plus.json", "--reader", "extractive", "--embedding-model", "none")).ShouldBe(2);
        _host.Error.ToString().ShouldContain("--filler");
    }

    private Task<int> QaAsync(params string[] args) =>
        _host.RunAsync(["eval", "qa", "--dataset", "locomo", "--data", "talk.json", "--embedding-model", "none", .. args]);
}
