using System.Diagnostics;
using Sentinel.Cli.Tests.Support;
using Sentinel.Memory;

namespace Sentinel.Cli.Tests.Commands;

/// <summary>Ctrl-C ends a command in order, and the same command goes on from there.</summary>
public sealed class CancelTests : IDisposable
{
    private readonly Workplace _place = new(bars: 400);

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Replay_Interrupted_KeepsWhatWasDoneAndGoesOn()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        (await _place.RunAsync(_place.Replay("whole"))).Code.ShouldBe(0);
        using var process = SentinelProcess.Start(_place.Folder, new Dictionary<string, string>(StringComparer.Ordinal), _place.Replay("stopped"));
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        while (!process.HasExited && (!File.Exists(_place.At("stopped")) || new FileInfo(_place.At("stopped")).Length < 50_000))
        {
            await Task.Yield();
        }

        using var kill = Process.Start("kill", ["-INT", FormattableString.Invariant($"{process.Id}")]);
        await kill.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));

        process.ExitCode.ShouldBe(130);
        (await error).ShouldContain("goes on from there");
        (await output).ShouldBeEmpty();
        JournalVerify.Run(_place.At("stopped")).IsIntact.ShouldBeTrue();
        (await _place.RunAsync(_place.Replay("stopped"))).Code.ShouldBe(0);
        (await File.ReadAllBytesAsync(_place.At("stopped"))).ShouldBe(await File.ReadAllBytesAsync(_place.At("whole")));
    }
}
