using Sentinel.Memory;
using Sentinel.Replay.Experiment;

namespace Sentinel.Replay.Tests.Experiment;

public sealed class ExperimentFileTests
{
    [Fact]
    public void Read_CommittedConfiguration_IsWhatTheSpecificationAsksFor()
    {
        var config = ExperimentFile.Read(Committed());

        config.Users.ShouldBeGreaterThanOrEqualTo(30);
        config.DriftEvery.ShouldBe(3);
        config.Arms.Select(arm => arm.Name).ShouldBe(["A0", "A1", "A2", "A3", "A4", "A5", "P1", "P2", "P3", "P4", "P5p", "P5c", "U", "G1", "G5"]);
        config.Worlds.Select(world => world.Kind).ShouldBe(["planted", "null", "real", "anonymised"]);
        config.Endpoints.ShouldBe(EndpointCatalog.All.Select(endpoint => endpoint.Name));
    }

    [Theory]
    [InlineData("\"users\": 2", "\"users\": 1", "2 users")]
    [InlineData("\"barHours\": 4", "\"barHours\": 5", "bars of")]
    [InlineData("\"bars\": 100", "\"bars\": 10", "50 bars")]
    [InlineData("\"base\": \"A1\"", "\"base\": \"A9\"", "A9")]
    [InlineData("\"kind\": \"null\"", "\"kind\": \"nil\"", "W0")]
    [InlineData("\"brier\"", "\"luck\"", "luck")]
    [InlineData("\"memory\": \"none\"", "\"memory\": \"elephant\"", "elephant")]
    [InlineData("\"persona\": \"other\"", "\"persona\": \"nobody\"", "P2")]
    [InlineData("\"seed\"", "\"sead\"", "no JSON of an experiment")]
    public void Parse_WhatCannotBeMeant_SaysWhat(string from, string to, string said)
    {
        var json = System.Text.Json.JsonSerializer.Serialize(Tiny.Config, ExperimentJson.Default.ExperimentConfig);
        var spaced = json.Replace("\":", "\": ", StringComparison.Ordinal);
        spaced.ShouldContain(from);

        Should.Throw<ExperimentException>(() => ExperimentFile.Parse(spaced.Replace(from, to, StringComparison.Ordinal))).Message.ShouldContain(said);
    }

    [Fact]
    public void Parse_WhatIsLeftOut_HasItsDefault()
    {
        Tiny.Arm("A5").Ranking.ShouldBe("relevance");
        Tiny.Config.Equity.ShouldBe(100_000m);
        Tiny.Config.Generator.OutcomeBars.ShouldBe(6);
    }

    [Fact]
    public void Hash_OfAnotherSeed_IsAnother()
    {
        ExperimentFile.Hash(Tiny.Config).ShouldBe(ExperimentFile.Hash(Tiny.Config with { }));
        ExperimentFile.Hash(Tiny.Config with { Seed = 6 }).ShouldNotBe(ExperimentFile.Hash(Tiny.Config));
    }

    [Theory]
    [InlineData("none", MemoryArm.None)]
    [InlineData("persona+episodic", MemoryArm.Persona | MemoryArm.Episodic)]
    [InlineData("all", MemoryArm.All)]
    public void MemoryOf_Text_IsTheFlags(string text, MemoryArm memory) => ExperimentFile.MemoryOf(Tiny.Arm("A1") with { Memory = text }).ShouldBe(memory);

    [Fact]
    public void Fill_TableWithoutEnd_IsRefused() =>
        Should.Throw<ExperimentException>(() => PageTables.Fill("<!-- table x -->\n", new Dictionary<string, string>(StringComparer.Ordinal) { ["x"] = "t\n" }));

    [Fact]
    public void Fill_Twice_ChangesNothing()
    {
        var tables = new Dictionary<string, string>(StringComparer.Ordinal) { ["x"] = "| a |\n" };
        var once = PageTables.Fill("a\n<!-- table x -->\n<!-- end -->\n<!-- table y -->\nkept\n<!-- end -->\n", tables);

        once.ShouldBe("a\n<!-- table x -->\n\n| a |\n\n<!-- end -->\n<!-- table y -->\nkept\n<!-- end -->\n");
        PageTables.Fill(once, tables).ShouldBe(once);
    }

    private static string Committed()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "OMem.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "experiments", "fair-experiment.json");
    }
}
