using OMem.LoopbackModel;
using OMem.Models.Stress;

namespace OMem.Models.Tests;

/// <summary>A real store file, a real HTTP server and real processes. Proves the machinery, not the quality of any reading.</summary>
public sealed class StormTests
{
    [Theory]
    [InlineData(MemoryMethod.OMem)]
    [InlineData(MemoryMethod.Paper)]
    public async Task Flush_ThirdOfCallsFailAndKilledFiveTimes_LosesNothingAndHasNothingTwice(MemoryMethod method)
    {
        var result = await Storm.RunAsync(messages: 120, kills: 5, seed: 7, method);

        result.Faults.ShouldBeEmpty();
        result.Kills.ShouldBe(5);
        result.FailedRequests.ShouldBeGreaterThan(0);
        (result.Understood + result.Parked).ShouldBe(120);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12, LoopbackFault.DropsItems)]
    [InlineData(13, LoopbackFault.HoldsLess)]
    [InlineData(14, LoopbackFault.UnknownIds, LoopbackFault.MissingField)]
    public async Task Flush_AnswersThatLeaveThingsOut_EveryFactIsThere(int seed, params LoopbackFault[] faults)
    {
        var result = await Storm.RunAsync(messages: 240, kills: 0, seed, MemoryMethod.OMem, faults);

        result.Faults.ShouldBeEmpty();
        result.FailedRequests.ShouldBeGreaterThan(0);
        (result.Understood, result.Parked, result.Facts).ShouldBe((240, 0, 80));
    }
}
