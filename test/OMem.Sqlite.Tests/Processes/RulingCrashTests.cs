using OMem.Sqlite.Stress;

namespace OMem.Sqlite.Tests.Processes;

/// <summary>A process that corrects, retracts and undoes, really killed.</summary>
public sealed class RulingCrashTests
{
    /// <summary>A small storm; the large one is <c>dotnet run --project test/OMem.Sqlite.Stress -c Release -- rulings 200 1</c>.</summary>
    [Fact]
    public async Task Kill_WhileDeciding_LeavesAWholeDecisionOrNone()
    {
        using var folder = new TemporaryFolder();

        var report = await new RulingStorm(folder.File("store.omem"), kills: 6, seed: 20240517).RunAsync();

        report.Faults.ShouldBeEmpty();
        report.Kills.ShouldBe(6);
    }
}
