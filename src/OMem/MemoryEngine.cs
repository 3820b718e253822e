using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OMem.Asking;
using OMem.Interactions;
using OMem.Models;
using OMem.Retention;
using OMem.Storage;
using OMem.Telemetry;
using OMem.Understanding;
using OMem.Vectors;

namespace OMem;

/// <summary>The OMem engine over one store: every scope's log, index, derived memory and the worker that understands.</summary>
/// <remarks>
/// Thread-safe; one instance for a process and store. Other processes may work on the same store at the same time: what they
/// write is seen by the next call. The engine owns neither the store nor the embedding generator: whoever made them disposes them.
/// </remarks>
public sealed class MemoryEngine : IMemoryEngine
{
    private readonly EngineParts _parts;
    private readonly HotScopes _scopes;
    private readonly OutboxWorker _worker;
    private readonly RetentionWorker _retention;
    private readonly OneTimeOpening _opening;

    /// <summary>Creates an engine. Nothing is opened until it is used.</summary>
    /// <param name="store">Where memory lives.</param>
    /// <param name="reader">Turns interactions into understanding; null for that of the options' method: the model of the reading stage, or for OMem's own method without one the local reader.</param>
    /// <param name="embeddings">Makes vectors; null for lexical recall. It has to name its model.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="loggers">Where logs go; null for nowhere.</param>
    /// <param name="models">Language models by stage; null for none.</param>
    /// <param name="domain">What a model-driven reader looks for; null for <see cref="MemoryDomains.Personal"/>.</param>
    /// <exception cref="ValidationException">A setting is out of range.</exception>
    public MemoryEngine(
        IMemoryStore store,
        IInteractionReader? reader = null,
        IEmbeddingGenerator<string, Embedding<float>>? embeddings = null,
        OMemOptions? options = null,
        TimeProvider? time = null,
        ILoggerFactory? loggers = null,
        MemoryModels? models = null,
        MemoryDomain? domain = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        options ??= new OMemOptions();
        CheckOptions(options);
        time ??= TimeProvider.System;
        var log = (loggers ?? NullLoggerFactory.Instance).CreateLogger<MemoryEngine>();
        var telemetry = new MemoryTelemetry(options, time);
        var calls = new ModelCaller(MemoryStrategies.Models(options, models), options.Models, time, log, Jitter);
        var strategies = MemoryStrategies.Of(options, calls, domain ?? MemoryDomains.Personal, reader, log, telemetry);
        _parts = new EngineParts(
            store,
            strategies.Reader,
            embeddings is null ? null : new TextEmbedder(embeddings),
            strategies.Consolidation,
            strategies.Recall,
            options,
            time,
            log,
            telemetry,
            calls,
            new AskPath(calls, strategies.Answer))
        {
            // What costs nothing to read is not kept.
            Kept = strategies.Reader is LocalInteractionReader ? null : new KeptReadings(),
        };
        _scopes = new HotScopes(_parts);
        _worker = new OutboxWorker(_parts, _scopes);
        _retention = new RetentionWorker(_parts, _scopes, _worker.Wake);
        _opening = new OneTimeOpening(store, _retention.Start);
    }

    /// <summary>Applies retention policies in the background.</summary>
    internal RetentionWorker Retention => _retention;

    /// <inheritdoc/>
    public IMemory ForScope(MemoryScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return new ScopeMemory(scope, _parts, _scopes, _worker, _opening);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MemoryScope>> ListScopesAsync(CancellationToken cancellationToken = default)
    {
        await _opening.EnsureAsync(cancellationToken).ConfigureAwait(false);
        return await _parts.Store.ListScopesAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _retention.DisposeAsync().ConfigureAwait(false);
        await _worker.DisposeAsync().ConfigureAwait(false);
        _opening.Dispose();
        _parts.Telemetry.Dispose();
    }

    /// <summary>Waits of different processes differ; nothing else depends on it.</summary>
    private static double Jitter() => RandomNumberGenerator.GetInt32(1 << 20) / (double)(1 << 20);

    private static void CheckOptions(OMemOptions options)
    {
        var result = new OMemOptionsValidator().Validate(name: null, options);
        if (result.Failed)
        {
            throw new ValidationException($"{nameof(OMemOptions)} is not valid: {result.FailureMessage}");
        }
    }
}
