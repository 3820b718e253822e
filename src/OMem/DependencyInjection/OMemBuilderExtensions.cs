using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OMem;
using OMem.Models;
using OMem.Storage;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses the parts of an OMem engine.</summary>
public static class OMemBuilderExtensions
{
    /// <summary>Keeps everything in memory: for tests and throw-away use.</summary>
    public static IOMemBuilder UseInMemoryStore(this IOMemBuilder builder) =>
        builder.UseStore(static _ => new InMemoryMemoryStore());

    /// <summary>Uses a store of the host's own making. The engine does not dispose it; the container does.</summary>
    public static IOMemBuilder UseStore(this IOMemBuilder builder, Func<IServiceProvider, IMemoryStore> store)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(store);
        builder.Services.Replace(ServiceDescriptor.Singleton(store));
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
