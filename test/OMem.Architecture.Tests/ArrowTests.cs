namespace OMem.Architecture.Tests;

/// <summary>Arrows between rooms point one way.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["OMem.Abstractions"] = [],
        ["OMem"] = ["OMem.Abstractions"],
        ["OMem.Sqlite"] = ["OMem.Abstractions", "OMem"],
        ["OMem.Embeddings"] = ["OMem.Abstractions", "OMem"],
        ["OMem.TestKit"] = ["OMem.Abstractions", "OMem"],
        ["OMem.ChatClients"] = ["OMem.Abstractions", "OMem"],
        ["OMem.Evaluation"] = ["OMem.Abstractions", "OMem", "OMem.Embeddings", "OMem.ChatClients"],
        ["OMem.Cli"] = ["OMem.Abstractions", "OMem", "OMem.Sqlite", "OMem.Embeddings", "OMem.ChatClients", "OMem.Evaluation"],
    };

    [Fact]
    public void Projects_UnderSrc_AreAllKnownHere() =>
        Repository.Arrows.Keys.Except(Allowed.Keys, StringComparer.Ordinal).ShouldBeEmpty("a new room needs a line in the table of arrows");

    [Fact]
    public void References_OfEveryProject_PointTheAllowedWay()
    {
        foreach (var (project, references) in Repository.Arrows)
        {
            references.Except(Allowed[project], StringComparer.Ordinal).ShouldBeEmpty($"{project} may not reference it");
        }
    }

    [Fact]
    public void Abstractions_ReferencesNoPackageBeyondThePlatform()
    {
        var references = typeof(MemoryScope).Assembly.GetReferencedAssemblies().Select(name => name.Name!);

        references.ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal));
    }
}
