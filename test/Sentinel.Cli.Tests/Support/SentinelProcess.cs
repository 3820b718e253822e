using System.Diagnostics;
using System.Text;

namespace Sentinel.Cli.Tests.Support;

/// <summary>Runs the built program as a process of its own.</summary>
internal static class SentinelProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The program beside which this test was built.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Sentinel.Cli.exe" : "Sentinel.Cli");

    public static Task<(int Code, string Out, string Error)> RunAsync(string directory, params string[] args) =>
        RunAsync(directory, new Dictionary<string, string>(StringComparer.Ordinal), args);

    public static async Task<(int Code, string Out, string Error)> RunAsync(string directory, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        using var process = Start(directory, environment, args);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, await output, await error);
    }

    public static Process Start(string directory, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo(Program, args)
        {
            UseShellExecute = false,
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("SENTINEL_", StringComparison.Ordinal) || name is "OPENAI_API_KEY" or "OMEM_LLM_API_KEY" or "NO_COLOR" or "CLICOLOR_FORCE" or "COLUMNS").ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
