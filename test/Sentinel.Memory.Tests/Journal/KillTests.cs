using System.Diagnostics;

namespace Sentinel.Memory.Tests.Journal;

/// <summary>A process that decides and journals, killed in the middle of it; another one does the run again over what is left.</summary>
public sealed class KillTests
{
    private const string JournalVariable = "SENTINEL_MEMORY_JOURNAL_INTO";
    private const int Hours = 300;

    private static string Program =>
        Path.Combine(AppContext.BaseDirectory, "Sentinel.Memory.Tests" + (OperatingSystem.IsWindows() ? ".exe" : ""));

    /// <summary>What the child process does; without the variable there is nothing to do.</summary>
    [Fact]
    public async Task Child_WhenTold_Journals()
    {
        if (Environment.GetEnvironmentVariable(JournalVariable) is { } path)
        {
            await RunAsync(path);
        }
    }

    [Theory]
    [InlineData(2_000)]
    [InlineData(90_001)]
    [InlineData(400_003)]
    public async Task Kill_WhileTheJournalIsWritten_TheRunAgainEndsInTheSameBytes(long killAt)
    {
        var (undisturbed, killed) = (Make.TempFile(), Make.TempFile());
        await RunAsync(undisturbed);
        var start = new ProcessStartInfo(Program, ["-method", "*Child_WhenTold_Journals"])
        {
            UseShellExecute = false, RedirectStandardOutput = true, Environment = { [JournalVariable] = killed },
        };
        using (var child = Process.Start(start)!)
        {
            // Watches the file and not the time: the child is killed wherever it is by then.
            while (!child.HasExited && (!File.Exists(killed) || new FileInfo(killed).Length < killAt))
            {
                Thread.Yield();
            }

            child.Kill();
            child.WaitForExit();
        }

        var left = new FileInfo(killed).Length;
        left.ShouldBeGreaterThan(0);
        left.ShouldBeLessThan(new FileInfo(undisturbed).Length);
        await RunAsync(killed);

        (await File.ReadAllBytesAsync(killed)).ShouldBe(await File.ReadAllBytesAsync(undisturbed));
        JournalVerify.Run(killed).IsIntact.ShouldBeTrue();
    }

    /// <summary>A run from its start: what the journal holds already is recognised entry by entry.</summary>
    private static async Task RunAsync(string path)
    {
        using var journal = DecisionJournal.Open(path, Make.Scope);
        await using var memory = Make.Memory(journal, options => options with { Rebuild = false });
        for (var hour = 1; hour <= Hours; hour++)
        {
            memory.Settle(Worlds.Bar(hour));
            memory.Observe(Worlds.Snapshot(hour), Worlds.Events(hour));
            var context = await memory.Toolkit.BuildContextAsync(Situation.Of(Worlds.Snapshot(hour), Worlds.Events(hour), null), Make.At(hour));
            memory.Record(Worlds.Decide(hour) with { ContextIds = context.Ids, Dropped = context.Dropped });
        }
    }
}
