using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace OMem.LoopbackModel.Protocol;

/// <summary>Ollama's own API, as far as chat clients use it.</summary>
internal sealed class OllamaProtocol : ModelProtocol
{
    private const string Created = "2025-06-15T15:06:40Z";

    public override LoopbackRequest Read(JsonElement body, long number)
    {
        var messages = MessagesOf(body);
        var options = body.TryGetProperty("options", out var given) && given.ValueKind is JsonValueKind.Object ? given : default(JsonElement?);
        return new LoopbackRequest
        {
            Number = number,
            Model = body.GetProperty("model").GetString()!,
            Messages = messages,
            Schema = body.TryGetProperty("format", out var format) && format.ValueKind is JsonValueKind.Object ? format.Clone() : null,
            Stream = !body.TryGetProperty("stream", out var stream) || stream.ValueKind is not JsonValueKind.False,
            MaxTokens = options?.TryGetProperty("num_predict", out var most) is true ? most.GetInt32() : null,
            Temperature = options?.TryGetProperty("temperature", out var temperature) is true ? temperature.GetDouble() : null,
            PromptTokens = LoopbackTokens.Count(messages),
        };
    }

    public override Task WriteAsync(HttpContext context, LoopbackRequest request, LoopbackAnswer answer, bool usage)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        var text = Line(request, answer.Text, answer, usage).ToJsonString();
        return answer.Breaks ? BreakAsync(context, text[..(text.Length / 2)]) : context.Response.WriteAsync(text);
    }

    public override async Task StreamAsync(HttpContext context, LoopbackRequest request, LoopbackAnswer answer, bool usage)
    {
        context.Response.ContentType = "application/x-ndjson";
        foreach (var piece in answer.Pieces())
        {
            await context.Response.WriteAsync(Line(request, piece, null, usage: false).ToJsonString() + "\n");
            await context.Response.Body.FlushAsync();
        }

        if (answer.Breaks)
        {
            context.Abort();
            return;
        }

        if (answer.Fails)
        {
            await context.Response.WriteAsync("""{"error":"an error was encountered while running the model"}""" + "\n");
            return;
        }

        await context.Response.WriteAsync(Line(request, "", answer, usage).ToJsonString() + "\n");
    }

    public override Task WriteErrorAsync(HttpContext context, int status, string type, string? code, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(new JsonObject { ["error"] = message }.ToJsonString());
    }

    public override Task WriteModelsAsync(HttpContext context, IReadOnlyList<string> models)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        var list = models.Select(model => (JsonNode)new JsonObject
        {
            ["name"] = model, ["model"] = model, ["modified_at"] = Created, ["size"] = 1, ["digest"] = "0", ["details"] = new JsonObject(),
        });
        return context.Response.WriteAsync(new JsonObject { ["models"] = new JsonArray([.. list]) }.ToJsonString());
    }

    /// <summary>A line of the answer; the last one says how it ended.</summary>
    private static JsonObject Line(LoopbackRequest request, string text, LoopbackAnswer? ended, bool usage)
    {
        var line = new JsonObject
        {
            ["model"] = request.Model,
            ["created_at"] = Created,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text },
            ["done"] = ended is not null,
        };
        if (ended is not null)
        {
            line["done_reason"] = ended.End is AnswerEnd.Length ? "length" : "stop";
        }

        if (ended is not null && usage)
        {
            line["prompt_eval_count"] = request.PromptTokens;
            line["eval_count"] = ended.Tokens;
        }

        return line;
    }

    private static async Task BreakAsync(HttpContext context, string half)
    {
        context.Response.ContentLength = half.Length * 4;
        await context.Response.WriteAsync(half);
        await context.Response.Body.FlushAsync();
        context.Abort();
    }
}
