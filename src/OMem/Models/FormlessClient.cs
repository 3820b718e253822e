using Microsoft.Extensions.AI;

namespace OMem.Models;

/// <summary>Leaves out the form of the answer, for endpoints that know none.</summary>
internal sealed class FormlessClient(IChatClient client) : DelegatingChatClient(client)
{
    /// <inheritdoc/>
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var formless = options?.Clone();
        formless?.ResponseFormat = null;
        return base.GetResponseAsync(messages, formless, cancellationToken);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // The client is the host's.
    }
}
