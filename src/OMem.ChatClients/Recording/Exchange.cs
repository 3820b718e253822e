using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace OMem.ChatClients;

/// <summary>A recorded answer: whole, in the pieces in which it was streamed, or the refusal of an option that the model does not support.</summary>
internal sealed record Exchange(ChatResponse? Response, IReadOnlyList<ChatResponseUpdate>? Updates = null, ModelException? Refusal = null)
{
    private const string Format = "omem-exchange/1";

    private static readonly JsonSerializerOptions Json = new(AIJsonUtilities.DefaultOptions);

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>The answer as a whole.</summary>
    /// <exception cref="ModelException">The request was refused.</exception>
    public ChatResponse AsResponse() => Refusal is not null ? throw Refusal : Response ?? Updates!.ToChatResponse();

    /// <summary>The answer in pieces.</summary>
    /// <exception cref="ModelException">The request was refused.</exception>
    public IReadOnlyList<ChatResponseUpdate> AsUpdates() => Refusal is not null ? throw Refusal : Updates ?? Response!.ToChatResponseUpdates();

    /// <summary>Writes a file that a person can read and mend.</summary>
    public void Write(Stream stream, ExchangeKey key)
    {
        using var writer = new Utf8JsonWriter(stream, Writing);
        writer.WriteStartObject();
        writer.WriteString("format", Format);
        writer.WriteString("key", key.Hash);
        writer.WritePropertyName("request");
        using (var request = JsonDocument.Parse(key.Json))
        {
            request.RootElement.WriteTo(writer);
        }

        if (Refusal is not null)
        {
            writer.WriteStartObject("refusal");
            writer.WriteString("unsupportedOption", Refusal.UnsupportedOption);
            writer.WriteString("message", Refusal.Message);
            writer.WriteEndObject();
        }
        else if (Response is not null)
        {
            writer.WritePropertyName("response");
            JsonSerializer.Serialize(writer, Response, Json.GetTypeInfo(typeof(ChatResponse)));
        }
        else
        {
            writer.WriteStartArray("updates");
            foreach (var update in Updates!)
            {
                JsonSerializer.Serialize(writer, update, Json.GetTypeInfo(typeof(ChatResponseUpdate)));
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="JsonException">It is no recorded exchange, or one of another request.</exception>
    public static Exchange Read(byte[] file, string hash)
    {
        using var document = JsonDocument.Parse(file);
        var root = document.RootElement;
        if (root.ValueKind is not JsonValueKind.Object || !Is(root, "format", Format) || !Is(root, "key", hash))
        {
            throw new JsonException("It is not a recorded exchange of this request.");
        }

        if (root.TryGetProperty("refusal", out var refusal))
        {
            return new Exchange(null, Refusal: new ModelException(ModelFault.Rejected, Text(refusal, "message")) { UnsupportedOption = Text(refusal, "unsupportedOption") });
        }

        if (root.TryGetProperty("updates", out var updates) && updates.ValueKind is JsonValueKind.Array)
        {
            var type = Json.GetTypeInfo(typeof(ChatResponseUpdate));
            return new Exchange(null, [.. updates.EnumerateArray().Select(update => Value<ChatResponseUpdate>(update.Deserialize(type)))]);
        }

        return root.TryGetProperty("response", out var response)
            ? new Exchange(Value<ChatResponse>(response.Deserialize(Json.GetTypeInfo(typeof(ChatResponse)))))
            : throw new JsonException("It holds no answer.");
    }

    private static bool Is(JsonElement root, string name, string value) =>
        root.TryGetProperty(name, out var property) && property.ValueKind is JsonValueKind.String && property.ValueEquals(value);

    private static string Text(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var property) ? property.GetString() ?? "" : throw new JsonException("It holds no answer.");

    private static T Value<T>(object? value)
        where T : class => value as T ?? throw new JsonException("It holds no answer.");
}
