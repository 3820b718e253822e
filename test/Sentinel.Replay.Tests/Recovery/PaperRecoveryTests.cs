using Microsoft.Extensions.Time.Testing;
using Sentinel.Memory;
using Sentinel.Replay.Tests.Support;

namespace Sentinel.Replay.Tests.Recovery;

/// <summary>Paper trading under a clock that moves with the bars, stopped and started again.</summary>
public sealed class PaperRecoveryTests : IDisposable
{
    private static readonly IReadOnlyList<Bar> Bars = Given.Bars(260);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sentinel-paper-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task StepAsync_OnPaper_DecidesAsAReplayDoes()
    {
        var replay = await ReplayRun.RunAsync(Given.Options(Bars), Bars);

        await RunAsync("paper", Bars, until: Bars.Count);

        Decisions(At("paper")).Select(decision => (decision.Id, decision.Intent.Direction, decision.Quantity, decision.Verdict))
            .ShouldBe(replay.Entries.Select(entry => entry.Payload).OfType<Decision>().Select(decision => (decision.Id, decision.Intent.Direction, decision.Quantity, decision.Verdict)));
        Decisions(At("paper")).ShouldAllBe(decision => decision.Mode == RunMode.Paper);
    }

    [Fact]
    public async Task StepAsync_StoppedAndStartedAgain_EndsAsTheUndisturbedRun()
    {
        await RunAsync("whole", Bars, until: Bars.Count);
        foreach (var stop in (int[])[60, 61, 130, 200])
        {
            await RunAsync("stopped", Bars, until: stop);
        }

        await RunAsync("stopped", Bars, until: Bars.Count);

        Contents(At("stopped")).ShouldBe(Contents(At("whole")));
        JournalVerify.Run(At("stopped")).IsIntact.ShouldBeTrue();
    }

    [Fact]
    public async Task StepAsync_DataTooOld_TradesNothing()
    {
        var clock = new FakeTimeProvider(Bars[^1].CloseTime.AddDays(30));
        await using (var session = TradingSession.Paper(Given.Options(Bars) with { JournalPath = At("old") }, clock, Bars[0].OpenTime))
        {
            foreach (var bar in Bars)
            {
                var cycle = await session.StepAsync(bar);
                cycle!.Fills.ShouldBeEmpty();
            }
        }

        Decisions(At("old")).SelectMany(decision => decision.Gate).ShouldContain(finding => finding.Code == GateCodes.DataStale);
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private async Task RunAsync(string name, IReadOnlyList<Bar> bars, int until)
    {
        var clock = new FakeTimeProvider(bars[0].OpenTime);
        await using var session = TradingSession.Paper(Given.Options(bars) with { JournalPath = At(name) }, clock, bars[0].OpenTime);
        foreach (var bar in bars.Take(until))
        {
            clock.SetUtcNow(bar.CloseTime);
            await session.StepAsync(bar);
        }
    }

    private static List<Decision> Decisions(string path) => [.. JournalFile.Read(path).Select(entry => entry.Payload).OfType<Decision>()];

    /// <summary>Everything but the times of writing.</summary>
    private static List<string> Contents(string path) => [.. JournalFile.Read(path).Select(entry => $"{entry.Seq} {entry.Id} {entry.Hash}")];
}
