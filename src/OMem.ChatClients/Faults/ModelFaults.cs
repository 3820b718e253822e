using System.ClientModel;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OllamaSharp.Models.Exceptions;

namespace OMem.ChatClients;

/// <summary>Tells the faults of model clients apart. Messages never hold a key, a prompt or an answer, and neither do inner exceptions.</summary>
public static class ModelFaults
{
    /// <summary>What an exception of the OpenAI library, of OllamaSharp or of HTTP means; null when it is none of theirs, such as the caller's own cancellation.</summary>
    /// <param name="fault">The exception.</param>
    /// <param name="endpoint">Where the model is, to be named in the message; null when it is not known.</param>
    /// <param name="model">What it is called; null when it is not known.</param>
    /// <param name="time">The clock, for a <c>Retry-After</c> that is a date.</param>
    public static ModelException? Of(Exception fault, Uri? endpoint = null, string? model = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return Of(fault, ModelPlace.Of(endpoint, model), time ?? TimeProvider.System);
    }

    /// <summary>What is wrong with an answer as a whole: truncated, refused or empty; null when it has words and ended by itself.</summary>
    /// <remarks>Whether the words are the JSON asked for is for the caller to see.</remarks>
    public static ModelException? OfResponse(ChatResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (response.FinishReason == ChatFinishReason.ContentFilter || response.Messages.Any(IsRefusal))
        {
            return new ModelException(ModelFault.Refused, "The model declined, or a content filter stopped it.");
        }

        if (response.FinishReason == ChatFinishReason.Length)
        {
            return new ModelException(ModelFault.Truncated, "The answer ended at the token limit before it was complete.");
        }

        return string.IsNullOrWhiteSpace(response.Text) ? new ModelException(ModelFault.InvalidAnswer, "The answer is empty.") : null;
    }

    internal static ModelException? Of(Exception fault, ModelPlace about, TimeProvider time) => fault switch
    {
        ModelException known => known,
        AggregateException { InnerExceptions.Count: > 0 } many => Of(many.InnerExceptions[^1], about, time),
        ClientResultException { Status: > 0 } answered => OfResult(answered, about, time),
        ClientResultException { InnerException: { } cause } => Of(cause, about, time) ?? Unreachable(about, "the connection failed"),
        ClientResultException => Unreachable(about, "the connection failed"),
        OllamaException ollama => OfOllama(ollama, about),
        HttpRequestException { StatusCode: { } status } => HttpFault.Of((int)status, "", null, about),
        HttpRequestException http => Unreachable(about, Describe(http)),
        TimeoutException or TaskCanceledException { InnerException: TimeoutException } => TimedOut(about),
        IOException => Unreachable(about, "the connection broke off"),
        JsonException => HttpFault.NoModel("something that is not the JSON of a chat completion", about),
        _ => null,
    };

    internal static ModelException TimedOut(ModelPlace about) =>
        new(ModelFault.TimedOut, $"{about.Endpoint} gave no answer within the time limit.");

    private static bool IsRefusal(ChatMessage message) =>
        message.Contents.OfType<ErrorContent>().Any(error => error.ErrorCode is "Refusal" || error.Message is { Length: > 0 });

    private static ModelException OfResult(ClientResultException fault, ModelPlace about, TimeProvider time)
    {
        var response = fault.GetRawResponse();
        if (response is null)
        {
            return HttpFault.Of(fault.Status, "", null, about);
        }

        var wait = RetryAfterValue.Read(name => response.Headers.TryGetValue(name, out var value) ? value : null, time.GetUtcNow());
        return fault.Status is >= 200 and < 300
            ? HttpFault.NoModel("something that is not the JSON of a chat completion", about)
            : HttpFault.Of(fault.Status, Body(response), wait, about);
    }

    private static string Body(System.ClientModel.Primitives.PipelineResponse response)
    {
        try
        {
            return response.Content.ToString();
        }
        catch (InvalidOperationException)
        {
            // The body was never buffered.
            return "";
        }
    }

    private static ModelException OfOllama(OllamaException fault, ModelPlace about)
    {
        var body = ErrorBody.Read(fault.Message);
        return body switch
        {
            _ when TooLongWords.Speak(body) => new(ModelFault.TooLong, $"The prompt does not fit the context window of {about.Model}."),
            _ when body.Says("not found") => new(ModelFault.Rejected, $"{about.Endpoint} does not know {about.Model}."),
            _ => new(ModelFault.ServerError, $"{about.Endpoint} failed."),
        };
    }

    private static ModelException Unreachable(ModelPlace about, string why) =>
        new(ModelFault.Unreachable, $"{about.Endpoint} cannot be reached: {why}.");

    private static string Describe(HttpRequestException fault) => fault.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "there is no such host",
        HttpRequestError.ConnectionError => "nothing listens there, or the network is down",
        HttpRequestError.SecureConnectionError => "the secure connection could not be made; check its certificate, or whether it is http",
        HttpRequestError.ResponseEnded => "the connection broke off",
        HttpRequestError.InvalidResponse => "it does not speak HTTP",
        HttpRequestError.ProxyTunnelError => "the proxy refused",
        HttpRequestError.ConfigurationLimitExceeded => "its answer is too large",
        _ => "the connection failed",
    };
}
