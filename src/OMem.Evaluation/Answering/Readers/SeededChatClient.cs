using Microsoft.Extensions.AI;

namespace OMem.Evaluation;

/// <summary>Sends a seed with every question: where the model heeds it, another run gives the same answers. Never disposed: the client inside belongs to whoever made it.</summary>
internal sealed class SeededChatClient(IChatClient inner, int seed) : DelegatingChatClient(inner)
{
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetResponseAsync(messages, Seeded(options), cancellationToken);

    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetStreamingResponseAsync(messages, Seeded(options), cancellationToken);

    private ChatOptions Seeded(ChatOptions? options)
    {
        var seeded = options?.Clone() ?? new ChatOptions();
        seeded.Seed = seed;
        return seeded;
    }
}
