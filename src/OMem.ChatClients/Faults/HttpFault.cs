using System.Net;
using System.Text.Json;

namespace OMem.ChatClients;

/// <summary>Tells what an HTTP answer that is no answer of a model means. Of its body only known codes are used: it may quote a key or a prompt.</summary>
internal static class HttpFault
{
    private const string PathAdvice = "Check the address and its path, often '/v1'.";

    /// <summary>The fault.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body, or its start.</param>
    /// <param name="retryAfter">How long the endpoint asks to wait.</param>
    /// <param name="about">What was asked.</param>
    public static ModelException Of(int status, string body, TimeSpan? retryAfter, ModelPlace about)
    {
        var error = ErrorBody.Read(body);
        if (status is 400 or 413 or 422 or 500 && TooLongWords.Speak(error))
        {
            return new ModelException(ModelFault.TooLong, $"The prompt does not fit the context window of {about.Model} (HTTP {status}).");
        }

        if (error.Is("content_filter", "content_policy_violation"))
        {
            return new ModelException(ModelFault.Refused, $"The content filter of {about.Endpoint} stopped the prompt (HTTP {status}).");
        }

        if (error.Is("insufficient_quota", "billing_hard_limit_reached"))
        {
            return new ModelException(ModelFault.Rejected, $"The account's quota at {about.Endpoint} is used up (HTTP {status}).");
        }

        return status switch
        {
            401 or 403 or 407 => new(ModelFault.Unauthorized, $"{about.Endpoint} does not accept the key (HTTP {status}). {about.KeyAdvice}"),
            404 => NotFound(error, about),
            405 or 501 or 505 => new(ModelFault.Rejected, $"{about.Endpoint} has no chat completions at this path (HTTP {status}). {PathAdvice}"),
            408 => new(ModelFault.TimedOut, $"{about.Endpoint} waited too long (HTTP 408).") { RetryAfter = retryAfter },
            413 => new(ModelFault.TooLong, $"The prompt is too large for {about.Endpoint} (HTTP 413)."),
            429 => new(ModelFault.RateLimited, $"{about.Endpoint} gets too many requests (HTTP 429).") { RetryAfter = retryAfter },
            >= 500 => new(ModelFault.ServerError, $"{about.Endpoint} failed (HTTP {status}).") { RetryAfter = retryAfter },
            >= 300 and < 400 => new(ModelFault.Rejected, $"{about.Endpoint} redirects elsewhere (HTTP {status}). Give the address it redirects to."),
            _ => Rejected(status, error, about),
        };
    }

    /// <summary>An answer that no chat endpoint gives.</summary>
    public static ModelException NoModel(string what, ModelPlace about) =>
        new(ModelFault.Rejected, $"{about.Endpoint} is not the endpoint of a language model: it answered {what}. Check the address and its path.");

    private static ModelException NotFound(ErrorBody error, ModelPlace about) => error.IsJsonError
        ? new(ModelFault.Rejected, $"{about.Endpoint} does not know {about.Model} (HTTP 404).")
        : new(ModelFault.Rejected, $"{about.Endpoint} has no chat completions at this path (HTTP 404). {PathAdvice}");

    private static ModelException Rejected(int status, ErrorBody error, ModelPlace about)
    {
        if (error.Is("model_not_found", "DeploymentNotFound") || error.Says("model not found") || error.Says("unknown model"))
        {
            return new ModelException(ModelFault.Rejected, $"{about.Endpoint} does not know {about.Model} (HTTP {status}).");
        }

        var option = UnsupportedOptions.In(error);
        return new ModelException(ModelFault.Rejected, option is null
            ? $"{about.Endpoint} rejects the request to {about.Model} (HTTP {status})."
            : $"{about.Model} does not support '{option}' (HTTP {status}).")
        {
            UnsupportedOption = option,
        };
    }
}
