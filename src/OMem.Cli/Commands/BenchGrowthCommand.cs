using System.CommandLine;
using System.Globalization;
using OMem.Cli.Bench;
using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem bench growth</c>: whether the work of a message grows with the memory.</summary>
internal static class BenchGrowthCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var messages = OptionFactory.Number("--messages", 10_000, 1_000, 1_000_000, "Messages of the large memory; the small one holds 100");
        var every = OptionFactory.Number("--statement-every", 4, 1, 1_000, "One message in so many states something lasting about its speaker");
        var seed = OptionFactory.Number("--seed", 1, 0, 1_000_000, "Seed of the synthetic chat");
        var command = new Command("growth", "Measure the processor time of remembering and understanding a message in a small and in a large memory.") { messages, every, seed };
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            var run = new GrowthRun(host, context.Settings, context.Get(seed), context.Get(every));
            var row = await ProgressDisplay.RunAsync(context, bars => run.RunAsync(
                context.Get(messages), bars.Start(context.Get(messages).ToString(CultureInfo.InvariantCulture)), cancellationToken));
            context.Show(row, static json => json.GrowthRow, GrowthView.Write);
            return ExitCodes.Done;
        });
        return command;
    }
}
