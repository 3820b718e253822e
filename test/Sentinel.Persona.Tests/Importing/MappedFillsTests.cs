namespace Sentinel.Persona.Tests.Importing;

public sealed class MappedFillsTests
{
    private const string Header = "time,symbol,side,price,quantity,fee,id\n";

    [Fact]
    public void Read_GenericColumns_GivesFillsInOrderOfTime()
    {
        var result = Read(Header + "2024-01-02T00:00:00Z,ETHUSDT,SELL,2000,1.5,0.3,8\n2024-01-01T10:00:00+01:00,BTCUSDT,buy,40000,0.1,1,7\n");

        result.Faults.ShouldBeEmpty();
        result.Layout.ShouldBe(FillLayout.Generic);
        var fills = result.Accounts.Single().Fills;
        fills.Select(fill => fill.Symbol.Value).ShouldBe(["BTCUSDT", "ETHUSDT"]);
        fills[0].Timestamp.ShouldBe(new DateTimeOffset(2024, 1, 1, 9, 0, 0, TimeSpan.Zero));
        (fills[1].Side, fills[1].Price, fills[1].Quantity, fills[1].Fee).ShouldBe((OrderSide.Sell, 2000m, 1.5m, 0.3m));
    }

    [Theory]
    [InlineData("time,symbol,side,price,quantity\n2024-01-01T00:00:00Z,BTCUSDT,BUY,\"40000,5\",1\n", 2, "decimal_separator", "'40000,5' has a comma")]
    [InlineData("time;symbol;side;price;quantity\n2024-01-01T00:00:00Z;BTCUSDT;BUY;40000,5;1\n", 2, "decimal_separator", "decimal point")]
    [InlineData("time,symbol,side,price,quantity\n2024-01-01T00:00:00Z,BTCUSDT,BUY,40000,5,1\n", 2, "cells", "decimal comma")]
    [InlineData("time,symbol,side,price,quantity\n2024-01-01 00:00:00,BTCUSDT,BUY,40000,1\n", 2, "time_zone", "has no zone")]
    [InlineData("time,symbol,side,price,quantity\n01/02/2024 10:00,BTCUSDT,BUY,40000,1\n", 2, "time", "is no time")]
    [InlineData("time,symbol,side,price,quantity\n\n2024-01-01T00:00:00Z,BTCUSDT,BUY,abc,1\n", 3, "number", "'abc' is no number")]
    [InlineData("time,symbol,side,price,quantity\n2024-01-01T00:00:00Z,BTCUSDT,BUY,,1\n", 2, "number", "is missing")]
    [InlineData("time,symbol,side,price,quantity\n2024-01-01T00:00:00Z,BTCUSDT,BUY,1\n", 2, "cells", "4 cells where the header has 5")]
    [InlineData("time,symbol,side,price\n2024-01-01T00:00:00Z,BTCUSDT,BUY,1\n", 1, "missing_column", "no column is known to hold the quantity; there are: 'time', 'symbol', 'side', 'price'")]
    [InlineData("when,what,how\n1,2,3\n", 1, "missing_column", "the time")]
    [InlineData("time,time,symbol,side,price,quantity\n1,1,1,1,1,1\n", 1, "duplicate_column", "'time' is there twice")]
    [InlineData("", 1, "empty", "empty")]
    [InlineData("PK\0\u0003", 1, "binary", "not text")]
    public void Read_WhatCannotBeTrusted_IsAFaultWithItsLineAndNothingIsTaken(string text, int line, string code, string message)
    {
        var result = Read(text);

        result.IsUsable.ShouldBeFalse();
        result.Accounts.ShouldBeEmpty();
        var fault = result.Faults[0];
        (fault.Line, fault.Code).ShouldBe((line, code));
        fault.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("2024-01-01T00:00:00Z,BTCUSDT,BUY,40000,-1,0,9", "quantity")]
    [InlineData("2024-01-01T00:00:00Z,BTCUSDT,BUY,40000,0,0,9", "quantity")]
    [InlineData("2024-01-01T00:00:00Z,BTCUSDT,BUY,-4,1,0,9", "price")]
    [InlineData("2024-01-01T00:00:00Z,BTCUSDT,TRANSFER,40000,1,0,9", "side")]
    [InlineData("2024-01-01T00:00:00Z,BTC USDT,BUY,40000,1,0,9", "symbol")]
    [InlineData("2024-01-01T00:00:00Z,BTCUSDT,BUY,40000,1,0,1", "duplicate")]
    public void Read_RowThatIsNoTrade_IsQuarantinedWithItsLine(string row, string code)
    {
        var result = Read($"{Header}2024-01-01T00:00:00Z,BTCUSDT,BUY,40000,1,0,1\n{row}\n");

        result.IsUsable.ShouldBeTrue();
        result.Accounts.Single().FillCount.ShouldBe(1);
        var quarantined = result.Quarantined.ShouldHaveSingleItem();
        (quarantined.Line, quarantined.Code).ShouldBe((3, code));
        quarantined.Reason.ShouldNotBeEmpty();
    }

    [Fact]
    public void Read_NoIds_SameRowTwiceIsADuplicateAndIdsAreStable()
    {
        const string Text = "time,symbol,side,price,quantity\n2024-01-01T00:00:00Z,BTCUSDT,BUY,40000,1\n2024-01-01T00:00:00Z,BTCUSDT,BUY,40000.0,1.00\n";

        var result = Read(Text);

        result.Quarantined.Single().Reason.ShouldContain("line 2");
        result.Accounts.Single().Fills.Single().Id.ShouldBe(Read(Text).Accounts.Single().Fills.Single().Id);
    }

    [Fact]
    public void Read_EpochMilliseconds_AreUtc() =>
        Read(Header + "1704067200000,BTCUSDT,BUY,1,1,0,1\n").Accounts.Single().Fills.Single().Timestamp.ShouldBe(Trades.Day0);

    [Fact]
    public void Read_AssumedOffset_IsApplied() =>
        Read(Header + "2024-01-01 05:30,BTCUSDT,BUY,1,1,0,1\n", new ImportOptions { AssumeOffset = TimeSpan.FromHours(5.5) })
            .Accounts.Single().Fills.Single().Timestamp.ShouldBe(Trades.Day0);

    [Fact]
    public void Read_UnknownColumns_AreNamedInAWarning() =>
        Read("time,symbol,side,price,quantity,mood\n2024-01-01T00:00:00Z,BTCUSDT,BUY,1,1,good\n").Warnings.Single().ShouldBe("columns not used: 'mood'");

    [Fact]
    public void Read_NamedColumns_AreUsed()
    {
        var options = new ImportOptions { Columns = new ColumnMapping { Time = "when", Symbol = "what", Side = "way", Price = "px", Quantity = "n" } };

        Read("when,what,way,px,n\n2024-01-01T00:00:00Z,BTCUSDT,BUY,1,2\n", options).Accounts.Single().Fills.Single().Quantity.ShouldBe(2);
        Read("when,what,way,px\n1,2,3,4\n", options).Faults.Single().Message.ShouldBe("there is no column 'n'; there are: 'when', 'what', 'way', 'px'");
    }

    [Fact]
    public void Read_DryRun_CountsAndTakesNothing()
    {
        var account = Read(Header + "2024-01-02T00:00:00Z,ETHUSDT,SELL,2000,1.5,0.3,8\n", new ImportOptions { DryRun = true }).Accounts.Single();

        account.Fills.ShouldBeEmpty();
        account.FillCount.ShouldBe(1);
    }

    [Fact]
    public void Read_ManyFaults_StopsAtTheLimit() =>
        Read(Header + string.Concat(Enumerable.Repeat("x,BTCUSDT,BUY,1,1,0,1\n", 500)), new ImportOptions { MaxFaults = 7 }).Faults.Count.ShouldBe(7);

    [Fact]
    public void Read_Binance_TakesAmountsWithCoinsAndFeesInTheAsset()
    {
        var result = Read("Date(UTC),Pair,Side,Price,Executed,Amount,Fee\n2024-01-01 10:00:00,BTCUSDT,BUY,40000,0.5BTC,20000USDT,0.0005BTC\n2024-01-01 11:00:00,BTCUSDT,SELL,41000,0.1BTC,4100USDT,0.001BNB\n");

        result.Layout.ShouldBe(FillLayout.Binance);
        var fills = result.Accounts.Single().Fills;
        fills[0].Quantity.ShouldBe(0.5m);
        fills[0].Fee.ShouldBe(20);
        fills[1].Fee.ShouldBe(0);
        result.Warnings.ShouldContain(warning => warning.StartsWith("fee in BNB", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_Coinbase_IsFoundByItsHeader()
    {
        var result = Read("portfolio,trade id,product,side,created at,size,size unit,price,fee,total,price/fee/total unit\ndefault,12,BTC-USD,BUY,2024-01-01T10:00:00.123Z,0.5,BTC,40000,20,-20020,USD\n");

        result.Layout.ShouldBe(FillLayout.Coinbase);
        result.Accounts.Single().Account.ShouldBe("default");
        result.Accounts.Single().Fills.Single().Fee.ShouldBe(20);
    }

    [Fact]
    public void Read_Bybit_IsFoundByItsHeader()
    {
        var result = Read("Spot Pairs,Order Type,Direction,feeCoin,Filled Value,Filled Price,Filled Quantity,Fees,Transaction ID,Order No.,Timestamp (UTC)\nBTCUSDT,Market,BUY,BTC,20000,40000,0.5,0.0005,77,5,2024-01-01 10:00:00\n");

        result.Layout.ShouldBe(FillLayout.Bybit);
        result.Accounts.Single().Fills.Single().Fee.ShouldBe(20);
    }

    [Fact]
    public void Read_FileOfAnotherVenue_SaysWhichItIs()
    {
        var result = Read("Date(UTC),Pair,Side,Price,Executed,Amount,Fee\n2024-01-01 10:00:00,BTCUSDT,BUY,40000,0.5BTC,20000USDT,0\n", new ImportOptions { Layout = FillLayout.Coinbase });

        result.Faults.Single().Message.ShouldBe("this is a Binance file, not a Coinbase file");
    }

    [Fact]
    public void Read_SpotSoldBeyondWhatWasBought_WasHeldBefore()
    {
        var account = Read(Header + "2024-01-01T00:00:00Z,BTCUSDT,BUY,1,1,0,1\n2024-01-02T00:00:00Z,BTCUSDT,SELL,1,3,0,2\n", new ImportOptions { SpotOnly = true }).Accounts.Single();

        account.Adjustments.Single().Change.ShouldBe(2);
    }

    private static ImportResult Read(string text, ImportOptions? options = null) => ImportFills.Read(new StringReader(text), options);
}
