using System.CommandLine;
using Sentinel.Agents;
using Sentinel.Cli.Hosting;
using Sentinel.Cli.Output;
using Sentinel.Cli.Plots;
using Sentinel.Cli.Settings;
using Sentinel.Replay;

namespace Sentinel.Cli.Commands;

/// <summary><c>sentinel replay</c>: the whole cycle over recorded bars. Killed and started again it goes on, and the journal ends byte for byte the same.</summary>
internal static class ReplayCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var command = new Command("replay", "Run the decision cycle over recorded bars. Started again after a crash it goes on; the journal ends byte for byte the same.");
        var bars = new BarOptions();
        var session = new SessionSettings();
        var plot = OptionFactory.Text("--plot", "FILE", "Draw equity against holding, with the events, as PNG.");
        bars.AddTo(command);
        session.AddTo(command);
        command.Options.Add(plot);
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            // Whose memory is asked first: nothing is read for nobody.
            globals.Scope(context);
            var series = bars.Read(context);
            using var models = globals.Models(context);
            await using var store = await session.OpenStoreAsync(context, cancellationToken);
            var options = session.Options(context, series[0]) with { Team = GlobalOptions.Team(models), Store = store };
            var points = new List<EventMark>();
            var result = await ProgressDisplay.RunAsync(context, "replay", report => ReplayRun.RunAsync(
                options,
                series,
                cycle =>
                {
                    points.AddRange(EventMark.Of(cycle));
                    if (cycle.Cycle % 50 == 0)
                    {
                        report((double)cycle.Cycle / series.Count);
                    }
                },
                cancellationToken));
            if (context.Get(plot) is { } picture)
            {
                EquityPlot.Save(picture, $"{series[0].Symbol}", [new EquityLine("equity", result.Metrics.Equity)], points);
            }

            if (context.Json)
            {
                context.Write(ReplayView.Json(result));
            }
            else
            {
                ReplayView.Write(context.Out, series, result);
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
