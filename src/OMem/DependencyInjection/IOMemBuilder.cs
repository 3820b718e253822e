using Microsoft.Extensions.DependencyInjection;

namespace OMem;

/// <summary>Adds parts to an OMem engine. Verbs such as <c>UseSqlite</c> are extension methods.</summary>
public interface IOMemBuilder
{
    /// <summary>The services the engine is composed from.</summary>
    IServiceCollection Services { get; }
}
