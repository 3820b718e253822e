namespace OMem.Models.Stress;

/// <summary>The child: understands what waits, however often a call fails, and says how far it has come.</summary>
internal static class FlushCommand
{
    public static async Task<int> RunAsync(string file, string endpoint, MemoryMethod method)
    {
        await using var engine = new Engines(file, endpoint, options =>
        {
            options.Method = method;
            options.UnderstandingLease = TimeSpan.FromSeconds(2);
            options.Models.MessagesPerCall = 8;
            options.Models.MaxParallelCalls = 2;
            options.Models.CallTimeout = TimeSpan.FromMilliseconds(400);
            options.Models.RetryDelay = TimeSpan.FromMilliseconds(5);
            options.Models.MaxRetryDelay = TimeSpan.FromMilliseconds(50);
        });
        while (true)
        {
            try
            {
                await engine.Memory.FlushAsync(new Lines());
                return 0;
            }
            catch (ModelException fault) when (!fault.IsTransient)
            {
                // A real key would not become right by itself; here it does.
                await Console.Out.WriteLineAsync($"setting {fault.Fault}");
            }
        }
    }

    private sealed class Lines : IProgress<FlushProgress>
    {
        public void Report(FlushProgress value)
        {
            Console.WriteLine(FormattableString.Invariant($"remaining {value.Remaining}"));
            Console.Out.Flush();
        }
    }
}
