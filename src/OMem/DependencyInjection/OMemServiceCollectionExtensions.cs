using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OMem;
using OMem.Encryption;
using OMem.Models;
using OMem.Storage;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers an OMem engine.</summary>
public static class OMemServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IMemoryEngine"/>. A store has to be chosen on the builder; embeddings and a reader may be.
    /// Calling it again adds nothing and returns a builder for the same engine.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Changes the options. Wrong settings stop the host at start, all named at once.</param>
    public static IOMemBuilder AddOMem(this IServiceCollection services, Action<OMemOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptionsWithValidateOnStart<OMemOptions, OMemOptionsValidator>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IMemoryEngine>(provider => new MemoryEngine(
            Store(provider),
            provider.GetService<IInteractionReader>(),
            provider.GetService<IEmbeddingGenerator<string, Embedding<float>>>(),
            provider.GetRequiredService<IOptions<OMemOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance,
            provider.GetService<MemoryModels>(),
            provider.GetService<MemoryDomain>()));
        return new OMemBuilder(services);
    }

    private static IMemoryStore Store(IServiceProvider provider)
    {
        var store = provider.GetService<IMemoryStore>()
            ?? throw new InvalidOperationException("OMem has no store: call UseSqlite(path), UseInMemoryStore() or UseStore(...) on the builder AddOMem() returns.");
        return store is SealedMemoryStore || provider.GetService<IMasterKeyProvider>() is null
            ? store
            : throw new InvalidOperationException("UseEncryption seals the store that UseSqlite, UseInMemoryStore or UseStore chooses; this one was registered past them, and would not be encrypted.");
    }

    private sealed class OMemBuilder(IServiceCollection services) : IOMemBuilder
    {
        public IServiceCollection Services => services;
    }
}
