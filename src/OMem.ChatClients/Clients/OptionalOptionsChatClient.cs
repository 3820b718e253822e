using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace OMem.ChatClients;

/// <summary>
/// Leaves out what a model does not let be chosen: newer models refuse a temperature. The first request that is refused for it is sent once
/// more without it, later ones leave it out at once. Structured output is not optional: its refusal is the caller's to answer.
/// </summary>
internal sealed class OptionalOptionsChatClient(IChatClient inner) : DelegatingChatClient(inner)
{
    private ImmutableHashSet<string> _unsupported = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = messages as IList<ChatMessage> ?? [.. messages];
        while (true)
        {
            try
            {
                return await base.GetResponseAsync(list, Without(options), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception fault) when (CanDrop(fault, options))
            {
                Drop(fault);
            }
        }
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var list = messages as IList<ChatMessage> ?? [.. messages];
        while (true)
        {
            var updates = base.GetStreamingResponseAsync(list, Without(options), cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using (updates.ConfigureAwait(false))
            {
                bool more;
                try
                {
                    more = await updates.MoveNextAsync().ConfigureAwait(false);
                }
                catch (Exception fault) when (CanDrop(fault, options))
                {
                    // An endpoint refuses options before it answers anything.
                    Drop(fault);
                    continue;
                }

                while (more)
                {
                    yield return updates.Current;
                    more = await updates.MoveNextAsync().ConfigureAwait(false);
                }

                yield break;
            }
        }
    }

    private bool CanDrop(Exception fault, ChatOptions? options) =>
        Unsupported(fault) is { } option && !_unsupported.Contains(option) && Has(options, option);

    private void Drop(Exception fault) => ImmutableInterlocked.Update(ref _unsupported, static (known, option) => known.Add(option), Unsupported(fault)!);

    private static string? Unsupported(Exception fault) => ModelFaults.Of(fault)?.UnsupportedOption;

    private static bool Has(ChatOptions? options, string option) => option switch
    {
        "temperature" => options?.Temperature is not null,
        "top_p" => options?.TopP is not null,
        "top_k" => options?.TopK is not null,
        "seed" => options?.Seed is not null,
        "frequency_penalty" => options?.FrequencyPenalty is not null,
        "presence_penalty" => options?.PresencePenalty is not null,
        _ => false,
    };

    private ChatOptions? Without(ChatOptions? options)
    {
        if (options is null || _unsupported.IsEmpty)
        {
            return options;
        }

        var copy = options.Clone();
        copy.Temperature = Keep(copy.Temperature, "temperature");
        copy.TopP = Keep(copy.TopP, "top_p");
        copy.TopK = Keep(copy.TopK, "top_k");
        copy.Seed = Keep(copy.Seed, "seed");
        copy.FrequencyPenalty = Keep(copy.FrequencyPenalty, "frequency_penalty");
        copy.PresencePenalty = Keep(copy.PresencePenalty, "presence_penalty");
        return copy;
    }

    private T? Keep<T>(T? value, string option)
        where T : struct => _unsupported.Contains(option) ? null : value;
}
