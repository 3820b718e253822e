using Microsoft.Extensions.AI;
using OMem.ChatClients;
using OMem.Cli.Settings;
using OMem.Sqlite;

namespace OMem.Cli.Sessions;

/// <summary>Composes the engine of one command: the store file, the chosen embeddings and language models, no background worker.</summary>
internal static class EngineFactory
{
    /// <summary>Makes the engine. The store is opened when it is first used.</summary>
    public static Task<IMemoryEngine> OpenAsync(CliSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        cancellationToken.ThrowIfCancellationRequested();
        var models = settings.Llm.CreateModels(TimeProvider.System);
        var embeddings = EmbeddingsFactory.Create(settings);
        var store = new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = settings.StorePath });
        var options = new OMemOptions { BackgroundUnderstanding = false, Method = settings.Method };
        var engine = new MemoryEngine(store, embeddings: embeddings, options: options, models: models.ToMemoryModels());
        return Task.FromResult<IMemoryEngine>(new OwningEngine(engine, store, embeddings, models));
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
