using System.Text.Json.Nodes;
using Sentinel.Cli.Tests.Support;
using Sentinel.Memory;

namespace Sentinel.Cli.Tests.Commands;

/// <summary>Each command of the real program.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Replay_Twice_GivesTheSameBytesOnDiskAndOut()
    {
        var first = await _place.RunAsync(_place.Replay("one", "--json"));
        var second = await _place.RunAsync(_place.Replay("two", "--json"));

        first.Code.ShouldBe(0, first.Error);
        second.Out.ShouldBe(first.Out);
        (await File.ReadAllBytesAsync(_place.At("two"))).ShouldBe(await File.ReadAllBytesAsync(_place.At("one")));
        JsonNode.Parse(first.Out)!["cycles"]!.GetValue<int>().ShouldBe(150);
    }

    [Theory]
    [InlineData("TZ", "Pacific/Kiritimati")]
    [InlineData("LC_ALL", "tr_TR.UTF-8")]
    [InlineData("LANG", "de_DE.UTF-8")]
    [InlineData("FAKETIME", "+900d")]
    public async Task Replay_InAnotherZoneOrCulture_GivesTheSameBytes(string variable, string value)
    {
        (await _place.RunAsync(_place.Replay("plain"))).Code.ShouldBe(0);

        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { [variable] = value };
        (await SentinelProcess.RunAsync(_place.Folder, environment, _place.Replay("other"))).Code.ShouldBe(0);

        (await File.ReadAllBytesAsync(_place.At("other"))).ShouldBe(await File.ReadAllBytesAsync(_place.At("plain")));
    }

    [Fact]
    public async Task Replay_ScopeFromTheEnvironment_AndAPlot_Works()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["SENTINEL_TENANT"] = "acme", ["SENTINEL_USER"] = "ines" };

        var (code, output, error) = await SentinelProcess.RunAsync(
            _place.Folder, environment, "replay", "--bars", "bars.csv", "--symbol", "SYNUSDT", "--journal", "j", "--plot", "equity.png", "--arm", "persona+working");

        code.ShouldBe(0, error);
        output.ShouldContain("holding instead");
        (await File.ReadAllBytesAsync(_place.At("equity.png")))[..4].ShouldBe<byte>([0x89, 0x50, 0x4E, 0x47]);
    }

    [Fact]
    public async Task Journal_VerifyShowAndWhy_TellWhatHappened()
    {
        (await _place.RunAsync(_place.Replay("journal"))).Code.ShouldBe(0);

        var verified = await _place.RunAsync("journal", "verify", "journal");
        verified.Code.ShouldBe(0);
        verified.Out.ShouldStartWith("intact:");
        var shown = await _place.RunAsync("journal", "show", "journal", "--kind", "decision", "--last", "3", "--json");
        var decisions = JsonNode.Parse(shown.Out)!.AsArray();
        decisions.Count.ShouldBe(3);
        var id = decisions[0]!["id"]!.GetValue<string>();
        var why = await _place.RunAsync("why", id[..12], "--journal", "journal", "--json");
        why.Code.ShouldBe(0, why.Error);
        var story = JsonNode.Parse(why.Out)!;
        story["id"]!.GetValue<string>().ShouldBe(id);
        story["agents"]!.AsArray().Count.ShouldBeGreaterThanOrEqualTo(5);
        (await _place.RunAsync("why", "last", "--journal", "journal")).Out.ShouldContain("what the agents said");
    }

    [Fact]
    public async Task JournalVerify_AChangedByte_NamesTheFirstBadEntry()
    {
        (await _place.RunAsync(_place.Replay("journal"))).Code.ShouldBe(0);
        var bytes = await File.ReadAllBytesAsync(_place.At("journal"));
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(_place.At("journal"), bytes);

        var (code, output, _) = await _place.RunAsync("journal", "verify", "journal", "--json");

        code.ShouldBe(1);
        JsonNode.Parse(output)!["firstBadSeq"]!.GetValue<long>().ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Events_OfGeneratedBars_AreKnownNotBeforeTheyHappened()
    {
        var (code, output, error) = await _place.RunAsync("events", "--bars", "bars.csv", "--symbol", "SYNUSDT", "--json");

        code.ShouldBe(0, error);
        var events = JsonNode.Parse(output)!.AsArray();
        events.ShouldNotBeEmpty();
        events.ShouldAllBe(found => found!["knownAt"]!.GetValue<DateTimeOffset>() >= found["eventTime"]!.GetValue<DateTimeOffset>());
        (await _place.RunAsync("events", "--bars", "bars.csv", "--symbol", "SYNUSDT", "--types", "nonsense")).Code.ShouldBe(2);
    }

    [Fact]
    public async Task Profile_GenericFills_ShowsNumbersOrInsufficient()
    {
        var rows = Enumerable.Range(0, 80).Select(i => FormattableString.Invariant($"{new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(i * 3):yyyy-MM-dd'T'HH:mm:ss'Z'},BTCUSDT,{(i % 2 == 0 ? "BUY" : "SELL")},{100 + (i % 7)},1,0.1,t{i}"));
        _place.Write("fills.csv", "time,symbol,side,price,quantity,fee,id\n" + string.Join('\n', rows) + "\n");

        var (code, output, error) = await _place.RunAsync("profile", "fills.csv", "--plot", "persona.png", "--json");

        code.ShouldBe(0, error);
        var attributes = JsonNode.Parse(output)![0]!["attributes"]!.AsArray();
        attributes.ShouldContain(attribute => attribute!["name"]!.GetValue<string>() == "win_rate" && attribute["low"] != null);
        attributes.Where(attribute => attribute!["status"]!.GetValue<string>() == "insufficient").ShouldAllBe(attribute => attribute!["value"] == null);
        File.Exists(_place.At("persona.png")).ShouldBeTrue();
    }

    [Fact]
    public async Task Run_OnPaperOverAFileThatGrew_GoesOnWhereItWas()
    {
        string[] args = ["run", "--paper", "--bars", "growing.csv", "--symbol", "SYNUSDT", "--speed", "1000000", "--journal", "paper", "--tenant", "acme", "--user", "ines", "--json"];
        var lines = await File.ReadAllLinesAsync(_place.At("bars.csv"));
        await File.WriteAllLinesAsync(_place.At("growing.csv"), lines.Take(61));
        var first = await _place.RunAsync(args);
        first.Code.ShouldBe(0, first.Error);
        first.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(60);
        await File.WriteAllLinesAsync(_place.At("growing.csv"), lines);

        var second = await _place.RunAsync(args);

        second.Code.ShouldBe(0, second.Error);
        second.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(90);
        second.Error.ShouldContain("60 bars of before taken in");
        JournalFile.Read(_place.At("paper")).Count(entry => entry.Kind is JournalKind.Decision).ShouldBe(150);
        (await _place.RunAsync("journal", "verify", "paper")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Bench_OfAShortHistory_MeasuresFourRunsAndLeavesNothing()
    {
        var (code, output, error) = await _place.RunAsync("bench", "--count", "100", "--json");

        code.ShouldBe(0, error);
        JsonNode.Parse(output)!.AsArray().Select(row => row!["bars"]!.GetValue<int>()).ShouldBe([100, 400, 100, 400]);
    }

    [Fact]
    public async Task Demo_OfGeneratedData_LeavesPicturesAndAnIntactJournal()
    {
        var (code, output, error) = await _place.RunAsync("demo", "--out", "demo", "--json");

        code.ShouldBe(0, error);
        JsonNode.Parse(output)!["chainIntact"]!.GetValue<bool>().ShouldBeTrue();
        foreach (var name in (string[])["equity.png", "persona.png", "bars.csv", "memory.jsonl"])
        {
            new FileInfo(_place.At(Path.Combine("demo", name))).Length.ShouldBeGreaterThan(0);
        }

        (await _place.RunAsync("why", "last", "--journal", "demo/memory.jsonl")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Help_NamesEveryCommand()
    {
        var (code, output, _) = await _place.RunAsync("--help");

        code.ShouldBe(0);
        foreach (var command in (string[])["demo", "profile", "events", "replay", "run", "why", "journal", "experiment", "bench"])
        {
            output.ShouldContain(command);
        }

        (await _place.RunAsync()).Code.ShouldBe(2);
        (await _place.RunAsync("repaly")).Code.ShouldBe(2);
    }
}
