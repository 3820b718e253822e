using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace OMem.ChatClients;

/// <summary>
/// What makes two requests the same: the model, the messages and the options that change an answer, as canonical JSON, and its SHA-256.
/// Whether it is streamed, ids of messages and options of ours (<c>omem.</c>) do not matter.
/// </summary>
internal sealed class ExchangeKey
{
    private const int ShownCharacters = 200;

    // Fixed: the key is a promise to files written earlier.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = false };

    private ExchangeKey(byte[] json, string promptStart)
    {
        Json = json;
        Hash = Convert.ToHexStringLower(SHA256.HashData(json));
        PromptStart = promptStart;
    }

    /// <summary>The canonical JSON, UTF-8.</summary>
    public byte[] Json { get; }

    /// <summary>Its SHA-256, 64 hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>The first 200 characters of the prompt, on one line.</summary>
    public string PromptStart { get; }

    public static ExchangeKey Of(IEnumerable<ChatMessage> messages, ChatOptions? options, string? defaultModel)
    {
        var list = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            writer.WriteStartObject();
            writer.WriteString("model", options?.ModelId ?? defaultModel ?? "");
            WriteOptions(writer, options ?? new ChatOptions());
            writer.WriteStartArray("messages");
            foreach (var message in list)
            {
                WriteMessage(writer, message);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return new ExchangeKey(buffer.ToArray(), Start(options?.Instructions ?? (list.Count > 0 ? list[0].Text : "")));
    }

    private static void WriteMessage(Utf8JsonWriter writer, ChatMessage message)
    {
        writer.WriteStartObject();
        writer.WriteString("role", message.Role.Value);
        if (message.AuthorName is not null)
        {
            writer.WriteString("author", message.AuthorName);
        }

        if (message.Contents.All(content => content is TextContent))
        {
            writer.WriteString("text", message.Text);
        }
        else
        {
            writer.WritePropertyName("contents");
            JsonSerializer.Serialize(writer, message.Contents, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(IList<AIContent>)));
        }

        writer.WriteEndObject();
    }

    private static void WriteOptions(Utf8JsonWriter writer, ChatOptions options)
    {
        WriteText(writer, "instructions", options.Instructions);
        WriteNumber(writer, "temperature", options.Temperature);
        WriteNumber(writer, "topP", options.TopP);
        WriteNumber(writer, "topK", options.TopK);
        WriteNumber(writer, "frequencyPenalty", options.FrequencyPenalty);
        WriteNumber(writer, "presencePenalty", options.PresencePenalty);
        WriteNumber(writer, "maxOutputTokens", options.MaxOutputTokens);
        WriteNumber(writer, "seed", options.Seed);
        WriteText(writer, "reasoning", options.Reasoning?.Effort?.ToString());
        if (options.StopSequences is { Count: > 0 } stops)
        {
            writer.WriteStartArray("stop");
            foreach (var stop in stops)
            {
                writer.WriteStringValue(stop);
            }

            writer.WriteEndArray();
        }

        WriteFormat(writer, options.ResponseFormat);
        WriteTools(writer, options);
        WriteMore(writer, options.AdditionalProperties);
    }

    private static void WriteFormat(Utf8JsonWriter writer, ChatResponseFormat? format)
    {
        if (format is ChatResponseFormatJson json)
        {
            writer.WriteStartObject("format");
            WriteText(writer, "name", json.SchemaName);
            if (json.Schema is { } schema)
            {
                writer.WritePropertyName("schema");
                schema.WriteTo(writer);
            }

            writer.WriteEndObject();
        }
    }

    private static void WriteTools(Utf8JsonWriter writer, ChatOptions options)
    {
        if (options.Tools is not { Count: > 0 } tools)
        {
            return;
        }

        writer.WriteStartArray("tools");
        foreach (var tool in tools)
        {
            writer.WriteStartObject();
            writer.WriteString("name", tool.Name);
            writer.WriteString("description", tool.Description);
            if (tool is AIFunctionDeclaration function)
            {
                writer.WritePropertyName("schema");
                function.JsonSchema.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteText(writer, "toolMode", options.ToolMode is RequiredChatToolMode required ? $"required {required.RequiredFunctionName}".TrimEnd() : options.ToolMode is NoneChatToolMode ? "none" : null);
    }

    private static void WriteMore(Utf8JsonWriter writer, AdditionalPropertiesDictionary? more)
    {
        foreach (var (name, value) in (more ?? []).Where(pair => !pair.Key.StartsWith("omem.", StringComparison.Ordinal)).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.WriteString($"+{name}", Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, float? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    private static string Start(string prompt)
    {
        var start = new StringBuilder(ShownCharacters);
        foreach (var rune in prompt.EnumerateRunes())
        {
            if (start.Length + rune.Utf16SequenceLength > ShownCharacters)
            {
                break;
            }

            start.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return start.ToString();
    }
}
