using System.Text.Json.Nodes;
using Sentinel.Cli.Tests.Support;

namespace Sentinel.Cli.Tests.Commands;

/// <summary><c>sentinel experiment</c> at a size that says nothing and shows everything.</summary>
public sealed class ExperimentTests : IDisposable
{
    private const string Config = """
        {
          "name": "tiny", "seed": 5, "users": 3, "symbols": ["SYNA"], "barHours": 4, "historyBars": 300, "bars": 60,
          "arms": [{ "name": "A1", "title": "off", "memory": "none" }, { "name": "A5", "title": "all", "memory": "all" }],
          "worlds": [
            { "name": "W1", "title": "planted", "kind": "planted", "arms": ["A1", "A5"] },
            { "name": "W2", "title": "real", "kind": "real", "arms": ["A1"] }
          ],
          "endpoints": ["violation-rate"],
          "comparisons": [{ "name": "memory", "arms": ["A5"], "base": "A1" }],
          "bootstrap": { "resamples": 20, "meanBlockDays": 2, "sharpeBlockDays": 2 }
        }
        """;

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Experiment_StartedTwice_DoesItsRunsOnceAndWritesTheSame()
    {
        await File.WriteAllTextAsync(_place.At("tiny.json"), Config);
        string[] line = ["experiment", "--config", "tiny.json", "--out", "found", "--log", "runs.jsonl", "--limit", "2", "--json"];

        var first = await _place.RunAsync(line);
        first.Code.ShouldBe(0, first.Error);
        var tables = await File.ReadAllTextAsync(_place.At("found/tables.md"));
        var second = await _place.RunAsync(line);

        var told = JsonNode.Parse(first.Out)!;
        (told["users"]!.GetValue<int>(), told["runs"]!.GetValue<int>(), told["resumed"]!.GetValue<int>()).ShouldBe((2, 4, 0));
        told["whole"]!.GetValue<bool>().ShouldBeFalse();
        (told["after_gate"]!.GetValue<int>(), told["leaks"]!.GetValue<int>()).ShouldBe((0, 0));
        JsonNode.Parse(second.Out)!["resumed"]!.GetValue<int>().ShouldBe(4);
        (await File.ReadAllTextAsync(_place.At("found/tables.md"))).ShouldBe(tables);
        (await File.ReadAllBytesAsync(_place.At("found/violations.png")))[..4].ShouldBe<byte>([0x89, 0x50, 0x4E, 0x47]);
    }

    [Theory]
    [InlineData("{}", "required")]
    [InlineData("no json", "no JSON")]
    public async Task Experiment_ConfigurationThatIsNone_IsBadInput(string text, string said)
    {
        await File.WriteAllTextAsync(_place.At("bad.json"), text);

        var (code, _, error) = await _place.RunAsync("experiment", "--config", "bad.json", "--out", "found");

        code.ShouldBe(2);
        error.ShouldContain(said);
        Directory.Exists(_place.At("found")).ShouldBeFalse();
    }

    [Fact]
    public async Task Experiment_NoConfigurationOrTooFewTraders_IsBadInput()
    {
        (await _place.RunAsync("experiment", "--config", "nowhere.json")).Code.ShouldBe(2);
        await File.WriteAllTextAsync(_place.At("tiny.json"), Config);
        (await _place.RunAsync("experiment", "--config", "tiny.json", "--limit", "1")).Code.ShouldBe(2);
    }
}
