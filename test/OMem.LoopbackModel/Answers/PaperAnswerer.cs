using System.Text.Json;
using System.Text.Json.Nodes;

namespace OMem.LoopbackModel;

/// <summary>
/// Answers the prompts of the published method: understands a message as <see cref="ReadingAnswerer"/> does, ignores what is in the list word
/// for word and adds all else, and merges by joining. Plausible in form and length, not in quality.
/// </summary>
internal sealed class PaperAnswerer(ILoopbackAnswerer reading) : ILoopbackAnswerer
{
    public string? TryAnswer(LoopbackRequest request)
    {
        var input = Input(request.Messages.FirstOrDefault(static message => message.Role is "user")?.Text ?? "");
        return input switch
        {
            null => null,
            _ when Text(input, "kind") is not null && Text(input, "new") is { } added && input["known"] is JsonArray known => Route(added, known),
            _ when Text(input, "subject") is not null && input["attributes"] is JsonArray attributes => Merge(attributes),
            _ when Text(input, "speaker") is { } speaker && Text(input, "at") is { } at && Text(input, "text") is { } text => Understand(request, speaker, at, text),
            _ => null,
        };
    }

    private string? Understand(LoopbackRequest request, string speaker, string at, string text)
    {
        var message = new JsonObject
        {
            ["n"] = 1, ["speaker"] = speaker, ["role"] = "person", ["at"] = $"{at} +00:00", ["text"] = text,
        };
        var asked = new JsonObject { ["context"] = new JsonArray(), ["messages"] = new JsonArray(message) };
        if (reading.TryAnswer(request with { Messages = [new LoopbackMessage("user", asked.ToJsonString())] }) is not { } answer)
        {
            return null;
        }

        var read = JsonNode.Parse(answer)!;
        return new JsonObject
        {
            ["topic"] = read["topics"]!.AsArray().FirstOrDefault()?["label"]?.GetValue<string>() ?? "",
            ["attitude"] = "mixed",
            ["reason"] = "",
            ["facts"] = Texts(read["facts"]!),
            ["attributes"] = Texts(read["attributes"]!),
        }.ToJsonString();
    }

    private static string Route(string added, JsonArray known)
    {
        var same = known.FirstOrDefault(entry => string.Equals(entry!["text"]!.GetValue<string>(), added, StringComparison.OrdinalIgnoreCase));
        return new JsonObject { ["action"] = same is null ? "add" : "ignore", ["target"] = same?["id"]?.DeepClone() }.ToJsonString();
    }

    private static string Merge(JsonArray attributes) => new JsonObject
    {
        ["attributes"] = new JsonArray(new JsonObject
        {
            ["aspect"] = "interests",
            ["text"] = string.Join("; ", attributes.Select(static attribute => attribute!.GetValue<string>())),
        }),
    }.ToJsonString();

    private static JsonArray Texts(JsonNode items) => [.. items.AsArray().Select(static item => item!["text"]!.DeepClone())];

    private static string? Text(JsonObject input, string field) => input[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject? Input(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
