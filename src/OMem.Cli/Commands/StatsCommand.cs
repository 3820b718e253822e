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
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            await using var session = await MemorySession.OpenAsync(context, cancellationToken);
            var stats = await session.Memory.GetStatsAsync(cancellationToken);
            if (context.Json)
            {
                JsonText.Write(host.Out, stats, OutputJson.Readable.MemoryStats);
            }
            else
            {
                StatsView.Write(context.Out, stats);
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
