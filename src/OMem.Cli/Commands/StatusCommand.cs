using System.CommandLine;
using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Sessions;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem status</c>: how far understanding has come, and what ails it.</summary>
internal static class StatusCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var command = new Command("status", "Show how far understanding has come: waiting, given up, stale vectors, failures.");
        command.Reads(
            host, globals,
            static (memory, _, cancellationToken) => memory.GetStatusAsync(cancellationToken),
            static json => json.MemoryStatus, StatusView.Write);
        return command;
    }
}
