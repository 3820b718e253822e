using System.CommandLine;
using OMem.Cli.Bench;
using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem bench encryption</c>: what encryption at rest costs.</summary>
internal static class BenchEncryptionCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var sizes = BenchCommand.Sizes();
        var questions = OptionFactory.Number("--questions", 200, 1, 100_000, "Questions asked at each size");
        var every = OptionFactory.Number("--statement-every", 4, 1, 1_000, "One message in so many states something lasting about its speaker");
        var seed = OptionFactory.Number("--seed", 1, 0, 1_000_000, "Seed of the synthetic chat");
        var command = new Command("encryption", "Measure storing, understanding, opening, asking and size with and without encryption, in turns in one run.") { sizes, questions, every, seed };
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            var run = new EncryptionRun(host, context.Settings, context.Get(seed), context.Get(questions), context.Get(every));
            var rows = await ProgressDisplay.RunAsync(context, async bars =>
            {
                var done = new List<EncryptionRow>();
                foreach (var size in context.Get(sizes)!)
                {
                    done.Add(await run.RunAsync(size, bars.Start(PairTable.Count(size)), cancellationToken));
                }

                return done;
            });
            var output = new EncryptionOutput(
                context.Get(seed), context.Get(questions), context.Get(every), BenchCommand.ModelName(context), Environment.ProcessorCount, rows);
            context.Show(output, static json => json.EncryptionOutput, EncryptionView.Write);
            return ExitCodes.Done;
        });
        return command;
    }
}
