using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace OMem.ChatClients;

/// <summary>
/// Turns what goes wrong in the client inside into a <see cref="ModelException"/>, streaming included. Answers pass as they are, truncated or
/// refused ones too, so that their usage can be counted: see <see cref="ModelFaults.OfResponse"/>.
/// </summary>
/// <remarks>Safe to use from many threads if the client inside is. It does not retry.</remarks>
public sealed class FaultMappingChatClient : DelegatingChatClient
{
    private readonly ModelPlace _about;
    private readonly TimeProvider _time;

    /// <summary>Wraps a client; names in messages what the client says of itself.</summary>
    /// <param name="inner">The client.</param>
    /// <param name="time">The clock, for a <c>Retry-After</c> that is a date.</param>
    public FaultMappingChatClient(IChatClient inner, TimeProvider? time = null)
        : base(inner)
    {
        var metadata = inner.GetService<ChatClientMetadata>();
        _about = ModelPlace.Of(metadata?.ProviderUri, metadata?.DefaultModelId);
        _time = time ?? TimeProvider.System;
    }

    /// <summary>Whether an answer that is streamed always says how it ended, so that one that does not has broken off.</summary>
    internal bool AlwaysSaysItsEnd { get; init; }

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (Map(fault, cancellationToken) is { } known && known != fault)
        {
            throw Map(fault, cancellationToken)!;
        }
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var ended = false;
        var updates = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (updates.ConfigureAwait(false))
        {
            while (await MoveNextAsync(updates, cancellationToken).ConfigureAwait(false))
            {
                ended |= updates.Current.FinishReason is not null;
                yield return updates.Current;
            }
        }

        if (AlwaysSaysItsEnd && !ended)
        {
            throw new ModelException(ModelFault.Truncated, $"{_about.Endpoint} broke off its answer.");
        }
    }

    private async Task<bool> MoveNextAsync(IAsyncEnumerator<ChatResponseUpdate> updates, CancellationToken cancellationToken)
    {
        try
        {
            return await updates.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception fault) when (Map(fault, cancellationToken) is { } known && known != fault)
        {
            throw Map(fault, cancellationToken)!;
        }
    }

    /// <summary>The fault; null for the caller's own cancellation and for what is no fault of a model.</summary>
    private ModelException? Map(Exception fault, CancellationToken cancellationToken) => fault is OperationCanceledException
        ? cancellationToken.IsCancellationRequested ? null : ModelFaults.TimedOut(_about)
        : ModelFaults.Of(fault, _about, _time);
}
