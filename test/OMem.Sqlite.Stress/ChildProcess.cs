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

    /// <summary>The next line; null when the child has ended. The last one may be cut short by a kill.</summary>
    public Task<string?> ReadLineAsync() => _process.StandardOutput.ReadLineAsync();

    /// <summary>Gives it a line to read.</summary>
    public async Task WriteLineAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Ends the child as <c>kill -9</c> does (on Windows: TerminateProcess).</summary>
    /// <returns>False when it had ended before.</returns>
    public bool Kill()
    {
        var wasAlive = !_process.HasExited;
        _process.Kill();
        return wasAlive;
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

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
