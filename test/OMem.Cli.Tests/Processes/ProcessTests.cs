using System.Runtime.InteropServices;
using System.Text.Json;
using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Processes;

/// <summary>The program as its users run it.</summary>
public sealed class ProcessTests : IDisposable
{
    private static readonly Dictionary<string, string> Scope = new(StringComparer.Ordinal) { ["OMEM_TENANT"] = "t", ["OMEM_USER"] = "u", ["OMEM_DATA"] = "store" };

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("omem-process-test-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Help_Asked_EndsWithZero()
    {
        var (code, output, error) = await RunAsync(new(StringComparer.Ordinal), "", "--help");

        code.ShouldBe(0);
        output.ShouldContain("omem [command] [options]");
        error.ShouldBeEmpty();
    }

    [Fact]
    public async Task BadUsage_EndsWithTwoAndNothingOnStandardOutput()
    {
        var (code, output, error) = await RunAsync(new(StringComparer.Ordinal), "", "recal");

        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain("Did you mean 'recall'?");
    }

    [Fact]
    public async Task MissingScope_EndsWithTwo()
    {
        var (code, output, error) = await RunAsync(new(StringComparer.Ordinal), "", "persona", "--data", "store");

        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain("there is no default");
    }

    [Fact]
    public async Task MissingStore_EndsWithOne()
    {
        var (code, output, error) = await RunAsync(Scope, "", "recall", "tea");

        code.ShouldBe(1);
        output.ShouldBeEmpty();
        error.ShouldContain("There is no memory at");
    }

    [Fact]
    public async Task StandardInput_GoodThenBadLine_StoresTheGoodAndEndsWithTwo()
    {
        var (code, output, error) = await RunAsync(Scope, Chats.Tea + "{oops\n", "remember", "-");

        code.ShouldBe(2);
        output.ShouldStartWith("Stored 4 new");
        error.ShouldContain("error: standard input, line 5: not valid JSON");
        var asked = await RunAsync(Scope, "", "recall", "jasmine tea", "--json");
        asked.Code.ShouldBe(0);
        using var document = JsonDocument.Parse(asked.Out);
        document.RootElement.GetProperty("items")[0].GetProperty("id").GetString().ShouldBe("m3");
    }

    [Fact]
    public async Task Colours_OnlyWhenForcedAndNotRefused()
    {
        await RunAsync(Scope, Chats.Tea, "remember", "-");

        (await RunAsync(Scope, "", "recall", "tea")).Out.ShouldNotContain('\u001b');
        (await RunAsync(With(("CLICOLOR_FORCE", "1")), "", "recall", "tea")).Out.ShouldContain("\u001b[");
        (await RunAsync(With(("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")), "", "recall", "tea")).Out.ShouldNotContain('\u001b');
    }

    [Theory]
    [InlineData("UTC", "C.UTF-8")]
    [InlineData("Pacific/Kiritimati", "tr_TR.UTF-8")]
    [InlineData("Pacific/Pago_Pago", "ar_SA.UTF-8")]
    public async Task TimeZoneAndCulture_AnyOfThem_GiveTheSameBytes(string zone, string culture)
    {
        var environment = With(("TZ", zone), ("LANG", culture), ("LC_ALL", culture));
        (await RunAsync(environment, Chats.Tea, "remember", "-")).Code.ShouldBe(0);

        var export = await RunAsync(environment, "", "export", "--derived");
        var recall = await RunAsync(environment, "", "recall", "What does Ana love since last week?", "--json", "--trace");
        var shown = await RunAsync(environment, "", "persona");

        var bytes = export.Out + recall.Out + shown.Out;
        var expected = await ReferenceAsync();
        bytes.ShouldBe(expected);
    }

    [Fact]
    public async Task Interrupt_WhileReading_EndsWith130AndKeepsWhatIsStored()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no SIGINT for a child process.");
        }

        using var process = OMemProcess.Start(_directory.FullName, Scope, "remember", "-", "--no-wait");
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(Chats.Lines(300));
        await process.StandardInput.FlushAsync();
        while (!File.Exists(Path.Combine(_directory.FullName, "store", "memory.omem")))
        {
            await Task.Yield();
        }

        _ = Kill(process.Id, signal: 2);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));

        process.ExitCode.ShouldBe(130);
        (await error).ShouldContain("Cancelled. What was finished is kept.");
        (await RunAsync(Scope, "", "doctor")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Interrupt_WhileUnderstanding_RunAgain_GivesTheMemoryOfAnUndisturbedRun()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no SIGINT for a child process.");
        }

        var chat = Chats.Tea + Chats.Lines(400);
        using (var process = OMemProcess.Start(_directory.FullName, Scope, "remember", "-"))
        {
            await process.StandardInput.WriteAsync(chat);
            process.StandardInput.Close();
            while (!process.HasExited && !File.Exists(Path.Combine(_directory.FullName, "store", "memory.omem-wal")))
            {
                await Task.Yield();
            }

            _ = Kill(process.Id, signal: 2);
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
            process.ExitCode.ShouldBeOneOf(0, 130);
        }

        (await RunAsync(Scope, chat, "remember", "-")).Code.ShouldBe(0);

        using var status = JsonDocument.Parse((await RunAsync(Scope, "", "status", "--json")).Out);
        status.RootElement.GetProperty("pending").GetInt32().ShouldBe(0);
        var resumed = await RunAsync(Scope, "", "export", "--derived");
        var undisturbed = With(("OMEM_DATA", "undisturbed"));
        (await RunAsync(undisturbed, chat, "remember", "-")).Code.ShouldBe(0);
        resumed.Out.ShouldBe((await RunAsync(undisturbed, "", "export", "--derived")).Out);
    }

    [Fact]
    public async Task Completion_LoadedByBash_CompletesTheLine()
    {
        if (OperatingSystem.IsWindows() || !File.Exists("/bin/bash"))
        {
            Assert.Skip("There is no bash.");
        }

        var script = $"""
            omem() ("{OMemProcess.Program}" "$@")
            eval "$(omem completion bash)"
            COMP_LINE='omem recall x --bud'; COMP_POINT=19; _omem_complete; printf '%s\n' "$COMPREPLY"
            """;
        var start = new System.Diagnostics.ProcessStartInfo("/bin/bash", ["--norc", "-c", script]) { UseShellExecute = false, RedirectStandardOutput = true };
        using var bash = System.Diagnostics.Process.Start(start).ShouldNotBeNull();

        (await bash.StandardOutput.ReadToEndAsync()).Trim().ShouldBe("--budget");
    }

    private async Task<string> ReferenceAsync()
    {
        var reference = Directory.CreateTempSubdirectory("omem-process-reference-");
        try
        {
            await OMemProcess.RunAsync(reference.FullName, Scope, Chats.Tea, "remember", "-");
            var export = await OMemProcess.RunAsync(reference.FullName, Scope, "", "export", "--derived");
            var recall = await OMemProcess.RunAsync(reference.FullName, Scope, "", "recall", "What does Ana love since last week?", "--json", "--trace");
            var shown = await OMemProcess.RunAsync(reference.FullName, Scope, "", "persona");
            return export.Out + recall.Out + shown.Out;
        }
        finally
        {
            reference.Delete(recursive: true);
        }
    }

    private Task<(int Code, string Out, string Error)> RunAsync(Dictionary<string, string> environment, string input, params string[] args) =>
        OMemProcess.RunAsync(_directory.FullName, environment, input, args);

    private static Dictionary<string, string> With(params (string Name, string Value)[] more)
    {
        var environment = new Dictionary<string, string>(Scope, StringComparer.Ordinal);
        foreach (var (name, value) in more)
        {
            environment[name] = value;
        }

        return environment;
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int process, int signal);
}
