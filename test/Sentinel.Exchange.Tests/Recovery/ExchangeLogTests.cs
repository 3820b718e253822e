using System.Text;
using Sentinel.Exchange.Recovery;
using Sentinel.Exchange.Simulator;

namespace Sentinel.Exchange.Tests.Recovery;

public sealed class ExchangeLogTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private string Path => _folder.File("exchange.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_NewFile_WritesTheRulesFirst()
    {
        using (var log = ExchangeLog.Open(Path, Market.Free))
        {
            (log.Count, log.CutBytes).ShouldBe((0L, 0L));
        }

        File.ReadAllLines(Path).ShouldHaveSingleItem().ShouldStartWith("{\"seq\":0,\"hash\":\"");
    }

    [Fact]
    public void Append_EachOperation_IsALineOfJson()
    {
        Trade();

        var lines = File.ReadAllLines(Path);
        lines.Length.ShouldBe(1 + 4);
        lines.ShouldAllBe(line => System.Text.Json.JsonDocument.Parse(line, default).RootElement.GetProperty("op").ValueKind == System.Text.Json.JsonValueKind.Object);
        lines[3].ShouldContain("\"fills\":[{\"id\":\"f000000001\"");
    }

    [Fact]
    public void Open_TornLastLine_IsCutAndTheRestRecovered()
    {
        var before = Trade().ToJson();
        var whole = File.ReadAllBytes(Path);
        File.AppendAllText(Path, "{\"seq\":5,\"hash\":\"ab");

        using (var log = ExchangeLog.Open(Path, Market.Free))
        {
            log.CutBytes.ShouldBe(19);
            SimulatedExchange.Recover(Market.Free, log.Operations).Snapshot().ToJson().ShouldBe(before);
        }

        File.ReadAllBytes(Path).ShouldBe(whole);
    }

    [Fact]
    public void Open_AnyChangedByteOfAWholeLine_IsAnErrorThatNamesTheLine()
    {
        Trade();
        var whole = File.ReadAllBytes(Path);
        var second = Array.IndexOf(whole, (byte)'\n') + 1;
        for (var at = second; at < whole.Length; at += 13)
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= 1;
            if (whole[at] == '\n' || changed[at] == '\n')
            {
                continue;
            }

            File.WriteAllBytes(Path, changed);

            Should.Throw<InvalidDataException>(() => ExchangeLog.Open(Path, Market.Free)).Message.ShouldContain("exchange log");
            File.ReadAllBytes(Path).ShouldBe(changed, "an error changes nothing");
        }
    }

    [Fact]
    public void Open_ALineTakenOut_IsAnError()
    {
        Trade();
        var lines = File.ReadAllLines(Path).ToList();
        lines.RemoveAt(2);
        File.WriteAllText(Path, string.Join('\n', lines) + "\n");

        Should.Throw<InvalidDataException>(() => ExchangeLog.Open(Path, Market.Free)).Message.ShouldContain("Line 3");
    }

    [Fact]
    public void Open_ALineOfAnotherLogInItsPlace_IsAnError()
    {
        Trade();
        var lines = File.ReadAllLines(Path);
        using (var other = ExchangeLog.Open(_folder.File("other.jsonl"), Market.Free))
        {
            var exchange = new SimulatedExchange(Market.Free, log: other);
            exchange.OnBar(Market.BarAt(0, 100, 100, 100, 100));
            exchange.OnBar(Market.BarAt(1, 7, 7, 7, 7));
        }

        lines[2] = File.ReadAllLines(_folder.File("other.jsonl"))[2];
        File.WriteAllText(Path, string.Join('\n', lines) + "\n");

        Should.Throw<InvalidDataException>(() => ExchangeLog.Open(Path, Market.Free)).Message.ShouldContain("Line 4", Case.Sensitive, "the line itself is whole, but the one after it knows another");
    }

    [Fact]
    public void Open_UnderOtherRules_IsAnError()
    {
        Trade();

        Should.Throw<InvalidDataException>(() => ExchangeLog.Open(Path, Market.Free with { InitialCash = 5 })).Message.ShouldContain("other rules");
    }

    [Fact]
    public void Open_AFileThatIsNoLog_IsAnErrorAndStays()
    {
        File.WriteAllText(Path, "date,open,high\n2024-01-01,1,2\n");

        Should.Throw<InvalidDataException>(() => ExchangeLog.Open(Path, Market.Free));
        File.ReadAllText(Path).ShouldStartWith("date");
    }

    [Fact]
    public void Open_WhileAnotherWrites_IsRefused()
    {
        using var first = ExchangeLog.Open(Path, Market.Free);

        Should.Throw<IOException>(() => ExchangeLog.Open(Path, Market.Free));
    }

    [Fact]
    public async Task Open_LongLines_AreReadWhole()
    {
        using (var log = ExchangeLog.Open(Path, Market.Free))
        {
            var exchange = new SimulatedExchange(Market.Free, log: log);
            exchange.OnBar(Market.BarAt(0, 100, 100, 100, 100));
            await exchange.PlaceAsync(Orders.Buy("a", 1) with { DecisionId = new string('x', 300_000) });
        }

        using var again = ExchangeLog.Open(Path, Market.Free);
        again.Operations[1].Orders[0].Request.DecisionId!.Length.ShouldBe(300_000);
    }

    [Fact]
    public void Append_RunAgainTheSame_WritesNothingThenGoesOn()
    {
        Trade();
        var whole = File.ReadAllBytes(Path);

        using (var log = ExchangeLog.OpenForRerun(Path, Market.Free))
        {
            var exchange = Drive(new SimulatedExchange(Market.Free, log: log));
            new FileInfo(Path).Length.ShouldBe(whole.Length);
            exchange.OnBar(Market.BarAt(9, 100, 100, 100, 100));
            log.Count.ShouldBe(5);
        }

        File.ReadAllBytes(Path)[..whole.Length].ShouldBe(whole);
        new FileInfo(Path).Length.ShouldBeGreaterThan(whole.Length);
    }

    [Fact]
    public void Append_RunAgainWithAnotherDecision_SaysWhereItLeavesTheLog()
    {
        Trade();
        using var log = ExchangeLog.OpenForRerun(Path, Market.Free);
        var exchange = new SimulatedExchange(Market.Free, log: log);
        exchange.OnBar(Market.BarAt(0, 100, 100, 100, 100));

        Should.Throw<LogDivergedException>(() => exchange.PlaceAsync(Orders.Buy("entry", 3)).GetAwaiter().GetResult()).Operation.ShouldBe(2);
    }

    [Fact]
    public void Snapshot_AsText_ReadsBack()
    {
        var state = Drive(new SimulatedExchange(Market.Free)).Snapshot();

        ExchangeState.FromJson(state.ToJson()).ToJson().ShouldBe(state.ToJson());
        Should.Throw<System.Text.Json.JsonException>(() => ExchangeState.FromJson("null"));
        Encoding.UTF8.GetByteCount(state.ToJson()).ShouldBeGreaterThan(500);
    }

    private static SimulatedExchange Drive(SimulatedExchange exchange)
    {
        exchange.OnBar(Market.BarAt(0, 100, 100, 100, 100));
        exchange.PlaceAsync(Orders.Buy("entry", 2) with { ProtectiveStop = 95, TakeProfit = 110 }).Wait();
        exchange.OnBar(Market.BarAt(1, 100, 101, 99, 100));
        exchange.OnBar(Market.BarAt(2, 100, 101, 94, 100));
        return exchange;
    }

    private ExchangeState Trade()
    {
        using var log = ExchangeLog.Open(Path, Market.Free);
        return Drive(new SimulatedExchange(Market.Free, log: log)).Snapshot();
    }
}
