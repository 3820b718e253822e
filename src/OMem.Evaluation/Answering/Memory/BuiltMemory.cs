using System.Diagnostics;
using Microsoft.Extensions.AI;
using OMem.Models;
using OMem.Storage;

namespace OMem.Evaluation;

/// <summary>OMem's memory of one conversation, built step by step and measured on the way. With a folder it outlives the process.</summary>
internal sealed class BuiltMemory : IAsyncDisposable
{
    /// <summary>Every conversation has a store of its own.</summary>
    public static readonly MemoryScope Scope = new("evaluation", "conversation");

    /// <summary>Messages remembered and understood at a time: a point of the cost curve.</summary>
    public const int StepSize = 128;

    private readonly AnswerConversation _conversation;
    private readonly BuildParts _parts;
    private readonly string? _folder;
    private IMemoryStore _store;
    private MemoryEngine _engine;

    public BuiltMemory(AnswerConversation conversation, BuildParts parts)
    {
        _conversation = conversation;
        _parts = parts;
        _folder = parts.OpenStore is null ? null : Path.Combine(parts.Directory, (parts.Method is MemoryMethod.Paper ? "paper-" : "") + FolderName.Of(conversation.Id));
        (_store, _engine) = Open();
    }

    /// <summary>The memory.</summary>
    public IMemory Memory => _engine.ForScope(Scope);

    /// <summary>Its store.</summary>
    public IMemoryStore Store => _store;

    /// <summary>The embedding model; null for words alone.</summary>
    public IEmbeddingGenerator<string, Embedding<float>>? Embeddings => _parts.Embeddings;

    /// <summary>Remembers and understands the turns up to a position. A memory that knows more already, from a run with other questions, is built anew.</summary>
    public async Task AdvanceAsync(int position, CancellationToken cancellationToken)
    {
        var status = await Memory.GetStatusAsync(cancellationToken).ConfigureAwait(false);
        if (status.LogSequence > position)
        {
            await StartOverAsync().ConfigureAwait(false);
            status = await Memory.GetStatusAsync(cancellationToken).ConfigureAwait(false);
        }

        var known = (int)status.LogSequence;
        if (known == 0)
        {
            _parts.Record(new BuildStep { Conversation = _conversation.Id, Method = _parts.Method });
        }

        if (status.Pending > 0)
        {
            await StepAsync(known, known, cancellationToken).ConfigureAwait(false);
        }

        while (known < position)
        {
            var next = Math.Min(position, known + StepSize - (known % StepSize));
            await StepAsync(known, next, cancellationToken).ConfigureAwait(false);
            known = next;
        }
    }

    /// <summary>Bytes of the store, or of the hot state where the store is in memory.</summary>
    public async Task<long> BytesAsync(CancellationToken cancellationToken)
    {
        var stats = await Memory.GetStatsAsync(cancellationToken).ConfigureAwait(false);
        return stats.StoreBytes > 0 ? stats.StoreBytes : stats.IndexBytes + stats.VectorBytes;
    }

    /// <summary>Removes the store from disk where it is cheap to make again. Call it when no question is left, after disposing.</summary>
    public void Finish()
    {
        if (_folder is not null && !_parts.KeepStores)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync().ConfigureAwait(false);
        await _store.DisposeAsync().ConfigureAwait(false);
    }

    private async Task StepAsync(int known, int next, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        if (next > known)
        {
            await Memory.RememberAsync([.. _conversation.Turns.Skip(known).Take(next - known)], cancellationToken).ConfigureAwait(false);
        }

        var remembered = Stopwatch.GetElapsedTime(started).TotalSeconds;
        started = Stopwatch.GetTimestamp();
        await Memory.FlushAsync(progress: null, cancellationToken).ConfigureAwait(false);
        var understood = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var status = await Memory.GetStatusAsync(cancellationToken).ConfigureAwait(false);
        _parts.Record(new BuildStep
        {
            Conversation = _conversation.Id,
            Method = _parts.Method,
            Messages = next,
            RememberSeconds = remembered,
            UnderstandSeconds = understood,
            Parked = status.Parked,
            Usage = [.. status.Usage.Where(usage => usage.Stage is not ModelStage.Answer)],
        });
    }

    private async Task StartOverAsync()
    {
        await DisposeAsync().ConfigureAwait(false);
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }

        (_store, _engine) = Open();
    }

    private (IMemoryStore Store, MemoryEngine Engine) Open()
    {
        if (_folder is not null)
        {
            Directory.CreateDirectory(_folder);
        }

        var store = _folder is null ? new InMemoryMemoryStore() : _parts.OpenStore!(_folder);
        var options = new OMemOptions { BackgroundUnderstanding = false, Models = _parts.Limits, Method = _parts.Method };
        return (store, new MemoryEngine(store, embeddings: _parts.Embeddings, options: options, models: _parts.Models));
    }
}

/// <summary>What memories are built with.</summary>
/// <param name="Directory">Where the folders of their stores are.</param>
/// <param name="OpenStore">Opens the store in a folder; null for stores in memory.</param>
/// <param name="KeepStores">Whether stores stay after the last question: they do when a model was paid for what they hold.</param>
/// <param name="Embeddings">The embedding model.</param>
/// <param name="Models">The language models.</param>
/// <param name="Limits">Limits and retries of their calls.</param>
/// <param name="Record">Takes each measured step.</param>
internal sealed record BuildParts(
    string Directory,
    Func<string, IMemoryStore>? OpenStore,
    bool KeepStores,
    IEmbeddingGenerator<string, Embedding<float>>? Embeddings,
    MemoryModels Models,
    ModelOptions Limits,
    Action<BuildStep> Record)
{
    /// <summary>By which method.</summary>
    public MemoryMethod Method { get; init; }
}

/// <summary>A measured step of building. A step at 0 messages says that the memory was begun anew.</summary>
internal sealed record BuildStep
{
    /// <summary>The conversation.</summary>
    public required string Conversation { get; init; }

    /// <summary>By which method.</summary>
    public MemoryMethod Method { get; init; }

    /// <summary>Messages known after it.</summary>
    public int Messages { get; init; }

    /// <summary>Seconds to store and index the step's messages, embedding included.</summary>
    public double RememberSeconds { get; init; }

    /// <summary>Seconds to understand them.</summary>
    public double UnderstandSeconds { get; init; }

    /// <summary>Interactions given up so far.</summary>
    public int Parked { get; init; }

    /// <summary>What model calls have cost so far, from the first message on.</summary>
    public IReadOnlyList<StageUsage> Usage { get; init; } = [];
}
