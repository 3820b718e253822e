using System.Diagnostics;

namespace OMem.Models.Stress;

/// <summary>What building a memory costs in calls, tokens and time, with a model that answers by rules.</summary>
internal static class MeasureCommand
{
    public static async Task<int> BuildAsync(MemoryMethod method, IReadOnlyList<int> sizes)
    {
        Console.WriteLine("messages  calls/message  prompt tokens/message  completion tokens/message  by stage (calls)");
        foreach (var size in sizes)
        {
            await using var server = await LoopbackServer.StartAsync();
            var (status, _) = await RunAsync(server, size, parallel: 4, method);
            Console.WriteLine(FormattableString.Invariant(
                $"{size,8}  {status.Usage.Sum(usage => usage.Calls) / (double)size,13:F4}  {status.Usage.Sum(usage => usage.PromptTokens) / (double)size,21:F1}  {status.Usage.Sum(usage => usage.CompletionTokens) / (double)size,25:F1}  {string.Join(", ", status.Usage.Select(usage => $"{usage.Stage} {usage.Calls}"))}"));
        }

        return 0;
    }

    public static async Task<int> ThroughputAsync(int messages, int latency, int parallel)
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Latency = TimeSpan.FromMilliseconds(latency) });
        var (status, elapsed) = await RunAsync(server, messages, parallel);
        var reached = messages / elapsed.TotalSeconds;
        var reading = status.Usage.Where(usage => usage.Stage is ModelStage.Read).Sum(usage => usage.Calls);
        var limit = messages / (Math.Ceiling(reading / (double)parallel) * latency / 1000);
        Console.WriteLine(FormattableString.Invariant(
            $"{messages} messages in {elapsed.TotalSeconds:F2} s: {reached:F1} messages/s, {reached / limit:P1} of the {limit:F1} that {latency} ms and {parallel} calls at a time allow ({status.Usage.Sum(usage => usage.Calls)} calls, at most {server.Log.MaxInFlight} at once)"));
        return 0;
    }

    private static async Task<(MemoryStatus Status, TimeSpan Elapsed)> RunAsync(LoopbackServer server, int messages, int parallel, MemoryMethod method = MemoryMethod.OMem)
    {
        var folder = Directory.CreateTempSubdirectory("omem-measure-");
        try
        {
            await using var engine = new Engines(Path.Combine(folder.FullName, "memory.db"), server.Endpoint.ToString(), options => (options.Models.MaxParallelCalls, options.Method) = (parallel, method));
            await engine.Memory.RememberAsync(Talk.Messages(messages));
            var start = Stopwatch.GetTimestamp();
            await engine.Memory.FlushAsync();
            var elapsed = Stopwatch.GetElapsedTime(start);
            return (await engine.Memory.GetStatusAsync(), elapsed);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
