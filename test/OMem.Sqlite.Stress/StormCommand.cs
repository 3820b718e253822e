using System.Diagnostics;

namespace OMem.Sqlite.Stress;

/// <summary>A storm from the command line.</summary>
internal static class StormCommand
{
    public static async Task<int> RunAsync(StormPlan plan)
    {
        var folder = Directory.CreateTempSubdirectory("omem-storm-");
        try
        {
            var start = Stopwatch.GetTimestamp();
            var report = await new Storm(Path.Combine(folder.FullName, "storm.omem"), plan).RunAsync(Console.Error.WriteLine);
            Console.WriteLine(
                $"{plan.Processes} processes x {plan.Writers} writers x {plan.Messages} messages, seed {plan.Seed}: {report.Kills} kills "
                + $"({report.KillsInFirstWrites} during first writes, {report.KillsWhileOpening} while opening, {report.KillsInResent} while sending again, {report.KillsOfAll} times all at once), {report.Checks} checks: "
                + $"{report.Acknowledged} acknowledged, {report.Stored} stored, {report.Lost} lost, {report.Duplicated} duplicated, {report.Damaged} damaged, "
                + $"{report.Faults.Count} faults, {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s");
            report.Faults.ForEach(Console.WriteLine);
            return report.IsSound ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
