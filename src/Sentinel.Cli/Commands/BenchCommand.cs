using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using OMem;
using OMem.Storage;
using Sentinel.Cli.Hosting;
using Sentinel.Cli.Output;
using Sentinel.Cli.Settings;
using Sentinel.Exchange.Simulator;
using Sentinel.Market;
using Sentinel.Memory;
using Sentinel.Replay;

namespace Sentinel.Cli.Commands;

/// <summary><c>sentinel bench</c>: how fast the cycle is on this machine, with memory and without, and whether the work of a bar grows with history.</summary>
internal static class BenchCommand
{
    private const int Times = 4;

    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var command = new Command("bench", "Measure replay on this machine: bars a second with memory and without, over a history and over four times as much.");
        var bars = OptionFactory.Number("--count", 8_760, 100, 1_000_000, "Bars of the short history; a year of hours");
        command.Options.Add(bars);
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            var count = context.Get(bars);

            // What is compiled on the way would be counted as work of the first rows.
            await RunAsync(Math.Min(count, 2_000), MemoryArm.All, cancellationToken);
            var rows = new List<Row>();
            foreach (var arm in (MemoryArm[])[MemoryArm.None, MemoryArm.All])
            {
                foreach (var times in (int[])[1, Times])
                {
                    rows.Add(await RunAsync(count * times, arm, cancellationToken));
                    context.Note($"{rows[^1].Arm}: {Show.Count(rows[^1].Bars)} bars in {Show.Number(rows[^1].Seconds, "0.0")} s");
                }
            }

            Write(context, rows);
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<Row> RunAsync(int count, MemoryArm arm, CancellationToken cancellationToken)
    {
        var bars = BarGenerator.Generate(new BarGeneratorOptions { Seed = 3, Count = count }).Bars;
        var journal = Path.Combine(Path.GetTempPath(), FormattableString.Invariant($"sentinel-bench-{Environment.ProcessId}.jsonl"));
        await using var store = arm is MemoryArm.None ? null : new InMemoryMemoryStore();
        var options = new SessionOptions
        {
            Scope = new MemoryScope("bench", "bench", "sentinel"),
            Mandate = new Mandate { KnownAt = bars[0].OpenTime, ShortAllowed = true, MaxDrawdown = null },
            Venue = new SimulatorOptions { Instruments = [Instruments.For(bars[0].Symbol, bars[0].Open)] },
            Arm = arm,
            Store = store,
            JournalPath = journal,
        };
        try
        {
            var (began, cpu) = (Stopwatch.GetTimestamp(), Cpu());
            var quarters = new List<double>();
            var last = cpu;
            var result = await ReplayRun.RunAsync(
                options,
                bars,
                cycle =>
                {
                    if (cycle.Cycle % (count / 4) == 0)
                    {
                        var now = Cpu();
                        quarters.Add((now - last) / (count / 4));
                        last = now;
                    }
                },
                cancellationToken);
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            return new Row(arm is MemoryArm.None ? "without memory" : "with memory", count, seconds, (Cpu() - cpu) / count, quarters[0], quarters[3], result.Metrics.Latency(0.5), result.Metrics.Latency(0.95));
        }
        finally
        {
            File.Delete(journal);
            File.Delete(journal + ".lock");
        }
    }

    private static double Cpu()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalMilliseconds;
    }

    private static void Write(CommandContext context, List<Row> rows)
    {
        if (context.Json)
        {
            context.Write(JsonFormat.Array(rows.Select(row => new JsonObject
            {
                ["arm"] = row.Arm, ["bars"] = row.Bars, ["barsPerSecond"] = Math.Round(row.Bars / row.Seconds), ["cpuMsPerBar"] = row.Cpu,
                ["cpuMsFirstQuarter"] = row.First, ["cpuMsLastQuarter"] = row.Last, ["decisionP50Ms"] = row.P50, ["decisionP95Ms"] = row.P95,
            })));
            return;
        }

        var table = Tables.Of("replay on this machine", "", "bars#", "bars/s#", "CPU ms a bar#", "first quarter#", "last quarter#", "p50 ms#", "p95 ms#");
        foreach (var row in rows)
        {
            table.Row(row.Arm, Show.Count(row.Bars), Show.Count((long)(row.Bars / row.Seconds)), Show.Number(row.Cpu), Show.Number(row.First), Show.Number(row.Last), Show.Number(row.P50, "0.00"), Show.Number(row.P95, "0.00"));
        }

        context.Out.Write(table);
        foreach (var pair in rows.Chunk(2))
        {
            context.Out.Write(new Spectre.Console.Text($"{pair[0].Arm}: CPU of a bar over {Times} times the history is {Show.Number(pair[1].Cpu / pair[0].Cpu, "0.00")} times as much\n"));
        }
    }

    private sealed record Row(string Arm, int Bars, double Seconds, double Cpu, double First, double Last, double P50, double P95);
}
