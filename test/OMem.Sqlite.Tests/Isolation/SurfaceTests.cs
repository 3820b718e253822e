using System.Reflection;
using OMem.Encryption;

namespace OMem.Sqlite.Tests.Isolation;

/// <summary>A method that reaches memory and has no case of isolation fails here.</summary>
public sealed class SurfaceTests
{
    /// <summary>Methods of the engine itself: they hand out memories and name scopes, which is theirs to do.</summary>
    private static readonly string[] OfTheEngine = [nameof(IMemoryEngine.ForScope), nameof(IMemoryEngine.ListScopesAsync)];

    /// <summary>Public types whose methods take a scope, and where the isolation of each is tested.</summary>
    private static readonly Dictionary<string, string> Doors = new(StringComparer.Ordinal)
    {
        [nameof(IMemoryStore)] = "IsolationConformance",
        [nameof(InMemoryMemoryStore)] = "IsolationConformance",
        [nameof(SqliteMemoryStore)] = "IsolationConformance",
        [nameof(SealedMemoryStore)] = "IsolationConformance",
        [nameof(IMemoryEngine)] = "MemoryIsolation",
        [nameof(MemoryEngine)] = "MemoryIsolation",
        [nameof(EraseReceipts)] = "compares a receipt with a name, reads nothing",
        [nameof(ScopeConflictException)] = "makes an error, reads nothing",
    };

    [Fact]
    public void EveryMethodOfAMemory_HasACase()
    {
        var methods = typeof(IMemory).GetMethods().Concat(typeof(IMemory).GetInterfaces().SelectMany(static type => type.GetMethods()))
            .Select(static method => method.Name).Distinct(StringComparer.Ordinal);

        methods.Except(MemoryCalls.All.Select(static call => call.Method), StringComparer.Ordinal)
            .ShouldBeEmpty("add a MemoryCall in test/OMem.Sqlite.Tests/Isolation/MemoryCalls.cs that calls it as a stranger, with the owner's ids where it takes any");
    }

    [Fact]
    public void EveryCase_IsOfAMethodThatExists() =>
        MemoryCalls.All.Select(static call => call.Method).Distinct(StringComparer.Ordinal)
            .Except(typeof(IMemory).GetMethods().Select(static method => method.Name), StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void EveryMethodOfAnEngine_IsKnown() =>
        typeof(IMemoryEngine).GetMethods().Select(static method => method.Name).ShouldBe(OfTheEngine, ignoreOrder: true);

    [Fact]
    public void EveryPublicMethodThatTakesAScope_IsOfAKnownDoor()
    {
        Assembly[] assemblies = [typeof(IMemory).Assembly, typeof(MemoryEngine).Assembly, typeof(SqliteMemoryStore).Assembly];
        var doors = assemblies.SelectMany(static assembly => assembly.GetExportedTypes())
            .Where(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Any(static method => !method.IsSpecialName && method.GetParameters().Any(static parameter => IsScope(parameter.ParameterType)) && !IsOfARecord(method)))
            .Select(static type => type.Name);

        doors.Except(Doors.Keys, StringComparer.Ordinal)
            .ShouldBeEmpty("a public method takes a scope: test that it gives and changes nothing of another one, and name the test in this table");
    }

    private static bool IsScope(Type type) => type == typeof(MemoryScope) || type == typeof(ClaimRequest);

    private static bool IsOfARecord(MethodInfo method) => method.Name is nameof(Equals) or "Deconstruct" or "<Clone>$";
}
