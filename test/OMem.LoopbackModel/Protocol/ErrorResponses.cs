using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace OMem.LoopbackModel.Protocol;

/// <summary>Answers that are no answers, in the words of real servers.</summary>
internal static class ErrorResponses
{
    private const string Invalid = "invalid_request_error";
    private const string Page = "<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>";

    /// <summary>Writes what the fault asks for; false when the request has to be answered.</summary>
    public static async Task<bool> TryWriteAsync(
        HttpContext context, ModelProtocol protocol, LoopbackOptions options, LoopbackRequest request, LoopbackFault fault)
    {
        switch (fault)
        {
            case LoopbackFault.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
                return true;
            case LoopbackFault.Reset:
                context.Abort();
                return true;
            case LoopbackFault.Html:
                return await WriteAsync(context, StatusCodes.Status200OK, "text/html; charset=utf-8", Page);
            case LoopbackFault.BadGateway:
                return await WriteAsync(context, StatusCodes.Status502BadGateway, "text/html", Page);
            case LoopbackFault.OtherShape:
                return await WriteAsync(context, StatusCodes.Status200OK, "application/json", """{"status":"up","version":"1.4"}""");
            case LoopbackFault.BrokenBody:
                return await WriteAsync(context, StatusCodes.Status200OK, "application/json", """{"id":"chatcmpl-1","object":"chat.completion","choices":[{"in""");
            case LoopbackFault.ErrorInBody:
                return await WriteAsync(context, StatusCodes.Status200OK, "application/json", """{"error":{"message":"Provider returned error","code":502}}""");
            case LoopbackFault.Redirect:
                context.Response.Headers.Location = "http://127.0.0.1:9/elsewhere";
                context.Response.StatusCode = StatusCodes.Status302Found;
                return true;
            case LoopbackFault.RateLimited or LoopbackFault.Unavailable or LoopbackFault.QuotaUsedUp when options.RetryAfter is not null:
                context.Response.Headers.RetryAfter = options.RetryAfter;
                break;
        }

        if (Error(options, context, request, fault) is not { } error)
        {
            return await TemperatureAsync(context, protocol, options, request);
        }

        await protocol.WriteErrorAsync(context, error.Status, error.Type, error.Code, error.Message);
        return true;
    }

    private static (int Status, string Type, string? Code, string Message)? Error(
        LoopbackOptions options, HttpContext context, LoopbackRequest request, LoopbackFault fault) => fault switch
    {
        LoopbackFault.RateLimited => (429, "requests", "rate_limit_exceeded", "Rate limit reached for requests."),
        LoopbackFault.QuotaUsedUp => (429, "insufficient_quota", "insufficient_quota", "You exceeded your current quota, please check your plan and billing details."),
        LoopbackFault.ErrorMidStream when !request.Stream => (500, "server_error", null, "The engine died."),
        LoopbackFault.ServerError => (500, "server_error", null, "The server had an error while processing your request. Sorry about that!"),
        LoopbackFault.Unavailable => (503, "server_error", null, "The engine is currently overloaded, please try again later."),
        LoopbackFault.Unauthorized => (401, Invalid, "invalid_api_key", $"Incorrect API key provided: {context.Request.Headers.Authorization}."),
        LoopbackFault.UnknownModel => (404, Invalid, "model_not_found", $"The model `{request.Model}` does not exist or you do not have access to it."),
        LoopbackFault.TooLong => (400, Invalid, options.TooLongMessage is null ? "context_length_exceeded" : null, options.TooLongMessage ?? string.Create(
            CultureInfo.InvariantCulture,
            $"This model's maximum context length is {options.ContextTokens ?? 0} tokens. However, your messages resulted in {request.PromptTokens} tokens. Please reduce the length of the messages.")),
        LoopbackFault.NoStructuredOutput => (400, Invalid, null, "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model."),
        LoopbackFault.FilteredPrompt => (400, Invalid, "content_filter", "The response was filtered due to the prompt triggering the content management policy."),
        _ => null,
    };

    private static async Task<bool> TemperatureAsync(HttpContext context, ModelProtocol protocol, LoopbackOptions options, LoopbackRequest request)
    {
        if (options.AnyTemperature || request.Temperature is null or 1)
        {
            return false;
        }

        await protocol.WriteErrorAsync(
            context, StatusCodes.Status400BadRequest, Invalid, "unsupported_value",
            "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.");
        return true;
    }

    private static async Task<bool> WriteAsync(HttpContext context, int status, string type, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await context.Response.WriteAsync(body);
        return true;
    }
}
