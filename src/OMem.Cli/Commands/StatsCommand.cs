using System.CommandLine;
using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Sessions;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem stats</c>: how much a scope holds.</summary>
internal static class StatsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var command = new Command("stats", "Show how much the memory holds and how much room it takes.");
        command.Reads(
            host, globals,
            static (memory, _, cancellationToken) => memory.GetStatsAsync(cancellationToken),
            static json => json.MemoryStats, StatsView.Write);
        return command;
    }
}
