using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace OMem.ChatClients;

/// <summary>Records every answered exchange in a folder, one readable JSON file each, so that a paid-for run can be replayed: see <see cref="ReplayChatClient"/>.</summary>
/// <remarks>
/// Safe to use from many threads; any number of processes may record into one folder. Faults are not recorded, but for the refusal of an
/// option that the model does not support, which belongs to the way to its answer; neither is an answer whose stream is not read to its end. The files hold prompts and answers, never a key: it is not part of a request as it is seen here.
/// </remarks>
public sealed class RecordingChatClient : DelegatingChatClient
{
    private readonly ExchangeFolder _folder;
    private readonly string? _model;
    private readonly ConcurrentDictionary<string, bool> _served = new(StringComparer.Ordinal);

    /// <summary>Records what a client answers.</summary>
    /// <param name="inner">The client.</param>
    /// <param name="folder">The folder; made when it is not there.</param>
    public RecordingChatClient(IChatClient inner, string folder)
        : base(inner)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        _folder = new ExchangeFolder(folder);
        _model = inner.GetService<ChatClientMetadata>()?.DefaultModelId;
    }

    /// <summary>
    /// A folder, the same one perhaps, whose exchanges are replayed instead of asked for; null to ask always. A request that comes a second
    /// time is asked for: its answer was of no use.
    /// </summary>
    public string? ReplayFolder { get; init; }

    /// <inheritdoc/>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var key = ExchangeKey.Of(list, options, _model);
        if (await FindAsync(key, cancellationToken).ConfigureAwait(false) is { } known)
        {
            return known.AsResponse();
        }

        try
        {
            var response = await base.GetResponseAsync(list, options, cancellationToken).ConfigureAwait(false);
            _folder.Write(key, new Exchange(response));
            return response;
        }
        catch (ModelException refusal) when (refusal.UnsupportedOption is not null)
        {
            _folder.Write(key, new Exchange(null, Refusal: refusal));
            throw;
        }
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var list = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var key = ExchangeKey.Of(list, options, _model);
        if (await FindAsync(key, cancellationToken).ConfigureAwait(false) is { } known)
        {
            foreach (var update in known.AsUpdates())
            {
                yield return update;
            }

            yield break;
        }

        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in base.GetStreamingResponseAsync(list, options, cancellationToken).ConfigureAwait(false))
        {
            updates.Add(update);
            yield return update;
        }

        _folder.Write(key, new Exchange(null, updates));
    }

    private Task<Exchange?> FindAsync(ExchangeKey key, CancellationToken cancellationToken) =>
        ReplayFolder is not null && _served.TryAdd(key.Hash, true)
            ? new ExchangeFolder(ReplayFolder).ReadAsync(key, cancellationToken)
            : Task.FromResult<Exchange?>(null);
}
