using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace OMem.ChatClients;

/// <summary>Brings a refusal that is streamed to the caller, as one that comes at once: the adapter drops it, and an empty answer would be left.</summary>
internal sealed class RefusalChatClient(IChatClient inner) : DelegatingChatClient(inner)
{
    // The adapter's own code for a refusal that comes at once.
    private const string Code = "Refusal";

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
        {
            if (update.RawRepresentation is StreamingChatCompletionUpdate { RefusalUpdate: { Length: > 0 } refusal } && !update.Contents.OfType<ErrorContent>().Any())
            {
                update.Contents.Add(new ErrorContent(refusal) { ErrorCode = Code });
            }

            yield return update;
        }
    }
}
