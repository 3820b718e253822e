using System.Diagnostics;
using OMem.Cli.Hosting;
using OMem.Cli.Settings;
using OMem.Evaluation.Synthetic;

namespace OMem.Cli.Bench;

/// <summary>
/// Measures whether the work of a message grows with the memory: processor time of remembering and understanding it, when the
/// memory is small and when it is large, in one process and after opening the store anew.
/// </summary>
internal sealed class GrowthRun(CliHost host, CliSettings settings, int seed, int statementEvery)
{
    private const int Batch = 20;
    private const int Window = 100;
    private const int Windows = 5;
    private const int Fill = 500;

    private static readonly MemoryScope Scope = new("bench", "mara");

    /// <summary>Runs it in a place of its own, which is removed afterwards.</summary>
    /// <param name="messages">Messages of the large memory.</param>
    /// <param name="bar">Receives the share that is done, 0-1.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<GrowthRow> RunAsync(int messages, IProgress<double> bar, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bar);
        var place = Directory.CreateTempSubdirectory("omem-growth-");
        try
        {
            // What a first run costs the process itself is no work of a message.
            await MeasureAsync(Here(place, "warm-up"), [], SyntheticMessages(0, Window * Windows), cancellationToken);
            var here = Here(place, "measured");
            var small = await MeasureAsync(here, SyntheticMessages(0, Window), SyntheticMessages(Window, Window * Windows), cancellationToken);
            await FillAsync(here, Window * (Windows + 1), messages, bar, cancellationToken);
            var large = await MeasureAsync(here, [], SyntheticMessages(messages, Window * Windows), cancellationToken);
            bar.Report(1);
            return new GrowthRow(messages, statementEvery, Round(small), Round(large), Round(large / small));
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    /// <summary>Milliseconds of processor time a message, the median of windows. Opening and what is remembered first are not counted.</summary>
    private async Task<double> MeasureAsync(CliSettings here, IReadOnlyList<Interaction> first, IReadOnlyList<Interaction> counted, CancellationToken cancellationToken)
    {
        await using var engine = await host.OpenEngine(here, cancellationToken);
        var memory = engine.ForScope(Scope);
        await RememberAsync(memory, first, cancellationToken);
        await memory.GetStatsAsync(cancellationToken);
        var times = new List<double>();
        foreach (var window in counted.Chunk(Window))
        {
            var before = Used();
            await RememberAsync(memory, window, cancellationToken);
            times.Add((Used() - before).TotalMilliseconds / window.Length);
        }

        return BenchTimes.Of(times).P50;
    }

    private async Task FillAsync(CliSettings here, int from, int to, IProgress<double> bar, CancellationToken cancellationToken)
    {
        await using var engine = await host.OpenEngine(here, cancellationToken);
        var memory = engine.ForScope(Scope);
        for (var at = from; at < to; at += Fill)
        {
            await memory.RememberAsync(SyntheticMessages(at, Math.Min(Fill, to - at)), cancellationToken);
            await memory.FlushAsync(cancellationToken: cancellationToken);
            bar.Report((at - from) / (double)(to - from));
        }
    }

    private static async Task RememberAsync(IMemory memory, IReadOnlyList<Interaction> messages, CancellationToken cancellationToken)
    {
        foreach (var batch in messages.Chunk(Batch))
        {
            await memory.RememberAsync(batch, cancellationToken);
            await memory.FlushAsync(cancellationToken: cancellationToken);
        }
    }

    private CliSettings Here(DirectoryInfo place, string name) => settings with { Data = new Setting(Path.Combine(place.FullName, name), "bench") };

    // A chat of its own for each stretch: the same seed and place give the same messages.
    private IReadOnlyList<Interaction> SyntheticMessages(int from, int count) => new SyntheticChat(seed + from, statementEvery).Messages(from, count);

    private static TimeSpan Used()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private static double Round(double value) => Math.Round(value, 3);
}

/// <summary>What was measured.</summary>
/// <param name="Messages">Messages of the large memory; the small one holds 100.</param>
/// <param name="StatementEvery">One message in so many states something lasting about the speaker.</param>
/// <param name="SmallMs">Milliseconds of processor time a message when the memory is small.</param>
/// <param name="LargeMs">The same when it is large and the store was opened anew.</param>
/// <param name="Ratio">The second divided by the first.</param>
internal sealed record GrowthRow(int Messages, int StatementEvery, double SmallMs, double LargeMs, double Ratio);
