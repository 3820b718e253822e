using System.Net;
using Microsoft.Extensions.AI;
using OMem.Models;
using static OMem.Tests.Models.ScriptedChatClient;

namespace OMem.Tests.Models;

public sealed class ModelCallerTests
{
    private const string Rex = """{"names":["Rex"]}""";

    [Fact]
    public async Task Call_JsonAnswer_IsReadAndCounted()
    {
        var client = new ScriptedChatClient((_, _) =>
        {
            var response = Says(Rex);
            response.Usage = new UsageDetails { InputTokenCount = 120, OutputTokenCount = 8 };
            return Task.FromResult(response);
        });
        var fixture = new CallerFixture(client);

        var answer = await fixture.AskAsync();

        answer.Value.Names.ShouldBe(["Rex"]);
        answer.Usage.ShouldBe(new StageUsage(ModelStage.Consolidate, "scripted", 1, 0, 120, 8));
        fixture.Usage.ShouldBe(answer.Usage);
        client.Calls[0].Options!.ResponseFormat.ShouldBeOfType<ChatResponseFormatJson>().Schema.ShouldNotBeNull();
    }

    [Fact]
    public async Task Call_EndpointDoesNotCount_EstimatesTokens()
    {
        var fixture = new CallerFixture(new ScriptedChatClient(_ => Rex));

        await fixture.AskAsync();

        fixture.Usage.PromptTokens.ShouldBe(3);
        fixture.Usage.CompletionTokens.ShouldBe(5);
    }

    [Theory]
    [InlineData("```json\n{\"names\":[\"Rex\"]}\n```")]
    [InlineData("Sure! Here {as asked} it is: {\"names\":[\"Rex\"]} Anything else?")]
    [InlineData("// found\n{\"names\":[\"Rex\",],}")]
    public async Task Call_JsonWithinProse_IsRead(string text)
    {
        var fixture = new CallerFixture(new ScriptedChatClient(_ => text));

        (await fixture.AskAsync()).Value.Names.ShouldBe(["Rex"]);
    }

    [Fact]
    public async Task Call_FormatNotSupported_StepsDownOnceAndRemembers()
    {
        var client = new ScriptedChatClient((call, _) => call.Options?.ResponseFormat switch
        {
            ChatResponseFormatJson { Schema: not null } => throw new HttpRequestException("'response_format.json_schema' is not supported", null, HttpStatusCode.BadRequest),
            ChatResponseFormatJson => throw new ModelException(ModelFault.Rejected, "The endpoint does not know response_format."),
            _ => Task.FromResult(Says(Rex)),
        });
        var fixture = new CallerFixture(client);

        await fixture.AskAsync();
        await fixture.AskAsync();

        client.Calls.Count.ShouldBe(4);
        client.Calls[3].Options!.ResponseFormat.ShouldBeNull();
        client.Calls[3].Prompt.ShouldContain("schema");
        fixture.Usage.Calls.ShouldBe(2);
        fixture.Usage.FailedCalls.ShouldBe(2);
    }

    [Fact]
    public async Task Call_NotJson_IsAskedOnceMoreThenInvalid()
    {
        var client = new ScriptedChatClient(_ => "I have no idea.");
        var fixture = new CallerFixture(client);

        var fault = await Should.ThrowAsync<ModelException>(() => fixture.AskAsync());

        fault.Fault.ShouldBe(ModelFault.InvalidAnswer);
        fault.Message.ShouldNotContain("idea");
        client.Calls.Count.ShouldBe(2);
        fixture.Usage.ShouldBe(new StageUsage(ModelStage.Consolidate, "scripted", 2, 2, 6, 8));
    }

    [Fact]
    public async Task Call_EmptyAnswer_IsInvalid()
    {
        var fixture = new CallerFixture(new ScriptedChatClient(_ => "  "));

        (await Should.ThrowAsync<ModelException>(() => fixture.AskAsync())).Fault.ShouldBe(ModelFault.InvalidAnswer);
    }

    [Fact]
    public async Task Call_CutOffAnswer_IsTruncatedAndNotRepeated()
    {
        var client = new ScriptedChatClient((_, _) => Task.FromResult(Says("""{"names":["Re""", ChatFinishReason.Length)));
        var fixture = new CallerFixture(client);

        (await Should.ThrowAsync<ModelException>(() => fixture.AskAsync())).Fault.ShouldBe(ModelFault.Truncated);
        client.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Call_FilteredOrRefused_IsRefused()
    {
        var filtered = new CallerFixture(new ScriptedChatClient((_, _) => Task.FromResult(Says("", ChatFinishReason.ContentFilter))));
        var refused = new CallerFixture(new ScriptedChatClient((_, _) => Task.FromResult(
            new ChatResponse(new ChatMessage(ChatRole.Assistant, [new ErrorContent("I can't help with that") { ErrorCode = "Refusal" }])))));

        (await Should.ThrowAsync<ModelException>(() => filtered.AskAsync())).Fault.ShouldBe(ModelFault.Refused);
        (await Should.ThrowAsync<ModelException>(() => refused.AskAsync())).Fault.ShouldBe(ModelFault.Refused);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, ModelFault.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden, ModelFault.Unauthorized)]
    [InlineData(HttpStatusCode.NotFound, ModelFault.Rejected)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, ModelFault.TooLong)]
    public async Task Call_FaultThatWillNotPass_IsNotRepeated(HttpStatusCode status, ModelFault expected)
    {
        var client = new ScriptedChatClient((_, _) => throw new HttpRequestException("secret-key-123", null, status));
        var fixture = new CallerFixture(client);

        var fault = await Should.ThrowAsync<ModelException>(() => fixture.AskAsync());

        fault.Fault.ShouldBe(expected);
        fault.Message.ShouldNotContain("secret");
        client.Calls.Count.ShouldBe(1);
        fixture.Usage.FailedCalls.ShouldBe(1);
    }

    [Fact]
    public async Task Call_ContextLengthExceeded_IsTooLong()
    {
        var fixture = new CallerFixture(new ScriptedChatClient((_, _) =>
            throw new HttpRequestException("context_length_exceeded: maximum context length is 4096", null, HttpStatusCode.BadRequest)));

        (await Should.ThrowAsync<ModelException>(() => fixture.AskAsync())).Fault.ShouldBe(ModelFault.TooLong);
    }

    [Fact]
    public async Task Call_ServerErrors_WaitsLongerEachTimeAndGivesUp()
    {
        var client = new ScriptedChatClient((_, _) => throw new HttpRequestException("", null, HttpStatusCode.BadGateway));
        var fixture = new CallerFixture(client);

        var call = fixture.AskAsync();
        var took = await fixture.RunAsync(call);

        (await Should.ThrowAsync<ModelException>(() => call)).Fault.ShouldBe(ModelFault.ServerError);
        client.Calls.Count.ShouldBe(4);
        took.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task Call_RetryAfterWithinLimit_IsHonoured()
    {
        var client = new ScriptedChatClient((call, _) => call.Number == 1
            ? throw new ModelException(ModelFault.RateLimited, "Too many requests.") { RetryAfter = TimeSpan.FromSeconds(20) }
            : Task.FromResult(Says(Rex)));
        var fixture = new CallerFixture(client);

        var call = fixture.AskAsync();
        var took = await fixture.RunAsync(call);

        (await call).Usage.FailedCalls.ShouldBe(1);
        took.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Call_RetryAfterBeyondLimit_IsLeftToTheCaller()
    {
        var client = new ScriptedChatClient((_, _) => throw new ModelException(ModelFault.RateLimited, "Too many requests.") { RetryAfter = TimeSpan.FromMinutes(5) });
        var fixture = new CallerFixture(client);

        var fault = await Should.ThrowAsync<ModelException>(() => fixture.AskAsync());

        fault.RetryAfter.ShouldBe(TimeSpan.FromMinutes(5));
        client.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Call_NoAnswerInTime_IsTimedOut()
    {
        var client = new ScriptedChatClient(async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return Says(Rex);
        });
        var fixture = new CallerFixture(client, options => (options.CallTimeout, options.MaxRetries) = (TimeSpan.FromSeconds(3), 0));

        var call = fixture.AskAsync();
        var took = await fixture.RunAsync(call);

        (await Should.ThrowAsync<ModelException>(() => call)).Fault.ShouldBe(ModelFault.TimedOut);
        took.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Call_CancelledByCaller_IsACancellation()
    {
        using var cancel = new CancellationTokenSource();
        var client = new ScriptedChatClient(async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return Says(Rex);
        });
        var fixture = new CallerFixture(client, options => options.MaxParallelCalls = 1);
        var running = fixture.AskAsync(cancellationToken: cancel.Token);
        var waiting = fixture.AskAsync(cancellationToken: cancel.Token);

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running);
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        client.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Call_NoModel_SaysSo()
    {
        var caller = new ModelCaller(MemoryModels.None, new ModelOptions(), TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, static () => 0);

        var fault = await Should.ThrowAsync<ModelException>(() => caller.CallAsync(new ModelCall(CallerFixture.Scope, ModelStage.Answer, []), CancellationToken.None));

        fault.Fault.ShouldBe(ModelFault.NotConfigured);
    }

    [Fact]
    public async Task Call_MoreThanAllowedAtATime_Waits()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var client = new ScriptedChatClient(async (_, token) =>
        {
            await gate.Task.WaitAsync(token);
            return Says(Rex);
        });
        var fixture = new CallerFixture(client, options => options.MaxParallelCalls = 3);

        var calls = Enumerable.Range(0, 10).Select(_ => fixture.AskAsync()).ToList();
        client.Calls.Count.ShouldBe(3);
        gate.SetResult();
        await Task.WhenAll(calls);

        client.Calls.Count.ShouldBe(10);
    }

    [Fact]
    public async Task Call_QuestionSomebodyWaitsFor_GoesBeforeBackgroundWork()
    {
        var gates = Enumerable.Range(0, 4).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToList();
        var order = new List<string>();
        var client = new ScriptedChatClient(async (call, token) =>
        {
            lock (order)
            {
                order.Add(call.Prompt);
            }

            await gates[call.Number - 1].Task.WaitAsync(token);
            return Says(Rex);
        });
        var fixture = new CallerFixture(client, options => options.MaxParallelCalls = 1);
        Task Ask(ModelStage stage, string text) =>
            fixture.Caller.CallAsync(new ModelCall(CallerFixture.Scope, stage, [new ChatMessage(ChatRole.User, text)]), CancellationToken.None);
        Task[] calls = [Ask(ModelStage.Read, "first"), Ask(ModelStage.Read, "second"), Ask(ModelStage.Answer, "question")];

        gates.ForEach(gate => gate.SetResult());
        await Task.WhenAll(calls);

        order.ShouldBe(["first", "question", "second"]);
    }

    [Fact]
    public async Task Call_RequestsPerMinute_NeverStartsMoreInAnyMinute()
    {
        var starts = new List<DateTimeOffset>();
        CallerFixture fixture = null!;
        var client = new ScriptedChatClient(_ =>
        {
            lock (starts)
            {
                starts.Add(fixture.Time.GetUtcNow());
            }

            return Rex;
        });
        fixture = new CallerFixture(client, options => (options.RequestsPerMinute, options.MaxParallelCalls) = (5, 8));

        await fixture.RunAsync(Task.WhenAll(Enumerable.Range(0, 17).Select(_ => fixture.AskAsync())));

        starts.Count.ShouldBe(17);
        starts.Sort();
        for (var i = 5; i < starts.Count; i++)
        {
            (starts[i] - starts[i - 5]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public async Task Stream_Answer_ComesInPiecesAndIsCountedOnce()
    {
        var fixture = new CallerFixture(new ScriptedChatClient(_ => "He has a dog."));

        var pieces = await fixture.Caller.StreamAsync(Question, CancellationToken.None).ToListAsync();

        pieces.ToChatResponse().Text.ShouldBe("He has a dog.");
        fixture.Usage.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Stream_FailsAtTheStart_IsRetriedAndItsSlotGivenBack()
    {
        var client = new ScriptedChatClient((call, _) => call.Number == 1
            ? throw new HttpRequestException("", null, HttpStatusCode.ServiceUnavailable)
            : Task.FromResult(Says("yes")));
        var fixture = new CallerFixture(client, options => options.MaxParallelCalls = 1);

        var call = fixture.Caller.StreamAsync(Question, CancellationToken.None).ToListAsync().AsTask();
        await fixture.RunAsync(call);

        (await call).ToChatResponse().Text.ShouldBe("yes");
        fixture.Usage.FailedCalls.ShouldBe(1);
        (await fixture.Caller.CallAsync(Question, CancellationToken.None)).Value.ShouldBe("yes");
    }

    private static ModelCall Question => new(CallerFixture.Scope, ModelStage.Answer, [new ChatMessage(ChatRole.User, "A dog?")]);
}
