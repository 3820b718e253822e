using System.Diagnostics;
using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Processes;

/// <summary>An import whose process is killed in the middle: run again, it ends where one that was never killed does.</summary>
public sealed class ImportKillTests : IDisposable
{
    private const int Messages = 6_000;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("omem-import-kill-test-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Chat_KilledAgainAndAgain_EndsWithEveryMessageOnce()
    {
        await File.WriteAllTextAsync(Path("chat.jsonl"), Chats.Lines(Messages));
        var kills = await KillUntilDoneAsync("killed", "import", "chat.jsonl", "--no-wait");
        (await RunAsync("whole", "import", "chat.jsonl", "--no-wait")).Code.ShouldBe(0);

        kills.ShouldBeGreaterThan(0);
        (await RunAsync("killed", "export")).Out.ShouldBe((await RunAsync("whole", "export")).Out);
        (await RunAsync("killed", "import", "chat.jsonl", "--no-wait")).Out.ShouldContain("Stored 0 new, 6,000 were there already");
    }

    [Fact]
    public async Task Restore_KilledAgainAndAgain_IsWhollyThereOrNotAtAll()
    {
        await File.WriteAllTextAsync(Path("chat.jsonl"), Chats.Tea + Chats.Lines(Messages));
        (await RunAsync("from", "import", "chat.jsonl")).Code.ShouldBe(0);
        (await RunAsync("from", "export", "--full", "-o", "all.jsonl")).Code.ShouldBe(0);

        var kills = await KillUntilDoneAsync(
            "to", check: async () => (await RunAsync("to", "export", "--json")).Out.Split('\n').Length.ShouldBeOneOf(1, Messages + 5), "import", "all.jsonl");

        kills.ShouldBeGreaterThan(0);
        (await RunAsync("to", "export", "--full", "-o", "again.jsonl")).Code.ShouldBe(0);
        (await File.ReadAllBytesAsync(Path("again.jsonl"))).ShouldBe(await File.ReadAllBytesAsync(Path("all.jsonl")));
    }

    private string Path(string name) => System.IO.Path.Combine(_directory.FullName, name);

    private Task<int> KillUntilDoneAsync(string user, params string[] args) => KillUntilDoneAsync(user, check: () => Task.CompletedTask, args);

    /// <summary>Starts the command and kills it, each time after a longer while, until it comes to its end by itself.</summary>
    private async Task<int> KillUntilDoneAsync(string user, Func<Task> check, params string[] args)
    {
        for (var kills = 0; ; kills++)
        {
            using var process = OMemProcess.Start(_directory.FullName, Scope(user), args);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            if (await EndsWithinAsync(process, TimeSpan.FromMilliseconds(150 + (kills * 60))))
            {
                process.ExitCode.ShouldBe(0, await error);
                (await output).ShouldNotBeEmpty();
                return kills;
            }

            // SIGKILL: nothing of the process runs any more.
            process.Kill();
            await process.WaitForExitAsync();
            await check();
        }
    }

    private static async Task<bool> EndsWithinAsync(Process process, TimeSpan time)
    {
        using var patience = new CancellationTokenSource(time);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private Task<(int Code, string Out, string Error)> RunAsync(string user, params string[] args) =>
        OMemProcess.RunAsync(_directory.FullName, Scope(user), "", args);

    private static Dictionary<string, string> Scope(string user) => new(StringComparer.Ordinal)
    {
        ["OMEM_TENANT"] = "t", ["OMEM_USER"] = user, ["OMEM_DATA"] = "store",
    };
}
