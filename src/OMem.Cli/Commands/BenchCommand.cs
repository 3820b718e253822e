using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.AI;
using OMem.Cli.Bench;
using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Sessions;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem bench</c>: speed of the whole process on this machine.</summary>
internal static class BenchCommand
{
    private const int MostMessages = 1_000_000;

    private static readonly int[] DefaultSizes = [600, 10_000];

    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var sizes = Sizes();
        var questions = OptionFactory.Number("--questions", 200, 1, 100_000, "Questions asked at each size");
        var seed = OptionFactory.Number("--seed", 1, 0, int.MaxValue, "Seed of the synthetic chat");
        var command = new Command("bench", "Measure storing, opening and asking on this machine, as ratios to BM25 alone in the same run.") { sizes, questions, seed };
        command.Subcommands.Add(BenchGrowthCommand.Create(host, globals));
        command.Subcommands.Add(BenchEncryptionCommand.Create(host, globals));
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            var run = new BenchRun(host, context.Settings, context.Get(seed), context.Get(questions));
            var rows = await ProgressDisplay.RunAsync(context, async bars =>
            {
                var done = new List<BenchRow>();
                foreach (var size in context.Get(sizes)!)
                {
                    done.Add(await run.RunAsync(size, bars.Start(size.ToString(CultureInfo.InvariantCulture)), cancellationToken));
                }

                return done;
            });
            var output = new BenchOutput(context.Get(seed), context.Get(questions), ModelName(context), Environment.ProcessorCount, rows);
            context.Show(output, static json => json.BenchOutput, BenchView.Write);
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>The option with the sizes to measure.</summary>
    public static Option<int[]> Sizes() => new("--sizes")
    {
        HelpName = "LIST",
        Description = "Messages in the memory, separated by commas.",
        DefaultValueFactory = static _ => DefaultSizes,
        CustomParser = result => ParseSizes(result.Tokens[0].Value, result.AddError),
    };

    /// <summary>The embedding model the settings name; null for words alone.</summary>
    public static string? ModelName(CommandContext context)
    {
        using var generator = EmbeddingsFactory.Create(context.Settings);
        return (generator?.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata)?.DefaultModelId;
    }

    private static int[] ParseSizes(string list, Action<string> addError)
    {
        var sizes = new List<int>();
        foreach (var word in list.Split(',', StringSplitOptions.TrimEntries))
        {
            if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is > 0 and <= MostMessages)
            {
                sizes.Add(size);
            }
            else
            {
                addError($"--sizes holds '{word}'; sizes are whole numbers from 1 to {MostMessages.ToString("#,0", CultureInfo.InvariantCulture)}.");
            }
        }

        return [.. sizes];
    }
}
