using System.Text;
using OMem.Cli.Sessions;
using OMem.Cli.Settings;

namespace OMem.Cli.Hosting;

/// <summary>Everything a command touches outside itself: streams, environment, place and clock.</summary>
internal sealed record CliHost
{
    /// <summary>Where data goes.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Where errors and progress go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Opens standard input as bytes.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>Whether <see cref="Out"/> is a terminal.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether <see cref="Error"/> is a terminal.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether standard input is a terminal, so that there is somebody to ask.</summary>
    public bool InputIsTerminal { get; init; }

    /// <summary>Reads an environment variable; null when it is not set.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>The directory relative paths start from.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Opens the engine on the store the settings name.</summary>
    public Func<CliSettings, CancellationToken, Task<IMemoryEngine>> OpenEngine { get; init; } = EngineFactory.OpenAsync;

    /// <summary>The host of this process.</summary>
    public static CliHost FromProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new CliHost
        {
            Out = new StreamWriter(Console.OpenStandardOutput(), utf8, 16 * 1024) { AutoFlush = !Console.IsOutputRedirected, NewLine = "\n" },
            Error = new StreamWriter(Console.OpenStandardError(), utf8, 1024) { AutoFlush = true, NewLine = "\n" },
            OpenInput = Console.OpenStandardInput,
            OutIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            InputIsTerminal = !Console.IsInputRedirected,
            Environment = System.Environment.GetEnvironmentVariable,
            WorkingDirectory = System.Environment.CurrentDirectory,
        };
    }
}
