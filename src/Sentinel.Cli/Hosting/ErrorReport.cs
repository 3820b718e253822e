using OMem;
using Sentinel.Cli.Output;
using Sentinel.Market;
using Sentinel.Memory;

namespace Sentinel.Cli.Hosting;

/// <summary>Turns a failure into one message on the error stream and an exit code.</summary>
internal static class ErrorReport
{
    /// <summary>Writes the message of a failure.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(CliHost host, bool noColor, Exception fault, bool cancelled)
    {
        if (fault is OperationCanceledException && cancelled)
        {
            host.Error.Write("Cancelled. What was finished is kept; the same command goes on from there.\n");
            return ExitCodes.Cancelled;
        }

        WriteMessage(host, noColor, Message(fault));
        if (!string.IsNullOrEmpty(host.Environment("SENTINEL_DEBUG")))
        {
            host.Error.Write(SafeText.Block(fault.ToString()) + "\n");
        }

        return fault is UsageException or BarFileException or InvalidScopeException or FormatException ? ExitCodes.BadInput : ExitCodes.Failed;
    }

    /// <summary>Writes an error message.</summary>
    public static void WriteMessage(CliHost host, bool noColor, string message)
    {
        host.Error.Write(TerminalConsole.WantsColor(host.Environment, host.ErrorIsTerminal, noColor) ? "\u001b[31merror:\u001b[0m " : "error: ");
        host.Error.Write(SafeText.Block(message) + "\n");
    }

    private static string Message(Exception fault) => fault switch
    {
        UsageException or CommandFailedException or OMemException or FormatException or JournalException => fault.Message,
        IOException or UnauthorizedAccessException => fault.Message,
        _ => $"{fault.GetType().Name}: {fault.Message}\nThis is a fault in Sentinel; set SENTINEL_DEBUG=1 to see where it comes from.",
    };
}
