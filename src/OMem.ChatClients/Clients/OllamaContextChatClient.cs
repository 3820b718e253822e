using Microsoft.Extensions.AI;

namespace OMem.ChatClients;

/// <summary>Says the size of the context window to Ollama, which would else take a small one and cut what does not fit without a word.</summary>
internal sealed class OllamaContextChatClient(IChatClient inner, int contextTokens) : DelegatingChatClient(inner)
{
    private const string Name = "num_ctx";

    /// <inheritdoc/>
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetResponseAsync(messages, With(options), cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetStreamingResponseAsync(messages, With(options), cancellationToken);

    private ChatOptions With(ChatOptions? options)
    {
        var copy = options?.Clone() ?? new ChatOptions();
        copy.AdditionalProperties ??= [];
        copy.AdditionalProperties.TryAdd(Name, contextTokens);
        return copy;
    }
}
