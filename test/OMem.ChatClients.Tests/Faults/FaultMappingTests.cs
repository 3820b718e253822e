using OMem.ChatClients.Tests.Support;

namespace OMem.ChatClients.Tests.Faults;

/// <summary>Every fault of a real server becomes the right <see cref="ModelFault"/>, with each provider, at once and streamed.</summary>
public sealed class FaultMappingTests
{
    public static TheoryData<LoopbackFault, ModelFault> Mapping => new()
    {
        { LoopbackFault.Reset, ModelFault.Unreachable },
        { LoopbackFault.RateLimited, ModelFault.RateLimited },
        { LoopbackFault.ServerError, ModelFault.ServerError },
        { LoopbackFault.BadGateway, ModelFault.ServerError },
        { LoopbackFault.Unavailable, ModelFault.ServerError },
        { LoopbackFault.Unauthorized, ModelFault.Unauthorized },
        { LoopbackFault.UnknownModel, ModelFault.Rejected },
        { LoopbackFault.TooLong, ModelFault.TooLong },
        { LoopbackFault.NoStructuredOutput, ModelFault.Rejected },
        { LoopbackFault.Html, ModelFault.Rejected },
        { LoopbackFault.OtherShape, ModelFault.Rejected },
        { LoopbackFault.BrokenBody, ModelFault.ServerError },
        { LoopbackFault.ErrorInBody, ModelFault.ServerError },
        { LoopbackFault.Redirect, ModelFault.Rejected },
    };

    [Theory]
    [MemberData(nameof(Mapping))]
    public async Task GetResponse_OpenAI_MapsTheFault(LoopbackFault fault, ModelFault expected) => await CheckAsync(ModelProvider.OpenAI, fault, expected);

    [Theory]
    [MemberData(nameof(Mapping))]
    public async Task GetResponse_Azure_MapsTheFault(LoopbackFault fault, ModelFault expected) => await CheckAsync(ModelProvider.Azure, fault, expected);

    [Theory]
    [MemberData(nameof(Mapping))]
    public async Task GetResponse_Ollama_MapsTheFault(LoopbackFault fault, ModelFault expected) => await CheckAsync(ModelProvider.Ollama, fault, expected);

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Ollama)]
    public async Task GetResponse_ConnectionBreaksInTheMiddle_IsUnreachable(ModelProvider provider) =>
        await CheckAsync(provider, LoopbackFault.ResetMidAnswer, ModelFault.Unreachable);

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Azure)]
    [InlineData(ModelProvider.Ollama)]
    public async Task GetStreamingResponse_ErrorInTheMiddle_IsNoWholeAnswer(ModelProvider provider)
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions
        {
            Faults = FaultPlans.Always(LoopbackFault.ErrorMidStream), Answerer = LoopbackAnswerers.Of(_ => new string('a', 200)),
        });
        using var models = TestModels.Of(server, provider);
        var pieces = new List<string>();

        var fault = await TestModels.FaultAsync(async () =>
        {
            await foreach (var update in models.For(ModelRole.Answerer)!.GetStreamingResponseAsync("hello"))
            {
                pieces.Add(update.Text);
            }
        });

        fault.Fault.ShouldBeOneOf(ModelFault.Truncated, ModelFault.ServerError);
        string.Concat(pieces).Length.ShouldBe(100);
    }

    [Theory]
    [InlineData(LoopbackFault.FilteredPrompt, ModelFault.Refused)]
    [InlineData(LoopbackFault.QuotaUsedUp, ModelFault.Rejected)]
    public async Task GetResponse_CodesOfOpenAI_MapTheFault(LoopbackFault fault, ModelFault expected) => await CheckAsync(ModelProvider.OpenAI, fault, expected);

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Ollama)]
    public async Task GetResponse_NobodyListens_IsUnreachable(ModelProvider provider)
    {
        Uri root;
        await using (var server = await LoopbackServer.StartAsync())
        {
            root = server.Root;
        }

        using var models = ChatModels.Create(
            new ChatModelsSettings { Default = new ModelSettings { Provider = provider, Endpoint = root.AbsoluteUri, Model = "m" } }, _ => null);

        var fault = await TestModels.FaultAsync(() => models.For(ModelRole.Reader)!.GetResponseAsync("hello"));

        fault.Fault.ShouldBe(ModelFault.Unreachable);
        fault.Message.ShouldContain("nothing listens there");
        fault.IsTransient.ShouldBeTrue();
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Ollama)]
    public async Task GetResponse_HangsLongerThanTheNetworkTimeout_TimesOut(ModelProvider provider)
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Faults = FaultPlans.Always(LoopbackFault.Hang) });
        using var models = TestModels.Of(server, provider, change: settings => settings with { NetworkTimeout = TimeSpan.FromMilliseconds(300) });

        var fault = await TestModels.FaultAsync(() => models.For(ModelRole.Reader)!.GetResponseAsync("hello"));

        fault.Fault.ShouldBe(ModelFault.TimedOut);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Ollama)]
    public async Task GetResponse_CallerCancels_StaysACancellation(ModelProvider provider)
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Faults = FaultPlans.Always(LoopbackFault.Hang) });
        using var models = TestModels.Of(server, provider);
        using var cancellation = new CancellationTokenSource();

        var call = models.For(ModelRole.Reader)!.GetResponseAsync("hello", cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
    }

    private static async Task CheckAsync(ModelProvider provider, LoopbackFault fault, ModelFault expected)
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Faults = FaultPlans.Always(fault), ContextTokens = 100_000 });
        using var models = TestModels.Of(server, provider, TestModels.Key);
        var client = models.For(ModelRole.Reader)!;
        const string Prompt = "Tell nobody about the marmalade.";

        var whole = await TestModels.FaultAsync(() => client.GetResponseAsync(Prompt));
        var streamed = await TestModels.FaultAsync(() => client.StreamAsync(Prompt));

        whole.Fault.ShouldBe(expected);
        streamed.Fault.ShouldBe(expected);
        foreach (var text in (string[])[whole.ToString(), streamed.ToString()])
        {
            text.ShouldNotContain(TestModels.Key);
            text.ShouldNotContain("marmalade");
        }

        server.Log.Count.ShouldBe(2, "no library may retry by itself");
    }
}
