using OMem.Cli.Tests.Support;
using OMem.LoopbackModel;

namespace OMem.Cli.Tests.Llm;

/// <summary>A model that is not there, and messages it cannot take: said soon, with exit code 1, and nothing lost.</summary>
public sealed class LlmSilentProcessTests : IDisposable
{
    private static readonly Dictionary<string, string> Scope =
        new(StringComparer.Ordinal) { ["OMEM_TENANT"] = "acme", ["OMEM_USER"] = "alice", ["OMEM_DATA"] = "store" };

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("omem-llm-silent-");

    public LlmSilentProcessTests() => File.WriteAllText(
        Path.Combine(_directory.FullName, "talk.jsonl"),
        """{"id":"m1","speaker":"Alice","text":"I really enjoy fencing","occurredAt":"2024-05-01T10:00:00Z"}""" + "\n");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Remember_NothingListens_SaysSoAndKeepsTheMessages()
    {
        var gone = new UriBuilder("http", "127.0.0.1", await FreePortAsync(), "/v1").Uri;

        var (code, _, error) = await RunAsync(gone, "remember", "talk.jsonl");

        code.ShouldBe(1);
        error.ShouldContain("cannot be reached");
        error.ShouldContain("1 messages are stored and can be recalled");
    }

    [Fact]
    public async Task Remember_AMessageThatDoesNotFit_FailsAndNamesTheCommandThatSaysWhy()
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { ContextTokens = 1_050 });
        var tale = string.Concat(Enumerable.Repeat("and then we sailed on ", 400));
        await File.AppendAllTextAsync(
            Path.Combine(_directory.FullName, "talk.jsonl"), $$"""{"id":"m2","speaker":"Alice","text":"{{tale}}","occurredAt":"2024-05-01T10:01:00Z"}""" + "\n");

        var (code, output, error) = await RunAsync(server.Endpoint, "remember", "talk.jsonl");

        code.ShouldBe(1);
        output.ShouldContain("Stored 2 new");
        error.ShouldContain("1 could not be understood; 'omem status' says why.");
    }

    /// <summary>A port that was free a moment ago.</summary>
    private static async Task<int> FreePortAsync()
    {
        await using var server = await LoopbackServer.StartAsync();
        return server.Endpoint.Port;
    }

    private Task<(int Code, string Out, string Error)> RunAsync(Uri endpoint, params string[] args) =>
        OMemProcess.RunAsync(_directory.FullName, Scope, "", [.. args, "--llm-endpoint", endpoint.AbsoluteUri, "--llm-model", "m"]);
}
