using Microsoft.Extensions.AI;
using OMem.ChatClients;
using OMem.Cli.Settings;
using OMem.Storage;

namespace OMem.Cli.Sessions;

/// <summary>Composes the engine of one command: the store file, the chosen embeddings and language models, no background worker.</summary>
internal static class EngineFactory
{
    /// <summary>Makes the engine. The store is opened when it is first used.</summary>
    public static Task<IMemoryEngine> OpenAsync(CliSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IMemoryEngine>(Open(settings, StoreFactory.Create(settings.StorePath, settings.Keys)));
    }

    /// <summary>Makes an engine with the same models over an empty memory that is kept nowhere.</summary>
    public static IMemoryEngine OpenEmpty(CliSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Open(settings, new InMemoryMemoryStore());
    }

    private static OwningEngine Open(CliSettings settings, IMemoryStore store)
    {
        var models = settings.Llm.CreateModels(TimeProvider.System);
        var embeddings = EmbeddingsFactory.Create(settings);
        var options = new OMemOptions { BackgroundUnderstanding = false, Method = settings.Method };
        var engine = new MemoryEngine(store, embeddings: embeddings, options: options, models: models.ToMemoryModels());
        return new OwningEngine(engine, store, embeddings, models);
    }

    /// <summary>An engine that takes its parts along when it is disposed.</summary>
    private sealed class OwningEngine(IMemoryEngine engine, IAsyncDisposable store, IEmbeddingGenerator<string, Embedding<float>>? embeddings, ChatModels models) : IMemoryEngine
    {
        public IMemory ForScope(MemoryScope scope) => engine.ForScope(scope);

        public Task<IReadOnlyList<MemoryScope>> ListScopesAsync(CancellationToken cancellationToken = default) => engine.ListScopesAsync(cancellationToken);

        public async ValueTask DisposeAsync()
        {
            await engine.DisposeAsync();
            await store.DisposeAsync();
            embeddings?.Dispose();
            models.Dispose();
        }
    }
}
