using System.Diagnostics;

namespace OMem.Sqlite.Stress;

/// <summary>This program, started again as a child that can be killed at any moment.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    public int ExitCode => _process.ExitCode;

    public static ChildProcess Start(params string[] arguments)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";
        var start = new ProcessStartInfo(host, [typeof(ChildProcess).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        return new ChildProcess(Process.Start(start) ?? throw new InvalidOperationException("The child did not start."));
    }

    /// <summary>The next line; null when the child has ended. A line that was cut short by a kill is left out.</summary>
    public Task<string?> ReadLineAsync() => _process.StandardOutput.ReadLineAsync();

    /// <summary>Ends the child as <c>kill -9</c> does (on Windows: TerminateProcess).</summary>
    public void Kill() => _process.Kill();

    /// <summary>What is left in the pipe. The last line counts only when its end was written.</summary>
    public async Task<IReadOnlyList<string>> ReadRestAsync()
    {
        var rest = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        var lines = rest.Split('\n');
        return lines[..^1];
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
