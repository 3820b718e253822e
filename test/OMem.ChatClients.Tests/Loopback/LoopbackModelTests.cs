using System.Net.Http.Json;
using System.Text.Json;

namespace OMem.ChatClients.Tests.Loopback;

/// <summary>The server that other tests lean on.</summary>
public sealed class LoopbackModelTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(
        """
        {
          "type": "object",
          "properties": {
            "facts": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/fact" } },
            "note": { "type": ["null", "string"] },
            "extra": { "type": "string" }
          },
          "required": ["facts", "note"],
          "$defs": {
            "fact": {
              "type": "object",
              "properties": {
                "text": { "type": "string" }, "kind": { "enum": ["event", "state"] }, "evidence": { "type": "array", "minItems": 1, "items": { "type": "integer", "minimum": 1 } },
                "sure": { "type": "boolean" }, "how": { "anyOf": [{ "const": "said" }, { "type": "null" }] }
              },
              "required": ["text", "kind", "evidence", "sure", "how"]
            }
          }
        }
        """).RootElement;

    [Fact]
    public void Fill_Schema_GivesTheLeastThatFollowsIt() =>
        SchemaFiller.Fill(Schema).ShouldBe("""{"facts":[{"text":"text","kind":"event","evidence":[1],"sure":true,"how":"said"}],"note":"text"}""");

    [Theory]
    [InlineData(LoopbackFault.UnknownIds, "[999999]")]
    [InlineData(LoopbackFault.MissingField, "{\"kind\":\"event\",\"evidence\":[1]")]
    public async Task Spoil_SchemaFaults_AreInTheAnswer(LoopbackFault fault, string expected)
    {
        var text = await AnswerAsync(fault, Schema);

        text.ShouldContain(expected);
        using var document = JsonDocument.Parse(text);
        document.RootElement.ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Fact]
    public async Task Spoil_WrongEnum_HasAValueTheSchemaDoesNotAllow()
    {
        var schema = JsonDocument.Parse("""{"type":"object","properties":{"kind":{"enum":["event"]}},"required":["kind"]}""").RootElement;

        (await AnswerAsync(LoopbackFault.WrongEnum, schema)).ShouldBe("""{"kind":"no-such-value"}""");
        (await AnswerAsync(LoopbackFault.WrongEnum, Schema)).ShouldContain("\"kind\":\"no-such-value\"");
    }

    [Theory]
    [InlineData(LoopbackFault.Truncated)]
    [InlineData(LoopbackFault.MalformedJson)]
    public async Task Spoil_Text_IsNoJson(LoopbackFault fault)
    {
        var text = await AnswerAsync(fault, Schema);

        Should.Throw<JsonException>(() => JsonDocument.Parse(text));
    }

    [Fact]
    public void Random_SameSeedAndPrompt_GivesTheSameFaultsInAnyOrder()
    {
        var prompts = Enumerable.Range(0, 400).Select(Request).ToList();
        var forward = FaultPlans.Random(0.3, 7);
        var backward = FaultPlans.Random(0.3, 7);

        var first = prompts.Select(prompt => forward(prompt)).ToList();
        var second = Enumerable.Reverse(prompts).Select(prompt => backward(prompt)).Reverse().ToList();

        second.ShouldBe(first);
        first.Count(fault => fault is not LoopbackFault.None).ShouldBeInRange(80, 160);
        prompts.Select(prompt => FaultPlans.Random(0.3, 8)(prompt)).ShouldNotBe(first);
    }

    [Fact]
    public void Random_SamePromptAgain_IsDrawnAnew()
    {
        var plan = FaultPlans.Random(0.5, 1, LoopbackFault.ServerError);

        Enumerable.Range(0, 64).Select(_ => plan(Request(1))).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void Sequence_WorkedOff_IsFollowedByNone()
    {
        var plan = FaultPlans.Sequence(LoopbackFault.Html, LoopbackFault.Empty);

        Enumerable.Range(0, 4).Select(_ => plan(Request(1))).ShouldBe([LoopbackFault.Html, LoopbackFault.Empty, LoopbackFault.None, LoopbackFault.None]);
    }

    [Fact]
    public async Task Log_Requests_AreCountedWithTheirTokens()
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Faults = FaultPlans.Sequence(LoopbackFault.ServerError) });
        using var http = new HttpClient { BaseAddress = server.Root };
        var body = new { model = "m", messages = new[] { new { role = "user", content = "eight ch" } } };

        await http.PostAsJsonAsync("v1/chat/completions", body);
        await http.PostAsJsonAsync("v1/chat/completions", body);
        await http.PostAsync("v1/chat/completions", new StringContent("no json"));
        using var log = JsonDocument.Parse(await http.GetStringAsync("loopback/log"));

        server.Log.Exchanges.Select(exchange => exchange.Fault).ShouldBe([LoopbackFault.ServerError, LoopbackFault.None]);
        server.Log.PromptTokens.ShouldBe(12);
        log.RootElement.GetProperty("requests").GetInt64().ShouldBe(3);
        log.RootElement.GetProperty("completionTokens").GetInt64().ShouldBe(1);
        log.RootElement.GetProperty("outcomes").GetProperty("ServerError").GetInt32().ShouldBe(1);
        server.Log.Clear();
        server.Log.Count.ShouldBe(0);
    }

    [Fact]
    public void Arguments_OfTheConsole_BecomeOptions()
    {
        var options = LoopbackArguments.Parse(["--port", "5005", "--latency", "500", "--key", "k", "--model", "a", "--model", "b", "--no-schema", "--context", "4096", "--fail", "1", "--fault", "empty"]);

        options.Port.ShouldBe(5005);
        options.Latency.ShouldBe(TimeSpan.FromMilliseconds(500));
        options.ApiKey.ShouldBe("k");
        options.Models.ShouldBe(["a", "b"]);
        options.StructuredOutput.ShouldBeFalse();
        options.ContextTokens.ShouldBe(4096);
        options.Faults(Request(1)).ShouldBe(LoopbackFault.Empty);
    }

    [Theory]
    [InlineData("--nope", "1")]
    [InlineData("--port", "many")]
    [InlineData("--fail", "2")]
    [InlineData("--fault", "everything")]
    [InlineData("--port")]
    public void Arguments_NotValid_AreRefused(params string[] args) => Should.Throw<FormatException>(() => LoopbackArguments.Parse(args));

    private static async Task<string> AnswerAsync(LoopbackFault fault, JsonElement schema)
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions
        {
            Faults = FaultPlans.Always(fault), Answerer = LoopbackAnswerers.Of(_ => SchemaFiller.Fill(schema)),
        });
        using var models = Support.TestModels.Of(server);
        return (await models.For(ModelRole.Reader)!.GetResponseAsync("read", new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(schema) })).Text;
    }

    private static LoopbackRequest Request(int number) =>
        new() { Number = number, Model = "m", Messages = [new LoopbackMessage("user", $"prompt {number}")] };
}
