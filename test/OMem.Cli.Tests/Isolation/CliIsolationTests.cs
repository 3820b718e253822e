using System.CommandLine;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using OMem.Cli.Hosting;
using OMem.Cli.Tests.Support;
using OMem.Models;
using OMem.Sqlite;
using OMem.Sqlite.Tests.Isolation;

namespace OMem.Cli.Tests.Isolation;

/// <summary>Two processes on one file: an engine that holds the owner's memory open, and the program as a stranger.</summary>
public sealed class CliIsolationTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2024, 4, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("omem-isolation-test-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("ann", "one")]
    [InlineData("' OR '1'='1", null)]
    public async Task EveryCommand_AsAStranger_ShowsAndChangesNothingOfTheOwners(string user, string? agent)
    {
        await using var store = new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = Path.Combine(_directory.FullName, "store", "memory.omem") });
        using var model = new EchoClient();
        var time = new FakeTimeProvider(Start);
        await using var engine = new MemoryEngine(store, options: new OMemOptions { BackgroundUnderstanding = false }, time: time, models: new MemoryModels { Answerer = model });
        var owner = engine.ForScope(new MemoryScope("acme", "ann"));
        var owned = await Fill.OwnerAsync(engine, store, owner.Scope, time);
        await Fill.StrangerAsync(engine.ForScope(new MemoryScope("acme", user, agent)), time.GetUtcNow());
        await File.WriteAllBytesAsync(Path.Combine(_directory.FullName, "owner.jsonl"), owned.Export);
        await File.WriteAllTextAsync(
            Path.Combine(_directory.FullName, "again.jsonl"), $$"""{"id":"{{Owned.Interaction}}","speaker":"Berta","text":"I own a boat.","occurredAt":"2024-05-01T18:30:00Z"}""" + "\n");
        var scope = new Dictionary<string, string>(StringComparer.Ordinal) { ["OMEM_TENANT"] = "acme", ["OMEM_USER"] = user, ["OMEM_DATA"] = "store" };
        if (agent is not null)
        {
            scope["OMEM_AGENT"] = agent;
        }

        foreach (var call in CliCalls.All)
        {
            var line = (string[])[.. call.Verb.Split(' '), .. call.Arguments(owned)];
            var (code, output, error) = await OMemProcess.RunAsync(_directory.FullName, scope, "", line);

            code.ShouldBe(call.Code, $"{string.Join(' ', line)}: {error}");
            error.ShouldContain(call.Says);
            Owned.Canaries.Except([.. call.Named, .. line], StringComparer.Ordinal).Where(canary => (output + error).Contains(canary, StringComparison.OrdinalIgnoreCase))
                .ShouldBeEmpty($"{string.Join(' ', line)} gives something of the owner away: {output}{error}");
        }

        (await Exported.BytesAsync(owner)).ShouldBe(owned.Export);
        (await store.CheckIntegrityAsync()).ShouldBeEmpty();
    }

    [Fact]
    public void EveryCommand_HasACaseOrNeedsNoScope()
    {
        using var host = new TestHost();
        var verbs = Leaves(OMemRootCommand.Create(host.Host), "").ToArray();

        verbs.Except(CliCalls.All.Select(static call => call.Verb), StringComparer.Ordinal).ShouldBe(
            CliCalls.WithoutAScope.Keys, ignoreOrder: true,
            customMessage: "add a CliCall in test/OMem.Cli.Tests/Isolation/CliCall.cs that runs the command as a stranger, or say there why it works on no memory");
    }

    private static IEnumerable<string> Leaves(Command command, string path) => command.Subcommands.SelectMany(child =>
    {
        var name = path + child.Name;
        return child.Subcommands.Count == 0 ? [name] : child.Action is null ? Leaves(child, name + " ") : Leaves(child, name + " ").Prepend(name);
    });
}
