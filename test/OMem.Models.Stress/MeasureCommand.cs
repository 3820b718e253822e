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
            var status = await RunAsync(server, size, method);
            Console.WriteLine(FormattableString.Invariant(
                $"{size,8}  {status.Usage.Sum(usage => usage.Calls) / (double)size,13:F4}  {status.Usage.Sum(usage => usage.PromptTokens) / (double)size,21:F1}  {status.Usage.Sum(usage => usage.CompletionTokens) / (double)size,25:F1}  {string.Join(", ", status.Usage.Select(usage => $"{usage.Stage} {usage.Calls}"))}"));
        }

        return 0;
    }

    public static async Task<int> ThroughputAsync(int messages, int latency, int parallel, int scopes)
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Latency = TimeSpan.FromMilliseconds(latency) });
        var folder = Directory.CreateTempSubdirectory("omem-measure-");
        try
        {
            await using var engine = new Engines(Path.Combine(folder.FullName, "memory.db"), server.Endpoint.ToString(), options => options.Models.MaxParallelCalls = parallel);
            IMemory[] memories = [.. Enumerable.Range(0, scopes).Select(engine.Of)];
            foreach (var memory in memories)
            {
                await memory.RememberAsync(Talk.Messages(messages));
            }

            var start = Stopwatch.GetTimestamp();
            await Task.WhenAll(memories.Select(static memory => memory.FlushAsync()));
            Report(messages * scopes, Stopwatch.GetElapsedTime(start), [.. (await Task.WhenAll(memories.Select(static memory => memory.GetStatusAsync()))).SelectMany(static status => status.Usage)], latency, parallel);
            Console.WriteLine(FormattableString.Invariant($"at most {server.Log.MaxInFlight} calls at once"));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Report(int messages, TimeSpan elapsed, IReadOnlyList<StageUsage> usage, int latency, int parallel)
    {
        var reading = usage.Where(static stage => stage.Stage is ModelStage.Read).Sum(static stage => stage.Calls);
        var all = usage.Sum(static stage => stage.Calls);
        Console.WriteLine(FormattableString.Invariant(
            $"{messages} messages in {elapsed.TotalSeconds:F2} s: {messages / elapsed.TotalSeconds:F1} messages/s, {Least(all) / elapsed:P1} of what {latency} ms and {parallel} calls at a time allow for {all} calls, {Least(reading) / elapsed:P1} of it for the {reading} that read"));
        TimeSpan Least(long calls) => TimeSpan.FromMilliseconds(Math.Ceiling(calls / (double)parallel) * latency);
    }

    private static async Task<MemoryStatus> RunAsync(LoopbackServer server, int messages, MemoryMethod method)
    {
        var folder = Directory.CreateTempSubdirectory("omem-measure-");
        try
        {
            await using var engine = new Engines(Path.Combine(folder.FullName, "memory.db"), server.Endpoint.ToString(), options => options.Method = method);
            await engine.Memory.RememberAsync(Talk.Messages(messages));
            await engine.Memory.FlushAsync();
            return await engine.Memory.GetStatusAsync();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
