namespace Sentinel.Agents.Tests.Support;

/// <summary>A chat client that answers by script and notes what it was asked.</summary>
internal sealed class Scripted(Func<string, string> answer) : IChatClient
{
    public Scripted(string answer)
        : this(_ => answer)
    {
    }

    public List<string> Asked { get; } = [];

    public ChatFinishReason? Finish { get; init; }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var system = messages.First(message => message.Role == ChatRole.System).Text;
        var input = messages.Last(message => message.Role == ChatRole.User).Text;
        lock (Asked)
        {
            Asked.Add(input);
        }

        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, answer(system + "\n" + input))) { FinishReason = Finish });
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("scripted", null, "script-1") : null;

    public void Dispose()
    {
    }
}
