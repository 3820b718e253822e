using Microsoft.Extensions.AI;

namespace OMem.ChatClients;

/// <summary>A client that takes its HTTP client along when it is disposed.</summary>
internal sealed class OwningChatClient(IChatClient inner, HttpClient http) : DelegatingChatClient(inner)
{
    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            http.Dispose();
        }
    }
}
