using System.Text.Json;
using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Commands;

/// <summary>The names that <c>--json</c> writes are an interface: a script breaks when one goes, not when one is added.</summary>
public sealed class JsonShapeTests : IAsyncLifetime
{
    private readonly TestHost _host = new();

    public async ValueTask InitializeAsync() => await _host.RememberTeaAsync();

    public ValueTask DisposeAsync()
    {
        _host.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("recall jasmine", "signal items tokens logSequence context analysis trace queryMs")]
    [InlineData("explain jasmine", "signal items tokens logSequence context analysis trace queryMs")]
    [InlineData("persona", "attributes facts clusters")]
    [InlineData("status", "logSequence pending parked staleVectors failures reader embeddingModel store")]
    [InlineData("stats", "interactions sessions speakers span currentAttributes supersededAttributes facts topics clues ledgerEntries indexBytes vectorBytes storeBytes")]
    [InlineData("flush", "understood pending parked logSequence")]
    [InlineData("rebuild", "understood pending parked logSequence")]
    [InlineData("remember tea.jsonl", "stored alreadyStored skipped stopped understood pending parked logSequence")]
    public async Task Object_OfACommand_HasTheseNames(string command, string names) =>
        names.Split(' ').Except(Names(await _host.OmemJsonAsync(command.Split(' '))), StringComparer.Ordinal).ShouldBeEmpty();

    [Theory]
    [InlineData("topics", "id label aliases interactions firstAt lastAt")]
    [InlineData("episodes jasmine", "clue weight interactions")]
    [InlineData("doctor", "name state detail advice")]
    [InlineData("history", "sequence recordedAt actor operation itemId itemKind subject aspect before after supersededId evidence reason similarity")]
    public async Task List_OfACommand_HasEntriesWithTheseNames(string command, string names)
    {
        var list = await _host.OmemJsonAsync(command.Split(' '));

        list.GetArrayLength().ShouldBeGreaterThan(0);
        foreach (var entry in list.EnumerateArray())
        {
            names.Split(' ').Except(Names(entry), StringComparer.Ordinal).ShouldBeEmpty();
        }
    }

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(static property => property.Name)];
}
