using OMem.ChatClients.Tests.Support;

namespace OMem.ChatClients.Tests.Clients;

/// <summary>What goes over the wire and comes back.</summary>
public sealed class ChatClientTests
{
    public static TheoryData<ModelProvider> Providers => [ModelProvider.OpenAI, ModelProvider.Azure, ModelProvider.Ollama];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task GetResponse_EveryProvider_AnswersWithUsage(ModelProvider provider)
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions
        {
            Answerer = LoopbackAnswerers.Of(request => $"You said: {request.Last("user")}"), ApiKey = TestModels.Key, Models = [TestModels.Name],
        });
        using var models = TestModels.Of(server, provider, TestModels.Key);
        const string Text = "naïve 東京 🧉 \u202Eright to left\u202C\t\"quoted\"";

        var response = await models.For(ModelRole.Reader)!.GetResponseAsync(Text);

        response.Text.ShouldBe($"You said: {Text}");
        response.Usage!.InputTokenCount.ShouldBe(4 + LoopbackTokens.Count(Text));
        response.Usage.OutputTokenCount.ShouldBe(LoopbackTokens.Count(response.Text));
        response.FinishReason.ShouldBe(ChatFinishReason.Stop);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task GetStreamingResponse_EveryProvider_ComesInPiecesWithUsage(ModelProvider provider)
    {
        const string Answer = "One two three four five six seven eight nine ten 🧉🧉🧉🧉🧉🧉🧉🧉🧉🧉🧉🧉🧉.";
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Answerer = LoopbackAnswerers.Of(_ => Answer) });
        using var models = TestModels.Of(server, provider);

        var updates = await models.For(ModelRole.Answerer)!.StreamAsync("count");

        updates.Count(update => update.Text.Length > 0).ShouldBeGreaterThan(2);
        string.Concat(updates.Select(update => update.Text)).ShouldBe(Answer);
        updates.ToChatResponse().Usage!.OutputTokenCount.ShouldBe(LoopbackTokens.Count(Answer));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ResponseFormat_Schema_ReachesTheServer(ModelProvider provider)
    {
        await using var server = await LoopbackServer.StartAsync();
        using var models = TestModels.Of(server, provider);

        var response = await models.For(ModelRole.Reader)!.GetResponseAsync<Verdict>("judge", useJsonSchemaResponseFormat: true);

        response.TryGetResult(out var verdict).ShouldBeTrue();
        verdict.ShouldNotBeNull().Label.ShouldBe("text");
        server.Log.Exchanges.ShouldHaveSingleItem().Request.Schema.ShouldNotBeNull();
    }

    [Fact]
    public async Task Temperature_ModelThatRefusesIt_IsLeftOutFromThenOn()
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { AnyTemperature = false });
        using var models = TestModels.Of(server);
        var client = models.For(ModelRole.Reader)!;
        var options = new ChatOptions { Temperature = 0 };

        (await client.GetResponseAsync("a", options)).Text.ShouldBe("OK");
        (await client.GetResponseAsync("b", options)).Text.ShouldBe("OK");
        (await client.StreamAsync("c", options)).ToChatResponse().Text.ShouldBe("OK");

        server.Log.Exchanges.Select(exchange => exchange.Request.Temperature).ShouldBe([0, null, null, null]);
        options.Temperature.ShouldBe(0, "the caller's options stay as they are");
    }

    [Fact]
    public async Task Temperature_RefusedInAStream_IsAskedAgainWithoutIt()
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { AnyTemperature = false });
        using var models = TestModels.Of(server);

        (await models.For(ModelRole.Reader)!.StreamAsync("c", new ChatOptions { Temperature = 0 })).ToChatResponse().Text.ShouldBe("OK");

        server.Log.Count.ShouldBe(2);
    }

    [Fact]
    public async Task NoKey_Configured_SendsNone()
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { ApiKey = "something" });
        using var models = TestModels.Of(server);

        var fault = await TestModels.FaultAsync(() => models.For(ModelRole.Reader)!.GetResponseAsync("hello"));

        fault.Fault.ShouldBe(ModelFault.Unauthorized);
        fault.Message.ShouldContain("No key is set: put it into OMEM_LLM_API_KEY.");
    }

    [Fact]
    public async Task Latency_EightParallelCalls_AreInFlightAtOnce()
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Latency = TimeSpan.FromMilliseconds(200) });
        using var models = TestModels.Of(server);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => models.For(ModelRole.Reader)!.GetResponseAsync($"call {number}")));

        server.Log.MaxInFlight.ShouldBeInRange(2, 8);
        server.Log.InFlight.ShouldBe(0);
        server.Log.Count.ShouldBe(8);
    }

    [Fact]
    public async Task Metadata_OfAClient_NamesModelAndEndpoint()
    {
        await using var server = await LoopbackServer.StartAsync();
        foreach (var provider in Enum.GetValues<ModelProvider>())
        {
            using var models = TestModels.Of(server, provider);

            var metadata = models.For(ModelRole.Reader)!.GetService<ChatClientMetadata>().ShouldNotBeNull();

            metadata.DefaultModelId.ShouldBe(TestModels.Name);
            metadata.ProviderUri!.Port.ShouldBe(server.Root.Port);
        }
    }

    internal sealed record Verdict(string Label, int Score);
}
