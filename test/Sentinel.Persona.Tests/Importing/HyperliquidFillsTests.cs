namespace Sentinel.Persona.Tests.Importing;

public sealed class HyperliquidFillsTests
{
    private const string Header = "account,coin,price,size_tokens,size_usd,side,time_utc,start_position,direction,closed_pnl,tx,order,crossed,fee\n";

    [Fact]
    public void Read_RowsOfOneOrderInAMinute_AreOneFill()
    {
        var account = Read(
            "acc,BTC,100,1,100,BUY,2025-01-01T00:00Z,0,Open Long,0,t1,o1,TRUE,0.1",
            "acc,BTC,104,3,312,BUY,2025-01-01T00:00Z,1,Open Long,0,t1,o1,TRUE,0.3").Accounts.Single();

        var fill = account.Fills.ShouldHaveSingleItem();
        (fill.Quantity, fill.Price, fill.Fee).ShouldBe((4m, 103m, 0.4m));
        account.Adjustments.ShouldBeEmpty();
    }

    [Fact]
    public void Read_RowsOutOfOrderWithinAMinute_AreChainedByStartPosition()
    {
        // As written the sale would come first and be a short.
        var account = Read(
            "acc,BTC,110,1,110,SELL,2025-01-01T00:00Z,1,Close Long,10,t2,o2,TRUE,0",
            "acc,BTC,100,1,100,BUY,2025-01-01T00:00Z,0,Open Long,0,t1,o1,TRUE,0").Accounts.Single();

        account.Fills.Select(fill => fill.Side).ShouldBe([OrderSide.Buy, OrderSide.Sell]);
        account.Adjustments.ShouldBeEmpty();
        Trips(account).Single().Pnl.ShouldBe(10);
    }

    [Fact]
    public void Read_PositionOpenBeforeTheFirstRow_IsAnAdjustmentAndItsResultIsUnknown()
    {
        var account = Read("acc,BTC,110,1,110,SELL,2025-01-01T00:00Z,3,Close Long,55,t1,o1,TRUE,0").Accounts.Single();

        var adjustment = account.Adjustments.Single();
        (adjustment.Change, adjustment.Reason).ShouldBe((3m, "held before line 2"));
        (account.Pnl!.CostUnknown, account.Pnl.Compared, account.Pnl.Venue, account.Pnl.VenueComparable).ShouldBe((1, 0, 55m, 0m));
        Trips(account).ShouldBeEmpty();
    }

    [Fact]
    public void Read_RowsMissingInBetween_AreAnAdjustment()
    {
        var account = Read(
            "acc,BTC,100,1,100,BUY,2025-01-01T00:00Z,0,Open Long,0,t1,o1,TRUE,0",
            "acc,BTC,110,2,220,SELL,2025-01-02T00:00Z,2,Close Long,15,t2,o2,TRUE,0").Accounts.Single();

        account.Adjustments.Single().Reason.ShouldBe("rows are missing before line 3");
        account.Pnl!.CostUnknown.ShouldBe(1);
    }

    [Fact]
    public void Read_SpotBuy_PaysItsFeeInTheAsset()
    {
        var account = Read(
            "acc,@107,10,100,1000,BUY,2025-01-01T00:00Z,0,Buy,0,t1,o1,TRUE,0.5",
            "acc,@107,11,99.5,1094.5,SELL,2025-01-02T00:00Z,99.5,Sell,94.5,t2,o2,TRUE,1").Accounts.Single();

        var fill = account.Fills[0];
        (fill.Quantity, fill.Fee).ShouldBe((99.5m, 5m));
        account.Adjustments.ShouldBeEmpty();
        account.Pnl!.Recomputed.ShouldBe(94.5m, 0.0001m);
        account.Pnl.Agreeing.ShouldBe(1);
        Trips(account).Single().Pnl.ShouldBe(1094.5m - 1 - 1000, 0.0001m);
    }

    [Fact]
    public void Read_Flip_ClosesAtAverageCostAndOpensAnew()
    {
        var account = Read(
            "acc,BTC,100,1,100,BUY,2025-01-01T00:00Z,0,Open Long,0,t1,o1,TRUE,0",
            "acc,BTC,120,1,120,BUY,2025-01-01T01:00Z,1,Open Long,0,t1,o2,TRUE,0",
            "acc,BTC,130,3,390,SELL,2025-01-01T02:00Z,2,Long > Short,40,t2,o3,TRUE,0",
            "acc,BTC,125,1,125,BUY,2025-01-01T03:00Z,-1,Close Short,5,t2,o4,TRUE,0").Accounts.Single();

        (account.Pnl!.Recomputed, account.Pnl.Agreeing, account.Pnl.Compared).ShouldBe((45m, 2, 2));
        Trips(account).Sum(trip => trip.Pnl).ShouldBe(45);
    }

    [Fact]
    public void Read_VenueDisagrees_IsCounted()
    {
        var account = Read(
            "acc,BTC,100,1,100,BUY,2025-01-01T00:00Z,0,Open Long,0,t1,o1,TRUE,0",
            "acc,BTC,110,1,110,SELL,2025-01-02T00:00Z,1,Close Long,99,t2,o2,TRUE,0").Accounts.Single();

        (account.Pnl!.Compared, account.Pnl.Agreeing, account.Pnl.Recomputed).ShouldBe((1, 0, 10m));
    }

    [Fact]
    public void Read_SeveralAccounts_AreApartAndCanBeChosen()
    {
        const string First = "a1,BTC,100,1,100,BUY,2025-01-01T00:00Z,0,Open Long,0,t1,o1,TRUE,0";
        const string Second = "b2,BTC,100,1,100,BUY,2025-01-01T00:00Z,0,Open Long,0,t1,o1,TRUE,0";

        Read(First, Second).Accounts.Select(account => account.Account).ShouldBe(["a1", "b2"]);
        ImportFills.Read(new StringReader(Header + First + "\n" + Second + "\n"), new ImportOptions { Account = "b2" }).Accounts.Single().Account.ShouldBe("b2");
    }

    [Fact]
    public void Read_RowTwice_IsQuarantined()
    {
        const string Row = "acc,BTC,100,1,100,BUY,2025-01-01T00:00Z,0,Open Long,0,t1,o1,TRUE,0";

        var result = Read(Row, Row);

        result.Quarantined.Single().Code.ShouldBe("duplicate");
        result.Accounts.Single().Adjustments.ShouldBeEmpty();
    }

    [Fact]
    public void Read_DecimalComma_IsAFaultWithLineAndColumn() =>
        Read("acc,BTC,\"1,5\",1,100,BUY,2025-01-01T00:00Z,0,Open Long,0,t1,o1,TRUE,0").Faults.Single().ToString().ShouldStartWith("line 2, price: '1,5' has a comma");

    private static ImportResult Read(params string[] rows) => ImportFills.Read(new StringReader(Header + string.Join('\n', rows) + "\n"));

    private static List<Trip> Trips(ImportedAccount account)
    {
        var manager = new PersonaManager();
        manager.Observe(account.Fills, account.Adjustments);
        manager.Advance(account.Range!.Value.To + TimeSpan.FromDays(2));
        return manager.State.Trips;
    }
}
