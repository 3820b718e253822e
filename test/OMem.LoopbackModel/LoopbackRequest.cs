using System.Text.Json;

namespace OMem.LoopbackModel;

/// <summary>A message of a request.</summary>
/// <param name="Role"><c>system</c>, <c>user</c>, <c>assistant</c> or <c>tool</c>.</param>
/// <param name="Text">Its text; parts are joined.</param>
public sealed record LoopbackMessage(string Role, string Text);

/// <summary>A request for an answer.</summary>
public sealed record LoopbackRequest
{
    /// <summary>Its place among the requests of the server, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>The model asked for.</summary>
    public required string Model { get; init; }

    /// <summary>The messages, in order.</summary>
    public required IReadOnlyList<LoopbackMessage> Messages { get; init; }

    /// <summary>The JSON schema that the answer has to follow; null for free text.</summary>
    public JsonElement? Schema { get; init; }

    /// <summary>Whether the answer is streamed.</summary>
    public bool Stream { get; init; }

    /// <summary>The most tokens of the answer; null for no limit.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>The temperature; null when it was not given.</summary>
    public double? Temperature { get; init; }

    /// <summary>Tokens of the messages, as <see cref="LoopbackTokens"/> counts.</summary>
    public int PromptTokens { get; init; }

    /// <summary>All messages as one text.</summary>
    public string Prompt => string.Join('\n', Messages.Select(message => $"{message.Role}: {message.Text}"));

    /// <summary>The data of the prompt: the last message of the user that is JSON, else the last one. A client without structured output adds one about the form.</summary>
    public string Input =>
        Messages.LastOrDefault(static message => message.Role is "user" && message.Text.StartsWith('{'))?.Text ?? Last("user");

    /// <summary>The last message of a role; empty when there is none.</summary>
    public string Last(string role) => Messages.LastOrDefault(message => string.Equals(message.Role, role, StringComparison.Ordinal))?.Text ?? "";
}
