using OMem.Sqlite.Stress;

namespace OMem.Sqlite.Tests.Processes;

/// <summary>
/// Real processes, really killed. <c>kill -9</c> proves what the end of a process may do; a loss of power is covered by the sync of each
/// commit (see <see cref="Opening.OpenTests"/>), which no test of one machine can prove.
/// </summary>
public sealed class CrashTests
{
    /// <summary>A small storm; the large one is <c>dotnet run --project test/OMem.Sqlite.Stress -c Release -- storm 2 4 1000 50 1</c>.</summary>
    [Fact]
    public async Task Kill_WritersAtRandomMoments_LosesAndDoublesNothing()
    {
        using var folder = new TemporaryFolder();

        var report = await new Storm(folder.File("store.omem"), new StormPlan(Processes: 2, Writers: 2, Messages: 60, Kills: 5, Seed: 20240517)).RunAsync();

        report.Faults.ShouldBeEmpty();
        report.ShouldSatisfyAllConditions(
            () => report.Kills.ShouldBe(5),
            () => report.Lost.ShouldBe(0),
            () => report.Duplicated.ShouldBe(0),
            () => report.Damaged.ShouldBe(0),
            () => report.Acknowledged.ShouldBe(240),
            () => report.Stored.ShouldBe(240));
    }
}
