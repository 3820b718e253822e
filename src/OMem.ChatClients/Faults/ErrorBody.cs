using System.Text.Json;

namespace OMem.ChatClients;

/// <summary>What the body of an error says: <c>{"error": {"message", "type", "code", "param"}}</c>, <c>{"error": "message"}</c> and their kin.</summary>
internal sealed class ErrorBody
{
    private const int MaxDepth = 16;
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth };

    private readonly List<string> _codes = [];
    private string _message = "";

    /// <summary>Whether it is JSON that has an error in it.</summary>
    public bool IsJsonError { get; private init; }

    /// <summary>The status a gateway put into the body.</summary>
    public int? Status { get; private set; }

    /// <summary>The parameter at fault; null when it is not said.</summary>
    public string? Parameter { get; private set; }

    public static ErrorBody Read(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Options);
            var root = document.RootElement;
            if (root.ValueKind is JsonValueKind.Object)
            {
                var error = new ErrorBody
                {
                    IsJsonError = root.TryGetProperty("error", out var inner) || root.TryGetProperty("detail", out inner) || root.TryGetProperty("message", out inner),
                };
                error.Take(inner.ValueKind is JsonValueKind.Object ? inner : root);
                if (inner.ValueKind is JsonValueKind.String)
                {
                    error._message = inner.GetString()!;
                }

                return error;
            }
        }
        catch (JsonException)
        {
            // Not JSON: the words themselves are the message.
        }
        catch (InvalidOperationException)
        {
            // A text in it breaks off in the middle of a character.
        }

        return new ErrorBody { _message = body };
    }

    /// <summary>Whether it bears one of these codes.</summary>
    public bool Is(params ReadOnlySpan<string> codes)
    {
        foreach (var code in codes)
        {
            if (_codes.Contains(code, StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether its message holds these words.</summary>
    public bool Says(string words) => _message.Contains(words, StringComparison.OrdinalIgnoreCase);

    private void Take(JsonElement error)
    {
        foreach (var property in error.EnumerateObject())
        {
            if (property.Value.ValueKind is JsonValueKind.Number && property.Name is "code" or "status" && property.Value.TryGetInt32(out var status))
            {
                Status = status;
            }
            else if (property.Value.ValueKind is JsonValueKind.String)
            {
                Take(property.Name, property.Value.GetString()!);
            }
            else if (property.Value.ValueKind is JsonValueKind.Object && property.Name is "innererror")
            {
                Take(property.Value);
            }
        }
    }

    private void Take(string name, string value)
    {
        switch (name)
        {
            case "message" or "error":
                _message = value;
                break;
            case "param":
                Parameter = value;
                break;
            case "code" or "type":
                _codes.Add(value);
                break;
        }
    }
}
