using System.Reflection;
using OMem.Storage;

namespace OMem.Tests.Understanding.Llm;

/// <summary>A store in memory that counts claims: a renewal of a lease is one.</summary>
#pragma warning disable CA1001 // Disposing goes through to the store, as every other call does.
public class CountingStore : DispatchProxy
{
#pragma warning restore CA1001
    private readonly InMemoryMemoryStore _store = new();
    private int _claims;

    /// <summary>Claims that have returned.</summary>
    public int Claims => Volatile.Read(ref _claims);

    /// <summary>Makes one.</summary>
    public static (IMemoryStore Store, CountingStore Counts) Make()
    {
        var store = Create<IMemoryStore, CountingStore>();
        return (store, (CountingStore)(object)store);
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var result = targetMethod!.Invoke(_store, args);
        if (targetMethod.Name is nameof(IMemoryStore.ClaimAsync))
        {
            Interlocked.Increment(ref _claims);
        }

        return result;
    }
}
