using System.Globalization;
using Microsoft.Extensions.AI;
using OMem;
using OMem.Storage;

namespace Sentinel.Memory;

/// <summary>
/// Episodes and their outcomes in OMem, for recall by words. Each is remembered under a clock that stands at the time it was known, so that
/// OMem's own <c>AsOf</c> is truthful. What was told waits here and goes to OMem together, one batch for each instant.
/// </summary>
internal sealed class EpisodeArchive : IAsyncDisposable
{
    private const int MaxFound = 20;

    private readonly StandingClock _clock = new();
    private readonly MemoryEngine _engine;
    private readonly IMemory _memory;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly List<(DateTimeOffset KnownAt, Interaction Interaction)> _waiting = [];

    public EpisodeArchive(IMemoryStore store, MemoryScope scope, IEmbeddingGenerator<string, Embedding<float>>? embeddings)
    {
        // Waits for nothing in the background: a replay has to end the same however fast the machine is.
        _engine = new MemoryEngine(store, new MarketReader(), embeddings, new OMemOptions { BackgroundUnderstanding = false }, _clock);
        _memory = _engine.ForScope(scope);
    }

    public void Add(Episode episode) => Wait(episode.KnownAt, new Interaction
    {
        Id = episode.Id,
        Speaker = "market",
        Role = SpeakerRole.Tool,
        Text = episode.Text,
        OccurredAt = episode.EventTime,
        Session = episode.Symbol.Value,
        Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ArchiveKeys.Source] = "sentinel",
            [ArchiveKeys.Symbol] = episode.Symbol.Value,
            [ArchiveKeys.Events] = string.Join(' ', episode.Events.Select(happening => happening.Type)),
            [ArchiveKeys.Decision] = episode.DecisionId,
        },
    });

    public void Add(Episode episode, Outcome outcome) => Wait(outcome.SettledAt, new Interaction
    {
        Id = outcome.Id,
        Speaker = "market",
        Role = SpeakerRole.Tool,
        Text = string.Create(
            CultureInfo.InvariantCulture,
            $"{outcome.Symbol} outcome {OutcomeHorizons.Name(outcome.Horizon)} of {episode.Direction}: {EpisodeEnds.Of(outcome)} by {outcome.Barrier}, return {outcome.Raw:0.####}, R {outcome.RMultiple:0.##}").ToLowerInvariant(),
        OccurredAt = outcome.HorizonEnd,
        Session = episode.Symbol.Value,
        Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ArchiveKeys.Source] = "sentinel",
            [ArchiveKeys.Symbol] = episode.Symbol.Value,
            [ArchiveKeys.Decision] = episode.DecisionId,
            [ArchiveKeys.Episode] = episode.Id,
        },
    });

    /// <summary>An observation of an agent: found again by words, and believed of nobody.</summary>
    public void Add(AgentNote note, DateTimeOffset knownAt) => Wait(knownAt, new Interaction
    {
        Id = note.Id,
        Speaker = "agent",
        Role = SpeakerRole.Assistant,
        Text = note.Text,
        OccurredAt = knownAt,
        Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [ArchiveKeys.Source] = "agent" },
    });

    /// <summary>
    /// Ids of what the words bring back, best first, all known before then. What was learnt at that very instant is left out: a run that is done again over
    /// the store of a killed one would find there what the first run wrote at the instant after it had asked.
    /// </summary>
    public async Task<IReadOnlyList<string>> FindAsync(string text, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        var result = await _memory.RecallAsync(
            new RecallQuery(text) { AsOf = asOf.AddTicks(-1), MaxItems = MaxFound, TokenBudget = 1_000_000, Kinds = [RecallItemKind.Interaction] }, cancellationToken).ConfigureAwait(false);
        return [.. result.Items.Select(item => item.Id)];
    }

    /// <summary>Gives what waits to OMem.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var waiting = Take();
            var done = 0;
            try
            {
                while (done < waiting.Count)
                {
                    var at = waiting[done].KnownAt;
                    var batch = waiting.Skip(done).TakeWhile(item => item.KnownAt == at).Select(item => item.Interaction).ToList();
                    _clock.Stand(at);
                    await _memory.RememberAsync(batch, cancellationToken).ConfigureAwait(false);
                    done += batch.Count;
                }
            }
            finally
            {
                // What was not taken waits on, before what came meanwhile.
                PutBack(waiting, done);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Has OMem understand what it was given: topics by market and kind of event.</summary>
    public async Task UnderstandAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        await _memory.FlushAsync(progress: null, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await FlushAsync(CancellationToken.None).ConfigureAwait(false);
        await _engine.DisposeAsync().ConfigureAwait(false);
        _gate.Dispose();
    }

    private List<(DateTimeOffset KnownAt, Interaction Interaction)> Take()
    {
        lock (_waiting)
        {
            var taken = _waiting.ToList();
            _waiting.Clear();
            return taken;
        }
    }

    private void PutBack(List<(DateTimeOffset KnownAt, Interaction Interaction)> waiting, int done)
    {
        lock (_waiting)
        {
            _waiting.InsertRange(0, waiting.Skip(done));
        }
    }

    private void Wait(DateTimeOffset knownAt, Interaction interaction)
    {
        lock (_waiting)
        {
            _waiting.Add((knownAt, interaction));
        }
    }
}
