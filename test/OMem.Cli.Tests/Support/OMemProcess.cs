using System.Diagnostics;
using System.Text;

namespace OMem.Cli.Tests.Support;

/// <summary>Runs the built program as a process of its own.</summary>
internal static class OMemProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The program beside which this test was built.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "OMem.Cli.exe" : "OMem.Cli");

    public static async Task<(int Code, string Out, string Error)> RunAsync(
        string directory, IReadOnlyDictionary<string, string> environment, string input, params string[] args)
    {
        using var process = Start(directory, environment, args);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, await output, await error);
    }

    public static Process Start(string directory, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo(Program, args)
        {
            UseShellExecute = false,
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("OMEM_LLM_", StringComparison.Ordinal) || name is "OPENAI_API_KEY").ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var name in (string[])["OMEM_TENANT", "OMEM_USER", "OMEM_AGENT", "OMEM_DATA", "OMEM_METHOD", "OMEM_CONFIG", "OMEM_DEBUG", "NO_COLOR", "CLICOLOR_FORCE", "COLUMNS"])
        {
            start.Environment.Remove(name);
        }

        start.Environment["OMEM_EMBEDDING_MODEL"] = "none";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
