using System.CommandLine;
using OMem.Cli.Demo;
using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem demo</c>: a memory built and asked in front of your eyes, with no set-up.</summary>
internal static class DemoCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var timings = OptionFactory.Switch("--timings", "With --json: also how long each recall took.");
        var command = new Command("demo", "Watch a memory being built from a year of chat and asked; needs no set-up, keeps nothing unless --data is given.")
        {
            timings,
        };
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            await using var place = DemoPlace.Open(context);
            await using var engine = await host.OpenEngine(place.Settings, cancellationToken);
            var memory = engine.ForScope(place.Settings.Scope());
            var result = await ProgressDisplay.RunAsync(context, bars => DemoRun.RunAsync(memory, host.Time, bars, cancellationToken));
            if (context.Json)
            {
                JsonText.Write(host.Out, DemoOutput.From(result, context.Get(timings)), OutputJson.Readable.DemoOutput);
                return ExitCodes.Done;
            }

            DemoView.Write(context.Out, result);
            host.Out.Write(place.Hint);
            return ExitCodes.Done;
        });
        return command;
    }
}
