using System.Reflection;

namespace OMem.TestKit.Storage;

/// <summary>All suites, and which of them a store's tests leave out.</summary>
public static class ConformanceSuites
{
    /// <summary>Every suite, ordered by name.</summary>
    public static IReadOnlyList<Type> All { get; } =
    [
        .. typeof(ConformanceSuites).Assembly.GetExportedTypes()
            .Where(static type => type is { IsAbstract: true, IsGenericTypeDefinition: true } && BaseOf(type) == typeof(MemoryStoreConformance<>))
            .OrderBy(static type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>The suites for which an assembly has no public class that runs them on the harness. Assert that it is empty.</summary>
    public static IReadOnlyList<string> MissingFrom(Assembly assembly, Type harness)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentNullException.ThrowIfNull(harness);
        var present = assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && type.BaseType is { IsGenericType: true } suite && suite.GenericTypeArguments is [var used] && used == harness)
            .Select(static type => type.BaseType!.GetGenericTypeDefinition())
            .ToHashSet();
        return [.. All.Where(suite => !present.Contains(suite)).Select(static suite => suite.Name[..suite.Name.IndexOf('`', StringComparison.Ordinal)])];
    }

    private static Type? BaseOf(Type type) => type.BaseType is { IsGenericType: true } parent ? parent.GetGenericTypeDefinition() : null;
}
