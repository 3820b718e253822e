using Sentinel.Replay.Experiment;

namespace Sentinel.Replay.Tests.Experiment;

public sealed class MemoryExperimentTests
{
    [Fact]
    public async Task Run_TwiceInAnyOrder_GivesTheSameTablesAndNoViolationAfterTheGate()
    {
        using var one = new TestFolder();
        using var two = new TestFolder();

        var first = await MemoryExperiment.RunAsync(Tiny.Config, Tiny.Options(one.Path, parallel: 1));
        var second = await MemoryExperiment.RunAsync(Tiny.Config, Tiny.Options(two.Path, parallel: 2));

        first.Runs.ShouldBe(16);
        first.IsWhole.ShouldBeTrue();
        (first.AfterGate, first.Leaks).ShouldBe((0, 0));
        (second.AfterGate, second.Leaks).ShouldBe((0, 0));
        foreach (var name in (string[])["results.json", "tables.md"])
        {
            File.ReadAllText(Path.Combine(two.Path, "out", name)).ShouldBe(File.ReadAllText(Path.Combine(one.Path, "out", name)), name);
        }

        // There was something to hold back, or the zero would say nothing.
        File.ReadAllText(Path.Combine(one.Path, "out", "tables.md")).ShouldContain("`MAX_POSITION`");
        first.Files.ShouldContain(file => file.EndsWith("violations.png", StringComparison.Ordinal));
        first.Files.ShouldAllBe(file => new FileInfo(file).Length > 0);
    }

    [Fact]
    public async Task Run_AfterAKill_GoesOnAndGivesTheSameBytes()
    {
        using var whole = new TestFolder();
        using var killed = new TestFolder();
        await MemoryExperiment.RunAsync(Tiny.Config, Tiny.Options(whole.Path));
        var log = File.ReadAllBytes(Path.Combine(whole.Path, "runs.jsonl"));

        // Cut in the middle of a line, as a kill may leave it.
        File.WriteAllBytes(Path.Combine(killed.Path, "runs.jsonl"), log[..(log.Length * 2 / 3)]);
        var summary = await MemoryExperiment.RunAsync(Tiny.Config, Tiny.Options(killed.Path));

        summary.Resumed.ShouldBeInRange(1, 15);
        summary.Runs.ShouldBe(16);
        File.ReadAllText(Path.Combine(killed.Path, "out", "results.json")).ShouldBe(File.ReadAllText(Path.Combine(whole.Path, "out", "results.json")));
        (await MemoryExperiment.RunAsync(Tiny.Config, Tiny.Options(killed.Path))).Resumed.ShouldBe(16);
    }

    [Fact]
    public async Task Run_LogOfAnotherConfiguration_StartsAnew()
    {
        using var folder = new TestFolder();
        var small = Tiny.Config with { Worlds = [Tiny.Config.Worlds[1]], Comparisons = [] };
        await MemoryExperiment.RunAsync(small, Tiny.Options(folder.Path));

        var other = await MemoryExperiment.RunAsync(small with { Seed = 6 }, Tiny.Options(folder.Path));

        other.Resumed.ShouldBe(0);
        other.Runs.ShouldBe(4);
    }

    [Fact]
    public async Task Run_PageBesideTheFolder_GetsItsTables()
    {
        using var folder = new TestFolder();
        var small = Tiny.Config with { Worlds = [Tiny.Config.Worlds[1]] };
        var page = Path.Combine(folder.Path, "out.md");
        File.WriteAllText(page, "# Words\n\n<!-- table endpoints-W0 -->\nold\n<!-- end -->\n\nMore words.\n");

        await MemoryExperiment.RunAsync(small, Tiny.Options(folder.Path));

        var text = File.ReadAllText(page);
        text.ShouldStartWith("# Words\n\n<!-- table endpoints-W0 -->\n\n| arm |");
        text.ShouldEndWith("<!-- end -->\n\nMore words.\n");
        text.ShouldNotContain("old");
    }
}
