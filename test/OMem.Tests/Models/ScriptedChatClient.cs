using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace OMem.Tests.Models;

/// <summary>A chat client that answers what a test says: it proves how the engine treats models, not how well any model reads.</summary>
internal sealed class ScriptedChatClient(Func<ScriptedCall, CancellationToken, Task<ChatResponse>> answer) : IChatClient
{
    private readonly Lock _lock = new();
    private readonly List<ScriptedCall> _calls = [];

    public ScriptedChatClient(Func<ScriptedCall, string> answer)
        : this((call, _) => Task.FromResult(Says(answer(call))))
    {
    }

    public string ModelId { get; init; } = "scripted";

    public IReadOnlyList<ScriptedCall> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    public static ChatResponse Says(string text, ChatFinishReason? finish = null) =>
        new(new ChatMessage(ChatRole.Assistant, text)) { FinishReason = finish ?? ChatFinishReason.Stop };

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ScriptedCall call;
        lock (_lock)
        {
            call = new ScriptedCall(_calls.Count + 1, [.. messages], options);
            _calls.Add(call);
        }

        return answer(call, cancellationToken);
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken);
        foreach (var update in response.ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("scripted", providerUri: null, ModelId)
        : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // Nothing to release.
    }
}

/// <summary>A call as the client got it.</summary>
internal sealed record ScriptedCall(int Number, IReadOnlyList<ChatMessage> Messages, ChatOptions? Options)
{
    public string Prompt => string.Join('\n', Messages.Select(message => message.Text));

    public ReadRequestView Read => ReadRequestView.Of(this);
}
