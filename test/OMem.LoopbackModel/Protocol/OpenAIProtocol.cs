using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace OMem.LoopbackModel.Protocol;

/// <summary>OpenAI chat completions.</summary>
internal sealed class OpenAIProtocol : ModelProtocol
{
    // A fixed time: the same request gets the same bytes.
    private const long Created = 1_750_000_000;

    public override LoopbackRequest Read(JsonElement body, long number)
    {
        var messages = MessagesOf(body);
        return new LoopbackRequest
        {
            Number = number,
            Model = body.GetProperty("model").GetString()!,
            Messages = messages,
            Schema = body.TryGetProperty("response_format", out var format) && format.TryGetProperty("json_schema", out var schema)
                ? schema.GetProperty("schema").Clone() : null,
            Stream = body.TryGetProperty("stream", out var stream) && stream.GetBoolean(),
            MaxTokens = Number(body, "max_completion_tokens") ?? Number(body, "max_tokens"),
            Temperature = body.TryGetProperty("temperature", out var temperature) ? temperature.GetDouble() : null,
            PromptTokens = LoopbackTokens.Count(messages),
        };
    }

    public override async Task WriteAsync(HttpContext context, LoopbackRequest request, LoopbackAnswer answer, bool usage)
    {
        var refused = answer.End is AnswerEnd.Refusal;
        var body = Envelope(request, "chat.completion");
        body["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject
            {
                ["role"] = "assistant", ["content"] = refused ? null : answer.Text, ["refusal"] = refused ? "I cannot help with that." : null,
            },
            ["finish_reason"] = Reason(answer.End),
        });
        if (usage)
        {
            body["usage"] = Usage(request, answer);
        }

        var text = body.ToJsonString();
        context.Response.ContentType = "application/json";
        if (answer.Breaks)
        {
            context.Response.ContentLength = text.Length * 4;
            await context.Response.WriteAsync(text[..(text.Length / 2)]);
            await context.Response.Body.FlushAsync();
            context.Abort();
            return;
        }

        await context.Response.WriteAsync(text);
    }

    public override async Task StreamAsync(HttpContext context, LoopbackRequest request, LoopbackAnswer answer, bool usage)
    {
        context.Response.ContentType = "text/event-stream";
        var first = new JsonObject { ["role"] = "assistant", ["content"] = "" };
        await SendAsync(context, Chunk(request, first, null));
        if (answer.End is AnswerEnd.Refusal)
        {
            await SendAsync(context, Chunk(request, new JsonObject { ["refusal"] = "I cannot help with that." }, null));
        }
        else
        {
            foreach (var piece in answer.Pieces())
            {
                await SendAsync(context, Chunk(request, new JsonObject { ["content"] = piece }, null));
            }
        }

        if (answer.Breaks)
        {
            context.Abort();
            return;
        }

        if (answer.Fails)
        {
            await SendAsync(context, new JsonObject { ["error"] = new JsonObject { ["message"] = "The engine died.", ["type"] = "server_error", ["code"] = 500 } });
            return;
        }

        await SendAsync(context, Chunk(request, [], Reason(answer.End)));
        if (usage)
        {
            var last = Envelope(request, "chat.completion.chunk");
            last["choices"] = new JsonArray();
            last["usage"] = Usage(request, answer);
            await SendAsync(context, last);
        }

        await context.Response.WriteAsync("data: [DONE]\n\n");
    }

    public override Task WriteErrorAsync(HttpContext context, int status, string type, string? code, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        var error = new JsonObject { ["message"] = message, ["type"] = type, ["param"] = null, ["code"] = code };
        return context.Response.WriteAsync(new JsonObject { ["error"] = error }.ToJsonString());
    }

    public override Task WriteModelsAsync(HttpContext context, IReadOnlyList<string> models)
    {
        context.Response.ContentType = "application/json";
        var list = models.Select(model => (JsonNode)new JsonObject { ["id"] = model, ["object"] = "model", ["created"] = Created, ["owned_by"] = "loopback" });
        return context.Response.WriteAsync(new JsonObject { ["object"] = "list", ["data"] = new JsonArray([.. list]) }.ToJsonString());
    }

    private static int? Number(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number ? value.GetInt32() : null;

    private static JsonObject Envelope(LoopbackRequest request, string kind) => new()
    {
        ["id"] = string.Create(CultureInfo.InvariantCulture, $"chatcmpl-{request.Number}"), ["object"] = kind, ["created"] = Created, ["model"] = request.Model,
    };

    private static JsonObject Chunk(LoopbackRequest request, JsonObject delta, string? reason)
    {
        var chunk = Envelope(request, "chat.completion.chunk");
        chunk["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = reason });
        return chunk;
    }

    private static JsonObject Usage(LoopbackRequest request, LoopbackAnswer answer) => new()
    {
        ["prompt_tokens"] = request.PromptTokens, ["completion_tokens"] = answer.Tokens, ["total_tokens"] = request.PromptTokens + answer.Tokens,
    };

    private static string Reason(AnswerEnd end) => end switch
    {
        AnswerEnd.Length => "length",
        AnswerEnd.ContentFilter => "content_filter",
        _ => "stop",
    };

    private static async Task SendAsync(HttpContext context, JsonObject chunk)
    {
        await context.Response.WriteAsync($"data: {chunk.ToJsonString()}\n\n");
        await context.Response.Body.FlushAsync();
    }
}
