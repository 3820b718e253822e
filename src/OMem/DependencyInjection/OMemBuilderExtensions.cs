using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OMem;
using OMem.Encryption;
using OMem.Models;
using OMem.Storage;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses the parts of an OMem engine.</summary>
public static class OMemBuilderExtensions
{
    /// <summary>Keeps everything in memory: for tests and throw-away use.</summary>
    public static IOMemBuilder UseInMemoryStore(this IOMemBuilder builder) =>
        builder.UseStore(static _ => new InMemoryMemoryStore()).UseKeyRing(static _ => new InMemoryDataKeyRing());

    /// <summary>Uses a store of the host's own making, sealed where <see cref="UseEncryption"/> is called. The engine does not dispose it; the container does.</summary>
    public static IOMemBuilder UseStore(this IOMemBuilder builder, Func<IServiceProvider, IMemoryStore> store)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(store);
        builder.Services.Replace(ServiceDescriptor.Singleton(provider => provider.GetService<IMasterKeyProvider>() is { } keys
            ? new SealedMemoryStore(
                store(provider),
                keys,
                provider.GetService<IDataKeyRing>() ?? throw new InvalidOperationException("Encryption needs a key ring: call UseKeyRing(...) on the builder. UseSqlite(path) brings its own."))
            : store(provider)));
        return builder;
    }

    /// <summary>Encrypts at rest: whatever the store is given is sealed first. Before or after the store is chosen.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="keys">Who holds the master key: <see cref="KeyFile.Read"/>, <see cref="MasterKeys.Parse"/>, or a key management service behind <see cref="IMasterKeyProvider"/>.</param>
    public static IOMemBuilder UseEncryption(this IOMemBuilder builder, Func<IServiceProvider, IMasterKeyProvider> keys)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(keys);
        builder.Services.Replace(ServiceDescriptor.Singleton(keys));
        return builder;
    }

    /// <summary>Keeps wrapped data keys elsewhere than the store's own package would. Counts only with <see cref="UseEncryption"/>.</summary>
    public static IOMemBuilder UseKeyRing(this IOMemBuilder builder, Func<IServiceProvider, IDataKeyRing> ring)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(ring);
        builder.Services.Replace(ServiceDescriptor.Singleton(ring));
        return builder;
    }

    /// <summary>Uses an embedding generator. Without one recall is lexical only, and <see cref="MemoryStatus.EmbeddingModel"/> says so.</summary>
    public static IOMemBuilder UseEmbeddings(this IOMemBuilder builder, Func<IServiceProvider, IEmbeddingGenerator<string, Embedding<float>>> generator)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(generator);
        builder.Services.Replace(ServiceDescriptor.Singleton(generator));
        return builder;
    }

    /// <summary>Uses language models where they are given: reading, consolidating, summarising, answering.</summary>
    public static IOMemBuilder UseModels(this IOMemBuilder builder, Func<IServiceProvider, MemoryModels> models)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(models);
        builder.Services.Replace(ServiceDescriptor.Singleton(models));
        return builder;
    }

    /// <summary>Uses one language model for every stage.</summary>
    public static IOMemBuilder UseModel(this IOMemBuilder builder, Func<IServiceProvider, IChatClient> client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return builder.UseModels(provider => MemoryModels.Of(client(provider)));
    }

    /// <summary>Has a model-driven reader look for the things of a domain. Without it, for those of personal assistance.</summary>
    public static IOMemBuilder UseDomain(this IOMemBuilder builder, MemoryDomain domain)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(domain);
        builder.Services.Replace(ServiceDescriptor.Singleton(domain));
        return builder;
    }

    /// <summary>Uses another reader than the local one.</summary>
    public static IOMemBuilder UseReader(this IOMemBuilder builder, Func<IServiceProvider, IInteractionReader> reader)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(reader);
        builder.Services.Replace(ServiceDescriptor.Singleton(reader));
        return builder;
    }
}
