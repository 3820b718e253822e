using OMem.Cli.Tests.Support;
using OMem.LoopbackModel;

namespace OMem.Cli.Tests.Llm;

/// <summary>Building a memory with a model: recorded by two processes at once, replayed without one, and with a model that cannot be used.</summary>
public sealed class LlmRecordProcessTests : IDisposable
{
    private const int Messages = 64;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("omem-llm-record-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task TwoProcesses_RecordingIntoOneFolder_CanBeReplayedOffline()
    {
        string[] model = [];
        await using (var server = await LoopbackServer.StartAsync())
        {
            model = ["--llm-endpoint", server.Endpoint.AbsoluteUri, "--llm-model", "m"];
            var both = await Task.WhenAll(
                RememberAsync("one", [.. model, "--llm-record", "exchanges"]),
                RememberAsync("two", [.. model, "--llm-record", "exchanges"]));

            both.ShouldAllBe(result => result.Code == 0, string.Join('\n', both.Select(result => result.Error)));
            server.Log.Count.ShouldBeGreaterThan(1);
        }

        var exchanges = _directory.GetDirectories("exchanges").Single().GetFiles();
        exchanges.ShouldAllBe(file => file.Extension == ".json");
        var replayed = await RememberAsync("three", ["--llm-model", "m", "--llm-replay", "exchanges"]);
        replayed.Code.ShouldBe(0, replayed.Error);
        (await ExportAsync("three")).ShouldBe(await ExportAsync("one"));
    }

    [Fact]
    public async Task Replay_NothingRecorded_SaysWhichPromptAndLosesNothing()
    {
        _directory.CreateSubdirectory("empty");

        var (code, _, error) = await RememberAsync("store", ["--llm-model", "m", "--llm-replay", "empty"]);

        code.ShouldBe(1);
        error.ShouldContain("No recorded exchange");
        error.ShouldContain("(reader)");
        error.ShouldContain("--llm-record DIR");
        (await ExportAsync("store")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(Messages);
    }

    [Theory]
    [InlineData(LoopbackFault.Unauthorized, "does not accept the key")]
    [InlineData(LoopbackFault.UnknownModel, "does not know model 'm'")]
    [InlineData(LoopbackFault.Html, "is not the endpoint of a language model")]
    public async Task Remember_ModelThatCannotBeUsed_SaysSoAndLosesNothing(LoopbackFault fault, string message)
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Faults = FaultPlans.Always(fault) });

        var (code, _, error) = await RememberAsync("store", ["--llm-endpoint", server.Endpoint.AbsoluteUri, "--llm-model", "m"]);

        code.ShouldBe(1);
        error.ShouldContain(message);
        (await ExportAsync("store")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(Messages);
    }

    private Task<(int Code, string Out, string Error)> RememberAsync(string store, string[] model) =>
        OMemProcess.RunAsync(_directory.FullName, Environment(store), Chats.Lines(Messages), ["remember", "-", .. model]);

    private async Task<string> ExportAsync(string store)
    {
        var (code, output, error) = await OMemProcess.RunAsync(_directory.FullName, Environment(store), "", "export");
        code.ShouldBe(0, error);
        return output;
    }

    private static Dictionary<string, string> Environment(string store) =>
        new(StringComparer.Ordinal) { ["OMEM_TENANT"] = "t", ["OMEM_USER"] = "u", ["OMEM_DATA"] = store };
}
