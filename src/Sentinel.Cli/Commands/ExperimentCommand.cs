using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Sentinel.Cli.Hosting;
using Sentinel.Cli.Output;
using Sentinel.Cli.Settings;
using Sentinel.Replay.Experiment;
using Spectre.Console;

namespace Sentinel.Cli.Commands;

/// <summary><c>sentinel experiment</c>: the fair experiment on memory, from its committed configuration to every table and figure. Killed and started again it goes on.</summary>
internal static class ExperimentCommand
{
    private const string Default = "experiments/fair-experiment.json";

    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var command = new Command("experiment", "Run the fair experiment on memory from its configuration, and write every table and figure. Started again after a kill it goes on.");
        var config = new Option<string>("--config") { HelpName = "FILE", Description = "The configuration.", DefaultValueFactory = _ => Default };
        var folder = new Option<string>("--out") { HelpName = "FOLDER", Description = "Where tables and figures go; the page FOLDER.md gets its tables anew where it is there.", DefaultValueFactory = _ => "docs/experiment" };
        var prices = new Option<string[]>("--bars") { HelpName = "FILE", Description = "Real prices, CSV named SYMBOL_..., once a symbol; without it the worlds of real prices are left out.", AllowMultipleArgumentsPerToken = true };
        var limit = new Option<int?>("--limit") { HelpName = "USERS", Description = "Only so many traders, for a quick look." };
        var log = OptionFactory.Text("--log", "FILE", "The log of finished runs, for going on; in the temporary folder when not given.");
        var anyBuild = new Option<bool>("--any-build") { Description = "Go on with runs of another build: for changes of tables and figures alone." };
        foreach (var option in new Option[] { config, folder, prices, limit, log, anyBuild })
        {
            command.Options.Add(option);
        }

        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            if (context.Get(limit) is < 2)
            {
                throw new UsageException("--limit needs 2 traders or more: one is another's placebo.");
            }

            var settings = Read(context.Get(config)!);
            var options = new ExperimentOptions
            {
                OutFolder = context.Get(folder)!,
                LogPath = context.Get(log) ?? Path.Combine(Path.GetTempPath(), "sentinel-experiment", $"{ExperimentFile.Hash(settings)}-{context.Get(limit)?.ToString(CultureInfo.InvariantCulture) ?? "all"}.jsonl"),
                Prices = context.Get(prices) ?? [],
                Limit = context.Get(limit),
                AnyBuild = context.Get(anyBuild),
            };
            var summary = await ProgressDisplay.RunAsync(context, "experiment", report => Run(settings, options, report, cancellationToken));
            if (context.Json)
            {
                context.Write(Json(summary));
            }
            else
            {
                Write(context.Out, summary);
            }

            // What must be 0 and is not is a failure, whatever else was found.
            return summary is { AfterGate: 0, Leaks: 0 } ? ExitCodes.Done : ExitCodes.Failed;
        });
        return command;
    }

    private static ExperimentConfig Read(string path)
    {
        try
        {
            return ExperimentFile.Read(path);
        }
        catch (ExperimentException fault)
        {
            throw new UsageException(fault.Message);
        }
    }

    private static async Task<ExperimentSummary> Run(ExperimentConfig config, ExperimentOptions options, Action<double> report, CancellationToken cancellationToken)
    {
        try
        {
            return await MemoryExperiment.RunAsync(config, options, new Share(report), cancellationToken);
        }
        catch (ExperimentException fault)
        {
            throw new CommandFailedException(fault.Message);
        }
    }

    private static JsonObject Json(ExperimentSummary summary) => new()
    {
        ["users"] = summary.Users,
        ["whole"] = summary.IsWhole,
        ["runs"] = summary.Runs,
        ["resumed"] = summary.Resumed,
        ["after_gate"] = summary.AfterGate,
        ["leaks"] = summary.Leaks,
        ["seconds"] = Math.Round(summary.Elapsed.TotalSeconds, 1),
        ["files"] = JsonFormat.Array(summary.Files.Select(static file => (JsonNode?)JsonValue.Create(file))),
    };

    private static void Write(IAnsiConsole console, ExperimentSummary summary)
    {
        var table = new Table().Border(TableBorder.Minimal).HideHeaders().AddColumns("", "");
        Row("runs", $"{summary.Runs} of {summary.Users} traders, {summary.Resumed} of them done before");
        Row("whole configuration", $"{(summary.IsWhole ? "yes" : "no: fewer traders, or no real prices")}");
        Row("limits broken by orders that were sent", $"{summary.AfterGate}");
        Row("as-of leaks", $"{summary.Leaks}");
        Row("time", $"{summary.Elapsed:h\\:mm\\:ss}");
        Row("files", $"{string.Join('\n', summary.Files)}");
        console.Write(table);

        void Row(string name, FormattableString value) => table.AddRow(SafeText.Markup(name), SafeText.Markup(FormattableString.Invariant(value)));
    }

    /// <summary>Passes on how far it is at once: a bar on the console needs no other thread.</summary>
    private sealed class Share(Action<double> report) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value) => report(value.Total is 0 ? 0 : (double)value.Done / value.Total);
    }
}
