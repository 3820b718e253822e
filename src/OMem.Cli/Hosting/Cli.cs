using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace OMem.Cli.Hosting;

/// <summary>The door of the program: parses, runs one command, returns the exit code.</summary>
internal static class Cli
{
    /// <summary>How long a cancelled command may tidy up.</summary>
    private static readonly TimeSpan CancelTimeout = TimeSpan.FromSeconds(10);

    // A text that starts with '@' is a text, not a file of arguments.
    private static readonly ParserConfiguration Parser = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs a command line.</summary>
    public static async Task<int> RunAsync(CliHost host, IReadOnlyList<string> args, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        var parsed = OMemRootCommand.Create(host).Parse(args, Parser);
        try
        {
            return parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction
                ? ReportUsage(host, parsed)
                : await parsed.InvokeAsync(Configuration(host), cancellationToken);
        }
        finally
        {
            await host.Out.FlushAsync(CancellationToken.None);
            await host.Error.FlushAsync(CancellationToken.None);
        }
    }

    private static InvocationConfiguration Configuration(CliHost host) => new()
    {
        Output = host.Out,
        Error = host.Error,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = CancelTimeout,
    };

    private static int ReportUsage(CliHost host, ParseResult parsed)
    {
        if (parsed.Tokens.Count == 0)
        {
            parsed.RootCommandResult.Command.Parse(["--help"], Parser).Invoke(new InvocationConfiguration { Output = host.Error, Error = host.Error });
            return ExitCodes.BadInput;
        }

        // A word that is no command also means that a command is missing; saying both would only be noise.
        var messages = parsed.Errors
            .Where(error => parsed.UnmatchedTokens.Count == 0 || error.SymbolResult is not CommandResult
                || parsed.UnmatchedTokens.Any(word => error.Message.Contains($"'{word}'", StringComparison.Ordinal)))
            .Select(error => error.Message);
        foreach (var message in messages.Distinct(StringComparer.Ordinal))
        {
            ErrorReport.WriteMessage(host, noColor: false, message);
        }

        if (CommandSuggestion.For(parsed) is { } suggestion)
        {
            host.Error.Write($"Did you mean '{suggestion}'?\n");
        }

        host.Error.Write($"See '{CommandSuggestion.PathOf(parsed.CommandResult)} --help'.\n");
        return ExitCodes.BadInput;
    }
}
