using System.Reflection;

namespace OMem.Architecture.Tests;

/// <summary>Sealed by default; asynchronous I/O takes a token last.</summary>
public sealed class TypeTests
{
    private static readonly Assembly[] Assemblies = [typeof(MemoryScope).Assembly, typeof(MemoryEngine).Assembly];

    public static TheoryData<Assembly> Libraries => [.. Assemblies];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Classes_OfEveryLibrary_AreSealedAbstractOrStatic(Assembly assembly)
    {
        var open = assembly.GetTypes().Where(type =>
            type is { IsClass: true, IsSealed: false, IsAbstract: false }
            && !type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute))
            && !type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute)));

        open.Select(type => type.FullName).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void PublicAsyncMethods_OfEveryLibrary_TakeACancellationTokenLast(Assembly assembly)
    {
        var without = assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal) && method.Name is not "DisposeAsync")
            .Where(method => method.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken));

        without.Select(method => $"{method.DeclaringType!.Name}.{method.Name}").ShouldBeEmpty();
    }
}
