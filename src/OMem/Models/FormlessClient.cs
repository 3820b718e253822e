using Microsoft.Extensions.AI;

namespace OMem.Models;

/// <summary>Leaves out the form of the answer, for endpoints that know none. Never disposed: the client within is the host's.</summary>
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
}
