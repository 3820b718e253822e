using System.CommandLine;
using System.CommandLine.Invocation;

namespace Sentinel.Cli.Hosting;

/// <summary>The door of the program: parses, runs one command, returns the exit code.</summary>
internal static class CommandLine
{
    /// <summary>How long a cancelled command may tidy up.</summary>
    private static readonly TimeSpan CancelTimeout = TimeSpan.FromSeconds(10);

    private static readonly ParserConfiguration Parser = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs a command line.</summary>
    public static async Task<int> RunAsync(CliHost host, IReadOnlyList<string> args, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        var parsed = SentinelRootCommand.Create(host).Parse(args, Parser);
        try
        {
            return parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction
                ? ReportUsage(host, parsed)
                : await parsed.InvokeAsync(Configuration(host.Out, host.Error), cancellationToken);
        }
        finally
        {
            await host.Out.FlushAsync(CancellationToken.None);
            await host.Error.FlushAsync(CancellationToken.None);
        }
    }

    private static InvocationConfiguration Configuration(TextWriter output, TextWriter error) =>
        new() { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = CancelTimeout };

    private static int ReportUsage(CliHost host, ParseResult parsed)
    {
        if (parsed.Tokens.Count == 0)
        {
            parsed.RootCommandResult.Command.Parse(["--help"], Parser).Invoke(Configuration(host.Error, host.Error));
            return ExitCodes.BadInput;
        }

        foreach (var message in parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal))
        {
            ErrorReport.WriteMessage(host, noColor: false, message);
        }

        host.Error.Write($"See '{SentinelRootCommand.Name} {(parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ")}--help'.\n");
        return ExitCodes.BadInput;
    }
}
