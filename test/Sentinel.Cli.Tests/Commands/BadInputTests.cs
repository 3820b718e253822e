using Sentinel.Cli.Tests.Support;

namespace Sentinel.Cli.Tests.Commands;

/// <summary>Bad input gives exit code 2 and says what is wrong and where; no journal is begun.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Header = "open_time,open,high,low,close,volume\n";

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("2024-01-01T00:00:00Z,100,101,99,100,5\n2024-01-01T01:00:00Z,100,101,99,100,5\n2024-01-01T01:00:00Z,100,101,99,100,6\n", "line 4")]
    [InlineData("2024-01-01T02:00:00Z,100,101,99,100,5\n2024-01-01T01:00:00Z,100,101,99,100,5\n", "line 3")]
    [InlineData("2024-01-01T00:00:00Z,100,101,-99,100,5\n2024-01-01T01:00:00Z,100,101,99,100,5\n", "line 2")]
    [InlineData("2024-01-01T00:00:00Z,0,101,0,100,5\n2024-01-01T01:00:00Z,100,101,99,100,5\n", "line 2")]
    [InlineData("2024-01-01T00:00:00Z,\"100,5\",\"101,2\",\"99,1\",\"100,3\",5\n2024-01-01T01:00:00Z,100,101,99,100,5\n", "line 2")]
    [InlineData("2024-01-01T00:00:00Z,100,99,101,100,5\n2024-01-01T01:00:00Z,100,101,99,100,5\n", "line 2")]
    [InlineData("2024-01-01 00:00:00,100,101,99,100,5\n2024-01-01 01:00:00,100,101,99,100,5\n", "line 2")]
    public async Task Replay_BarsThatCannotBeTrusted_NamesTheLine(string rows, string line)
    {
        _place.Write("bars.csv", Header + rows);

        var (code, output, error) = await _place.RunAsync(_place.Replay("journal"));

        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain("bars.csv");
        error.ShouldContain(line);
        File.Exists(_place.At("journal")).ShouldBeFalse();
    }

    [Fact]
    public async Task Replay_BarsWithAGap_SaysSoAndGoesOn()
    {
        var lines = await File.ReadAllLinesAsync(_place.At("bars.csv"));
        await File.WriteAllLinesAsync(_place.At("bars.csv"), lines.Where((_, i) => i is < 40 or > 46));

        var (code, _, error) = await _place.RunAsync(_place.Replay("journal"));

        code.ShouldBe(0, error);
        error.ShouldContain("7 bars are missing in 1 gaps");
    }

    [Fact]
    public async Task Replay_FillsInPlaceOfBars_NamesTheColumns()
    {
        _place.Write("bars.csv", "Date(UTC),Pair,Side,Price,Executed,Amount,Fee\n2024-01-01 00:00:00,BTCUSDT,BUY,42000,0.1BTC,4200USDT,0.0001BTC\n");

        var (code, _, error) = await _place.RunAsync(_place.Replay("journal"));

        code.ShouldBe(2);
        error.ShouldContain("bars.csv");
    }

    [Theory]
    [InlineData("{ \"maxPosition\": 0.9, \"maxGross\": 0.5 }", "MaxPosition")]
    [InlineData("{ \"maxRiskPerTrade\": 0.2 }", "MaxRiskPerTrade")]
    [InlineData("{ \"firstHour\": 3 }", "FirstHour")]
    [InlineData("{ \"maxPositon\": 0.3 }", "maxPositon")]
    [InlineData("not json", "cannot be read")]
    public async Task Replay_AMandateThatContradictsItself_NamesTheLimits(string mandate, string named)
    {
        _place.Write("mandate.json", mandate);

        var (code, _, error) = await _place.RunAsync(_place.Replay("journal", "--mandate", "mandate.json"));

        code.ShouldBe(2);
        error.ShouldContain(named);
        File.Exists(_place.At("journal")).ShouldBeFalse();
    }

    [Fact]
    public async Task Replay_NobodyGiven_SaysThatThereIsNoDefault()
    {
        var (code, _, error) = await _place.RunAsync("replay", "--bars", "bars.csv", "--symbol", "SYNUSDT", "--journal", "journal");

        code.ShouldBe(2);
        error.ShouldContain("No tenant and no user given; there is no default");
    }

    [Theory]
    [InlineData("--symbol", "BTC USDT", "no symbol")]
    [InlineData("--arm", "everything", "not known")]
    [InlineData("--cash", "10.000,50", "point for decimals")]
    [InlineData("--mandate", "missing.json", "no file")]
    [InlineData("--trader", "missing.csv", "no file")]
    [InlineData("--from", "yesterday", "ISO 8601")]
    [InlineData("--from", "2031-01-01", "No bar")]
    [InlineData("--llm-provider", "oracle", "not known")]
    public async Task Replay_AnOptionThatIsNotValid_SaysWhatIs(string option, string value, string said)
    {
        var args = _place.Replay("journal").ToList();
        var at = args.IndexOf(option);
        if (at >= 0)
        {
            args.RemoveRange(at, 2);
        }

        var (code, _, error) = await _place.RunAsync([.. args, option, value]);

        code.ShouldBe(2);
        error.ShouldContain(said);
    }

    [Fact]
    public async Task Replay_ASymbolTheMandateDoesNotAllow_TradesNothing()
    {
        _place.Write("mandate.json", "{ \"allowedSymbols\": [\"BTCUSDT\"] }");

        var (code, output, error) = await _place.RunAsync(_place.Replay("journal", "--mandate", "mandate.json", "--no-memory", "--json"));

        code.ShouldBe(0, error);
        error.ShouldContain("does not allow SYNUSDT");
        output.ShouldContain("\"fills\": 0");
    }

    [Fact]
    public async Task Profile_AFileThatIsNoneOfFills_SaysWhatIsWrong()
    {
        _place.Write("fills.csv", "time,symbol,side,price,quantity\n2024-01-01T00:00:00Z,BTCUSDT,BUY,\"42.000,5\",0.1\n");

        var (code, _, error) = await _place.RunAsync("profile", "fills.csv");

        code.ShouldBe(2);
        error.ShouldContain("line 2");
    }

    [Fact]
    public async Task Run_WithoutPaper_IsRefused()
    {
        var (code, _, error) = await _place.RunAsync("run", "--journal", "j", "--tenant", "acme", "--user", "ines");

        code.ShouldBe(2);
        error.ShouldContain("--paper");
    }

    [Fact]
    public async Task Why_ADecisionThatIsNotThere_SaysHowToListThem()
    {
        (await _place.RunAsync(_place.Replay("journal"))).Code.ShouldBe(0);

        var (code, _, error) = await _place.RunAsync("why", "dec-none", "--journal", "journal");

        code.ShouldBe(2);
        error.ShouldContain("--kind decision");
    }
}
