using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace OMem.LoopbackModel.Protocol;

/// <summary>Takes one request from the wire to its answer or its fault.</summary>
internal sealed class RequestRun(LoopbackOptions options, LoopbackLog log, ModelProtocol protocol)
{
    /// <summary>Works a request off.</summary>
    public async Task RunAsync(HttpContext context)
    {
        var number = log.Begin();
        LoopbackExchange? exchange = null;
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            var request = protocol.Read(body.RootElement, number);
            var fault = Judge(context, request);
            exchange = new LoopbackExchange(request, fault, 0);
            var latency = options.Latency + (options.MoreLatency?.Invoke(request) ?? TimeSpan.Zero);
            if (latency > TimeSpan.Zero)
            {
                await Task.Delay(latency, options.Time, context.RequestAborted);
            }

            if (!await ErrorResponses.TryWriteAsync(context, protocol, options, request, fault))
            {
                var answer = Answer(request, fault);
                exchange = exchange with { CompletionTokens = answer.Tokens };
                await (request.Stream
                    ? protocol.StreamAsync(context, request, answer, options.ReportsUsage)
                    : protocol.WriteAsync(context, request, answer, options.ReportsUsage));
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller gave up; nobody is there to be answered.
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException && !context.Response.HasStarted)
        {
            await protocol.WriteErrorAsync(context, StatusCodes.Status400BadRequest, "invalid_request_error", null, "The request is not valid.");
        }
        finally
        {
            log.End(exchange);
        }
    }

    /// <summary>Whether the caller bears the key.</summary>
    public bool HasKey(HttpContext context) => options.ApiKey is null
        || string.Equals(context.Request.Headers.Authorization, $"Bearer {options.ApiKey}", StringComparison.Ordinal)
        || string.Equals(context.Request.Headers["api-key"], options.ApiKey, StringComparison.Ordinal);

    private LoopbackFault Judge(HttpContext context, LoopbackRequest request) => this switch
    {
        _ when !HasKey(context) => LoopbackFault.Unauthorized,
        _ when options.Models.Count > 0 && !options.Models.Contains(request.Model, StringComparer.Ordinal) => LoopbackFault.UnknownModel,
        _ when request.Schema is not null && !options.StructuredOutput => LoopbackFault.NoStructuredOutput,
        _ when request.PromptTokens > options.ContextTokens => LoopbackFault.TooLong,
        _ => options.Faults(request),
    };

    private LoopbackAnswer Answer(LoopbackRequest request, LoopbackFault fault)
    {
        var text = options.Answerer.TryAnswer(request) ?? (request.Schema is { } schema ? SchemaFiller.Fill(schema) : "OK");
        text = AnswerSpoiler.Spoil(text, fault, request.Schema);
        var limit = request.MaxTokens is { } most && LoopbackTokens.Count(text) > most ? most * 4 : (int?)null;
        return new LoopbackAnswer(limit is { } cut ? text[..cut] : text, End(fault, limit is not null), fault is LoopbackFault.ResetMidAnswer, fault is LoopbackFault.ErrorMidStream);
    }

    private static AnswerEnd End(LoopbackFault fault, bool cut) => fault switch
    {
        LoopbackFault.Truncated => AnswerEnd.Length,
        LoopbackFault.ContentFilter => AnswerEnd.ContentFilter,
        LoopbackFault.Refusal => AnswerEnd.Refusal,
        _ => cut ? AnswerEnd.Length : AnswerEnd.Stop,
    };
}
