using Sentinel.Memory;
using Sentinel.Replay.Tests.Support;

namespace Sentinel.Replay.Tests.Cycle;

public sealed class TradingSessionTests
{
    [Fact]
    public async Task RunAsync_GeneratedBars_DecidesOnEachBarAndTrades()
    {
        var bars = Given.Bars();

        var result = await ReplayRun.RunAsync(Given.Options(bars), bars);

        result.Entries.Count(entry => entry.Kind is JournalKind.Decision).ShouldBe(bars.Count);
        result.Metrics.Fills.ShouldNotBeEmpty();
        result.Metrics.Outcomes.ShouldContain(outcome => outcome.Horizon == OutcomeHorizon.Exit);
        result.Entries.ShouldContain(entry => entry.Kind == JournalKind.Reflection);
        result.Metrics.Intents.ShouldNotBeEmpty();
    }
}
