using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace OMem.ChatClients;

/// <summary>Answers from a folder of recorded exchanges and never asks a model: the same words, the same pieces, the same usage.</summary>
/// <remarks>
/// Safe to use from many threads. An answer recorded as a whole can be streamed, and the other way round. A request that was not recorded is a
/// <see cref="ModelException"/> with <see cref="ModelFault.Rejected"/>, whose message holds the first 200 characters of the prompt, so that it
/// can be told which one it is.
/// </remarks>
public sealed class ReplayChatClient : IChatClient
{
    private readonly ExchangeFolder _folder;
    private readonly ChatClientMetadata _metadata;

    /// <summary>Replays from a folder.</summary>
    /// <param name="folder">The folder a <see cref="RecordingChatClient"/> has filled.</param>
    /// <param name="model">The model that was asked; part of what makes two requests the same.</param>
    public ReplayChatClient(string folder, string? model = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        _folder = new ExchangeFolder(folder);
        _metadata = new ChatClientMetadata("replay", null, model);
    }

    /// <summary>What the model is used for, to be named when an exchange is missing, such as <c>reader</c>.</summary>
    public string? Name { get; init; }

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        (await FindAsync(messages, options, cancellationToken).ConfigureAwait(false)).AsResponse();

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await FindAsync(messages, options, cancellationToken).ConfigureAwait(false)).AsUpdates())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return update;
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? _metadata
            : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <summary>Nothing to dispose.</summary>
    public void Dispose()
    {
        // Files are closed after each read.
    }

    private async Task<Exchange> FindAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var key = ExchangeKey.Of(messages, options, _metadata.DefaultModelId);
        return await _folder.ReadAsync(key, cancellationToken).ConfigureAwait(false) ?? throw new ModelException(
            ModelFault.Rejected,
            $"No recorded exchange {key.Hash}{(Name is null ? "" : $" ({Name})")} in '{_folder.FullPath}' for the prompt that starts with \"{key.PromptStart}\". "
            + "The prompt, the model or an option differs from what was recorded: record it with RecordingChatClient, or 'omem ... --llm-record DIR' with an endpoint.");
    }
}
