using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace OMem.Models;

/// <summary>Reads a JSON answer: as it should be, else from within code fences and prose, else what can be salvaged.</summary>
internal static class AnswerReader
{
    private const int MostAttempts = 16;

    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The answer.</summary>
    /// <exception cref="ModelException">There is no JSON object of the shape in it.</exception>
    public static T Read<T>(ChatResponse<T> response, ModelCall<T> call)
        where T : class
    {
        try
        {
            if (response.TryGetResult(out var result) && result is not null)
            {
                return result;
            }
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or NotSupportedException)
        {
            // What the strict reader cannot take, the tolerant one may.
        }

        return Tolerate(response.Text, call) ?? throw new ModelException(ModelFault.InvalidAnswer, "The model's answer is not the JSON that was asked for.");
    }

    private static T? Tolerate<T>(string text, ModelCall<T> call)
        where T : class
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var attempts = 0;
        for (var at = 0; at < bytes.Length && attempts < MostAttempts; at++)
        {
            if (bytes[at] != (byte)'{')
            {
                continue;
            }

            attempts++;
            if (Parse(bytes.AsSpan(at), out var consumed) is not { } element)
            {
                continue;
            }

            if (Shape(element, call) is { } value)
            {
                return value;
            }

            at += consumed - 1;
        }

        return null;
    }

    private static T? Shape<T>(JsonElement element, ModelCall<T> call)
        where T : class
    {
        if (call.Salvage is not null)
        {
            return call.Salvage(element);
        }

        try
        {
            return (T?)JsonSerializer.Deserialize(Plain(element), call.Json.GetTypeInfo(typeof(T)));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? Parse(ReadOnlySpan<byte> json, out int consumed)
    {
        consumed = 0;
        var reader = new Utf8JsonReader(json, Lenient);
        try
        {
            var element = JsonElement.ParseValue(ref reader);
            consumed = (int)reader.BytesConsumed;
            return element;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Written anew, without the comments and trailing commas that strict options do not take.</summary>
    private static byte[] Plain(JsonElement element)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            element.WriteTo(writer);
        }

        return buffer.ToArray();
    }
}
