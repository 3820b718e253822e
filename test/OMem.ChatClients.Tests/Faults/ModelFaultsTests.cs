using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using OllamaSharp;
using OllamaSharp.Models.Exceptions;
using OMem.ChatClients.Tests.Support;
using OpenAI;
using ChatClient = OpenAI.Chat.ChatClient;

namespace OMem.ChatClients.Tests.Faults;

/// <summary>Exceptions of clients that a host made itself, without our handler beneath.</summary>
public sealed class ModelFaultsTests
{
    private static readonly Uri Endpoint = new("http://localhost:8000/v1");

    [Theory]
    [InlineData(LoopbackFault.RateLimited, ModelFault.RateLimited)]
    [InlineData(LoopbackFault.ServerError, ModelFault.ServerError)]
    [InlineData(LoopbackFault.BadGateway, ModelFault.ServerError)]
    [InlineData(LoopbackFault.Unavailable, ModelFault.ServerError)]
    [InlineData(LoopbackFault.Unauthorized, ModelFault.Unauthorized)]
    [InlineData(LoopbackFault.UnknownModel, ModelFault.Rejected)]
    [InlineData(LoopbackFault.TooLong, ModelFault.TooLong)]
    [InlineData(LoopbackFault.NoStructuredOutput, ModelFault.Rejected)]
    [InlineData(LoopbackFault.FilteredPrompt, ModelFault.Refused)]
    [InlineData(LoopbackFault.QuotaUsedUp, ModelFault.Rejected)]
    [InlineData(LoopbackFault.Reset, ModelFault.Unreachable)]
    [InlineData(LoopbackFault.Html, ModelFault.Rejected)]
    public async Task Of_ExceptionOfTheOpenAILibrary_IsTheFault(LoopbackFault fault, ModelFault expected)
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Faults = FaultPlans.Always(fault), ContextTokens = 100_000 });
        var client = new ChatClient("m", new ApiKeyCredential(TestModels.Key), new OpenAIClientOptions { Endpoint = server.Endpoint, RetryPolicy = new ClientRetryPolicy(0) });

        var raw = await Should.ThrowAsync<Exception>(() => client.AsIChatClient().GetResponseAsync("the marmalade"));
        var mapped = ModelFaults.Of(raw, server.Endpoint, "m").ShouldNotBeNull();

        mapped.Fault.ShouldBe(expected);
        mapped.ToString().ShouldNotContain(TestModels.Key);
        mapped.ToString().ShouldNotContain("marmalade");
    }

    [Theory]
    [InlineData(LoopbackFault.RateLimited, ModelFault.RateLimited)]
    [InlineData(LoopbackFault.ServerError, ModelFault.ServerError)]
    [InlineData(LoopbackFault.Unauthorized, ModelFault.Unauthorized)]
    [InlineData(LoopbackFault.UnknownModel, ModelFault.Rejected)]
    [InlineData(LoopbackFault.TooLong, ModelFault.TooLong)]
    [InlineData(LoopbackFault.Reset, ModelFault.Unreachable)]
    public async Task Of_ExceptionOfOllamaSharp_IsTheFault(LoopbackFault fault, ModelFault expected)
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Faults = FaultPlans.Always(fault), ContextTokens = 100_000 });
        using var client = new OllamaApiClient(server.Root, "m");

        var raw = await Should.ThrowAsync<Exception>(() => ((IChatClient)client).GetResponseAsync("the marmalade"));

        ModelFaults.Of(raw).ShouldNotBeNull().Fault.ShouldBe(expected);
    }

    [Fact]
    public async Task UseModelFaults_ClientOfTheHost_ThrowsModelExceptions()
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Faults = FaultPlans.Always(LoopbackFault.RateLimited), RetryAfter = "7" });
        using var client = new ChatClient("m", new ApiKeyCredential("k"), new OpenAIClientOptions { Endpoint = server.Endpoint, RetryPolicy = new ClientRetryPolicy(0) })
            .AsIChatClient().AsBuilder().UseModelFaults().Build();

        var whole = await TestModels.FaultAsync(() => client.GetResponseAsync("hello"));
        var streamed = await TestModels.FaultAsync(() => client.StreamAsync("hello"));

        whole.RetryAfter.ShouldBe(TimeSpan.FromSeconds(7));
        streamed.RetryAfter.ShouldBe(TimeSpan.FromSeconds(7));
        whole.Message.ShouldContain(server.Endpoint.Authority);
    }

    [Fact]
    public void Of_ExceptionsOfOthers_IsNull()
    {
        ModelFaults.Of(new OperationCanceledException()).ShouldBeNull();
        ModelFaults.Of(new TaskCanceledException()).ShouldBeNull();
        ModelFaults.Of(new FormatException("no")).ShouldBeNull();
        ModelFaults.Of(new InvalidOperationException("no")).ShouldBeNull();
    }

    [Fact]
    public void Of_ModelException_StaysItself()
    {
        var fault = new ModelException(ModelFault.TooLong, "long");

        ModelFaults.Of(fault).ShouldBeSameAs(fault);
    }

    [Fact]
    public void Of_ExceptionsOfThePlatform_AreTheirFaults()
    {
        ModelFaults.Of(new TimeoutException())!.Fault.ShouldBe(ModelFault.TimedOut);
        ModelFaults.Of(new TaskCanceledException("", new TimeoutException()))!.Fault.ShouldBe(ModelFault.TimedOut);
        ModelFaults.Of(new IOException())!.Fault.ShouldBe(ModelFault.Unreachable);
        ModelFaults.Of(new JsonException())!.Fault.ShouldBe(ModelFault.Rejected);
        ModelFaults.Of(new AggregateException(new IOException()))!.Fault.ShouldBe(ModelFault.Unreachable);
        ModelFaults.Of(new HttpRequestException("no", null, HttpStatusCode.TooManyRequests))!.Fault.ShouldBe(ModelFault.RateLimited);
        ModelFaults.Of(new HttpRequestException(HttpRequestError.NameResolutionError))!.Message.ShouldContain("no such host");
        ModelFaults.Of(new HttpRequestException(HttpRequestError.SecureConnectionError))!.Message.ShouldContain("certificate");
        ModelFaults.Of(new ClientResultException("no", null!))!.Fault.ShouldBe(ModelFault.Unreachable);
        ModelFaults.Of(new OllamaException("model 'x' not found"))!.Fault.ShouldBe(ModelFault.Rejected);
        ModelFaults.Of(new OllamaException("the input length exceeds the context length"))!.Fault.ShouldBe(ModelFault.TooLong);
        ModelFaults.Of(new ResponseError("boom"))!.Fault.ShouldBe(ModelFault.ServerError);
    }

    [Fact]
    public void Of_AddressWithUserAndQuery_LeavesThemOut()
    {
        var fault = ModelFaults.Of(new IOException(), new Uri("https://me:secret@host.example/v1?key=secret"), "m")!;

        fault.Message.ShouldContain("https://host.example/v1");
        fault.ToString().ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("3", 3_000)]
    [InlineData("0.5", 500)]
    [InlineData("-4", null)]
    [InlineData("soon", null)]
    [InlineData("999999999", 86_400_000)]
    [InlineData("Wed, 21 Oct 2015 07:28:10 GMT", 10_000)]
    [InlineData("Wed, 21 Oct 2015 07:27:00 GMT", 0)]
    [InlineData(null, null)]
    public void RetryAfter_EveryForm_IsTheWait(string? header, int? milliseconds)
    {
        var now = new DateTimeOffset(2015, 10, 21, 7, 28, 0, TimeSpan.Zero);

        RetryAfterValue.Read(name => name is "Retry-After" ? header : null, now)
            .ShouldBe(milliseconds is { } expected ? TimeSpan.FromMilliseconds(expected) : null);
    }

    [Fact]
    public void RetryAfter_DateBesideTheEndpointsOwnClock_GoesByThatClock()
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Retry-After"] = "Wed, 21 Oct 2015 07:28:10 GMT", ["Date"] = "Wed, 21 Oct 2015 07:28:04 GMT",
        };

        RetryAfterValue.Read(headers.GetValueOrDefault, DateTimeOffset.UnixEpoch).ShouldBe(TimeSpan.FromSeconds(6));
    }

    [Fact]
    public void RetryAfter_Milliseconds_WinOverSeconds() =>
        RetryAfterValue.Read(name => name is "retry-after-ms" ? "250" : "9", DateTimeOffset.UnixEpoch).ShouldBe(TimeSpan.FromMilliseconds(250));

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.Ollama)]
    public async Task RetryAfter_DateOfAServer_IsCarriedByTheFault(ModelProvider provider)
    {
        var date = DateTimeOffset.UnixEpoch.AddYears(200).ToString("r", System.Globalization.CultureInfo.InvariantCulture);
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Faults = FaultPlans.Always(LoopbackFault.Unavailable), RetryAfter = date });
        using var models = TestModels.Of(server, provider);

        var fault = await TestModels.FaultAsync(() => models.For(ModelRole.Reader)!.GetResponseAsync("hello"));

        fault.RetryAfter.ShouldBe(TimeSpan.FromDays(1), "a wait is never longer than a day");
        fault.IsTransient.ShouldBeTrue();
    }

    [Theory]
    [InlineData("This model's maximum context length is 4096 tokens. However, you requested 5000 tokens.")]
    [InlineData("The decoder prompt (length 5000) is longer than the maximum model length of 4096.")]
    [InlineData("the request exceeds the available context size. try increasing the context size or enable context shift")]
    [InlineData("Trying to keep the first 5000 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens")]
    [InlineData("the input length exceeds the context length")]
    [InlineData("prompt is too long: 210000 tokens > 200000 maximum")]
    [InlineData("The input token count (1100000) exceeds the maximum number of tokens allowed (1048576).")]
    public async Task TooLong_WordsOfEachServer_AreKnown(string words)
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { ContextTokens = 5, TooLongMessage = words });
        foreach (var provider in Enum.GetValues<ModelProvider>())
        {
            using var models = TestModels.Of(server, provider);

            var fault = await TestModels.FaultAsync(() => models.For(ModelRole.Reader)!.GetResponseAsync("a prompt of more than five tokens"));

            fault.Fault.ShouldBe(ModelFault.TooLong);
            fault.IsAboutContent.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task NoStructuredOutput_RefusedSchema_NamesTheOption()
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { StructuredOutput = false });
        using var models = TestModels.Of(server);
        var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<int[]>() };

        var fault = await TestModels.FaultAsync(() => models.For(ModelRole.Reader)!.GetResponseAsync("hello", options));

        fault.UnsupportedOption.ShouldBe("response_format");
        fault.Message.ShouldContain($"model '{TestModels.Name}'");
    }

    [Theory]
    [InlineData(LoopbackFault.Truncated, ModelFault.Truncated)]
    [InlineData(LoopbackFault.ContentFilter, ModelFault.Refused)]
    [InlineData(LoopbackFault.Refusal, ModelFault.Refused)]
    [InlineData(LoopbackFault.Empty, ModelFault.InvalidAnswer)]
    [InlineData(LoopbackFault.None, null)]
    public async Task OfResponse_Answer_IsJudgedAfterItsUsageIsKnown(LoopbackFault fault, ModelFault? expected)
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Faults = FaultPlans.Always(fault) });
        using var models = TestModels.Of(server);
        var client = models.For(ModelRole.Reader)!;

        var whole = await client.GetResponseAsync("hello");
        var streamed = (await client.StreamAsync("hello")).ToChatResponse();

        (ModelFaults.OfResponse(whole)?.Fault).ShouldBe(expected);
        (ModelFaults.OfResponse(streamed)?.Fault).ShouldBe(expected);
        whole.Usage.ShouldNotBeNull().InputTokenCount.ShouldBe(6);
        streamed.Usage.ShouldNotBeNull().InputTokenCount.ShouldBe(6);
    }

    [Fact]
    public async Task Clock_OfTheHost_IsUsedForDates()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var fault = ModelFaults.Of(await RawAsync("Tue, 01 Jan 2030 00:00:30 GMT"), Endpoint, "m", time)!;

        // The server sends its own date, which wins over the clock; a day is the most.
        fault.RetryAfter.ShouldBe(TimeSpan.FromDays(1));
    }

    private static async Task<Exception> RawAsync(string retryAfter)
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Faults = FaultPlans.Always(LoopbackFault.RateLimited), RetryAfter = retryAfter });
        var client = new ChatClient("m", new ApiKeyCredential("k"), new OpenAIClientOptions { Endpoint = server.Endpoint, RetryPolicy = new ClientRetryPolicy(0) });
        return await Should.ThrowAsync<ClientResultException>(() => client.AsIChatClient().GetResponseAsync("hello"));
    }
}
