using System.Net;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Polly.Timeout;

namespace OMem.Models;

/// <summary>What clients throw and models answer, as a <see cref="ModelException"/>. Messages name the fault, never the content.</summary>
internal static class ModelFaults
{
    /// <summary>Words by which endpoints say that the form of the answer cannot be asked for.</summary>
    private static readonly string[] FormatWords = ["response_format", "response format", "json_schema", "json schema", "json_object", "structured output", "guided_json", "grammar"];

    /// <summary>Words by which endpoints say that the prompt is too long.</summary>
    private static readonly string[] LengthWords = ["context_length", "context length", "context window", "maximum context", "too many tokens", "prompt is too long"];

    /// <summary>An exception of a client, other than a cancellation by the caller.</summary>
    public static ModelException From(Exception exception) => exception switch
    {
        ModelException known => known,
        HttpRequestException { StatusCode: { } status } http => FromStatus(status, http),
        HttpRequestException or IOException => new ModelException(ModelFault.Unreachable, "The model endpoint cannot be reached.", exception),
        TimeoutRejectedException or TimeoutException or OperationCanceledException =>
            new ModelException(ModelFault.TimedOut, "The model gave no answer within the time limit.", exception),
        JsonException => new ModelException(ModelFault.InvalidAnswer, "What the model endpoint answered cannot be read.", exception),
        _ => new ModelException(ModelFault.ServerError, $"The model client failed ({exception.GetType().Name}).", exception),
    };

    /// <summary>The fault of an answer that came; null when it ended as it should and says something.</summary>
    public static ModelException? Of(ChatResponse response)
    {
        if (response.FinishReason == ChatFinishReason.Length)
        {
            return new ModelException(ModelFault.Truncated, "The model's answer was cut off at its length limit.");
        }

        if (response.FinishReason == ChatFinishReason.ContentFilter || response.Messages.Any(message => message.Contents.Any(content => content is ErrorContent)))
        {
            return new ModelException(ModelFault.Refused, "The model declined to answer, or a content filter stopped it.");
        }

        return string.IsNullOrWhiteSpace(response.Text) ? new ModelException(ModelFault.InvalidAnswer, "The model's answer is empty.") : null;
    }

    /// <summary>Whether the endpoint refused the request because of the form of answer asked for.</summary>
    public static bool IsAboutFormat(ModelException fault) => fault.Fault is ModelFault.Rejected && (fault.UnsupportedOption is "response_format" || Says(fault, FormatWords));

    private static ModelException FromStatus(HttpStatusCode status, HttpRequestException http)
    {
        var fault = (int)status switch
        {
            401 or 403 => ModelFault.Unauthorized,
            408 => ModelFault.TimedOut,
            413 => ModelFault.TooLong,
            429 => ModelFault.RateLimited,
            501 or 505 => ModelFault.Rejected,
            >= 500 => ModelFault.ServerError,
            _ => Says(http, LengthWords) ? ModelFault.TooLong : ModelFault.Rejected,
        };
        return new ModelException(fault, $"The model endpoint answered {(int)status}.", http);
    }

    private static bool Says(Exception exception, string[] words)
    {
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (Array.Exists(words, word => inner.Message.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }
}
