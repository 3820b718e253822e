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
        ["Sentinel.Domain"] = [],
        ["Sentinel.Market"] = ["Sentinel.Domain"],
        ["Sentinel.Exchange"] = ["Sentinel.Domain"],
        ["Sentinel.Risk"] = ["Sentinel.Domain"],
        ["Sentinel.Persona"] = ["Sentinel.Domain", "Sentinel.Market"],
        ["Sentinel.Memory"] = ["Sentinel.Domain", "Sentinel.Market", "Sentinel.Persona", "Sentinel.Risk", "OMem.Abstractions", "OMem"],
        ["Sentinel.Agents"] =
            ["Sentinel.Domain", "Sentinel.Market", "Sentinel.Persona", "Sentinel.Risk", "Sentinel.Memory", "OMem.Abstractions", "OMem"],
        ["Sentinel.Replay"] =
        [
            "Sentinel.Domain", "Sentinel.Market", "Sentinel.Exchange", "Sentinel.Risk", "Sentinel.Persona", "Sentinel.Memory", "Sentinel.Agents",
            "OMem.Abstractions", "OMem", "OMem.Sqlite",
        ],
        ["Sentinel.Cli"] =
        [
            "Sentinel.Domain", "Sentinel.Market", "Sentinel.Exchange", "Sentinel.Risk", "Sentinel.Persona", "Sentinel.Memory", "Sentinel.Agents", "Sentinel.Replay",
            "OMem.Abstractions", "OMem", "OMem.Sqlite", "OMem.ChatClients",
        ],
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
