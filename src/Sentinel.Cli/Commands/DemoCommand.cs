using System.CommandLine;
using Sentinel.Cli.Demo;
using Sentinel.Cli.Hosting;
using Sentinel.Cli.Output;
using Sentinel.Cli.Settings;

namespace Sentinel.Cli.Commands;

/// <summary><c>sentinel demo</c>: profile, replay and report on generated data, in less than a minute and without a network.</summary>
internal static class DemoCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var command = new Command("demo", "See it work on generated data in less than a minute: a synthetic trader is profiled, the cycle replayed with and without memory, a report drawn.");
        var folder = new Option<string>("--out") { HelpName = "DIR", DefaultValueFactory = _ => "sentinel-demo", Description = "Where the data, the journals and the pictures go." };
        var seed = OptionFactory.Number("--seed", 11, 0, 1_000_000, "The seed of everything");
        command.Options.Add(folder);
        command.Options.Add(seed);
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            var place = context.Get(folder)!;
            Directory.CreateDirectory(place);
            var run = new DemoRun(place, context.Get(seed));
            var report = await ProgressDisplay.RunAsync(context, "demo", progress => run.RunAsync(progress, cancellationToken));
            if (context.Json)
            {
                context.Write(DemoView.Json(report));
            }
            else
            {
                DemoView.Write(context.Out, report);
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
