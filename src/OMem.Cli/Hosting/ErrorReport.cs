using OMem.Cli.Output;

namespace OMem.Cli.Hosting;

/// <summary>Turns a failure into one message on the error stream and an exit code.</summary>
internal static class ErrorReport
{
    /// <summary>Writes the message of a failure.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(CliHost host, bool noColor, Exception fault, bool cancelled)
    {
        if (fault is OperationCanceledException && cancelled)
        {
            host.Error.Write("Cancelled. What was finished is kept.\n");
            return ExitCodes.Cancelled;
        }

        WriteMessage(host, noColor, Message(fault));
        if (!string.IsNullOrEmpty(host.Environment("OMEM_DEBUG")))
        {
            host.Error.Write(SafeText.Block(fault.ToString()) + "\n");
        }

        return fault is UsageException or InvalidScopeException or InvalidQueryException or InvalidInteractionException or IdempotencyConflictException or InvalidExportException
            or ScopeNotEmptyException or CorrectionException or SensitiveDataException
            ? ExitCodes.BadInput
            : ExitCodes.Failed;
    }

    /// <summary>Writes an error message.</summary>
    public static void WriteMessage(CliHost host, bool noColor, string message)
    {
        var red = TerminalConsole.WantsColor(host.Environment, host.ErrorIsTerminal, noColor);
        host.Error.Write(red ? "\u001b[31merror:\u001b[0m " : "error: ");
        host.Error.Write(SafeText.Block(message) + "\n");
    }

    private static string Message(Exception fault) => fault switch
    {
        UsageException or CommandFailedException or OMemException => fault.Message,
        IOException or UnauthorizedAccessException => fault.Message,
        _ => $"{fault.GetType().Name}: {fault.Message}\nThis is a fault in OMem; set OMEM_DEBUG=1 to see where it comes from.",
    };
}
