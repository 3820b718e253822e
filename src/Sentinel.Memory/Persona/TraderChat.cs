using Microsoft.Extensions.AI;
using OMem;
using OMem.Models;
using OMem.Storage;

namespace Sentinel.Memory;

/// <summary>
/// A trader's messages, understood by OMem in the trading domain. What is learnt of the trader is queued as proposals, with the messages as
/// evidence; no limit and no attribute changes before a person accepts.
/// </summary>
public sealed class TraderChat : IAsyncDisposable
{
    private readonly StandingClock _clock = new();
    private readonly MemoryEngine _engine;
    private readonly IMemory _memory;
    private readonly IMemoryToolkit _toolkit;
    private readonly HashSet<string> _proposed = new(StringComparer.Ordinal);

    /// <summary>Listens for one trader.</summary>
    /// <param name="store">The store of the trader's own words; not disposed here.</param>
    /// <param name="toolkit">Where proposals are queued. Its scope, without the agent, is the trader's.</param>
    /// <param name="embeddings">Vectors, or null.</param>
    /// <param name="models">Models that read; null reads by rules.</param>
    public TraderChat(IMemoryStore store, IMemoryToolkit toolkit, IEmbeddingGenerator<string, Embedding<float>>? embeddings = null, MemoryModels? models = null)
    {
        ArgumentNullException.ThrowIfNull(toolkit);
        _toolkit = toolkit;
        _engine = new MemoryEngine(
            store, reader: null, embeddings, new OMemOptions { BackgroundUnderstanding = false }, _clock, loggers: null, models, TradingDomain.Instance);
        _memory = _engine.ForScope(new MemoryScope(toolkit.Scope.Tenant, toolkit.Scope.User));
    }

    /// <summary>The trader's words as OMem keeps them: to recall by, and to look at.</summary>
    public IMemory Memory => _memory;

    /// <summary>Takes in messages known at an instant, and queues what they say of the trader.</summary>
    /// <param name="messages">Messages; only those of the role <see cref="SpeakerRole.Person"/> are believed about the trader.</param>
    /// <param name="knownAt">When they were known.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The proposals that were queued, in order of id.</returns>
    public async Task<IReadOnlyList<AgentNote>> ListenAsync(IReadOnlyList<Interaction> messages, DateTimeOffset knownAt, CancellationToken cancellationToken = default)
    {
        _clock.Stand(knownAt);
        await _memory.RememberAsync(messages, cancellationToken).ConfigureAwait(false);
        await _memory.FlushAsync(progress: null, cancellationToken).ConfigureAwait(false);
        var card = await _memory.GetPersonaAsync(new PersonaQuery { AsOf = knownAt }, cancellationToken).ConfigureAwait(false);
        var queued = new List<AgentNote>();
        foreach (var item in card.Attributes.OrderBy(item => item.Id, StringComparer.Ordinal))
        {
            if (item.SupersededAt is null && item.Evidence.Count > 0 && _proposed.Add(item.Id))
            {
                var aspect = item.Polarity is Polarity.Negative ? $"not_{item.Aspect}" : item.Aspect!;
                var result = await _toolkit.ProposePersonaUpdateAsync(
                    knownAt, aspect, item.Value, [.. item.Evidence.Select(evidence => evidence.InteractionId)], cancellationToken).ConfigureAwait(false);
                queued.AddRange(result.Items);
            }
        }

        return queued;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _engine.DisposeAsync();
}
