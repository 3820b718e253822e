using CsCheck;
using OMem.Tests.Engine;

namespace OMem.Tests.Understanding.Outbox;

/// <summary>What a memory holds follows from the messages and the answers, not from which answer came first.</summary>
public sealed class LatencyProperties
{
    [Fact]
    public async Task Flush_AnswersInAnyOrder_SameMemoryAndLedger()
    {
        var expected = await DumpAsync(latencies: null);
        await Gen.Int[0, 400].Array[64].SampleAsync(async latencies => string.Equals(await DumpAsync(latencies), expected, StringComparison.Ordinal), iter: 20, threads: 1);
    }

    private static async Task<string> DumpAsync(int[]? latencies)
    {
        var calls = -1;
        await using var talk = new JudgedTalk(async (_, token) =>
        {
            for (var turns = latencies?[Interlocked.Increment(ref calls) % latencies.Length] ?? 0; turns > 0; turns--)
            {
                token.ThrowIfCancellationRequested();
                await Task.Yield();
            }
        });
        await talk.RememberAsync(150);
        await talk.Memory.FlushAsync();
        (await talk.Memory.GetStatusAsync()).Pending.ShouldBe(0);
        talk.Judge.Calls.Count.ShouldBeGreaterThan(1);
        return await talk.DumpAsync();
    }
}
