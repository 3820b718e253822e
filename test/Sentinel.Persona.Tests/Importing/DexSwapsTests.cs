namespace Sentinel.Persona.Tests.Importing;

public sealed class DexSwapsTests
{
    private const string Header = "wallet,time_utc,symbol,side,price,volume,gas_cost_eth,tokens_sold,tokens_bought\n";

    [Fact]
    public void Read_BuyAndSellForDollars_AreFillsOfOneSymbol()
    {
        var result = Read(
            "w,2021-01-01T00:00:00Z,CRV/USDC,BUY,0.5,2000,0.01,USDC:1000,CRV:2000",
            "w,2021-01-02T00:00:00Z,CRV/USDT,SELL,0.6,2000,0.02,CRV:2000,USDT:1200");

        var fills = result.Accounts.Single().Fills;
        fills.Select(fill => (fill.Symbol.Value, fill.Side, fill.Price, fill.Quantity)).ShouldBe([("CRV/USD", OrderSide.Buy, 0.5m, 2000m), ("CRV/USD", OrderSide.Sell, 0.6m, 2000m)]);
        result.Warnings.Single().ShouldContain("gas of 0.03 ETH");
    }

    [Theory]
    [InlineData("USDT/USDC,SELL,0.999,100,0,USDT:100,USDC:99.9", "stablecoin_conversion")]
    [InlineData("WETH/stETH,SELL,1,10,0,WETH:10,stETH:10", "bridge_conversion")]
    [InlineData("3Crv/USDC,SELL,1.006,100,0,3Crv:100,USDC:100.6", "deposit_token")]
    [InlineData("LDO/LDOETH-f,SELL,0.1,100,0,LDO:100,LDOETH-f:10", "deposit_token")]
    [InlineData("CVX/WETH,SELL,0.004,100,0,CVX:100,WETH:0.4", "quote_currency")]
    [InlineData("X/USDC,SELL,1e+18,17974.9,0,X:17974.9,USDC:100", "price_artefact")]
    [InlineData("X/USDC,SELL,0.0,17974,0,X:17974,USDC:100", "price_artefact")]
    [InlineData("X/USDC,SELL,1,100,0,X:17974900902325014369832,USDC:100", "unreadable_amount")]
    [InlineData("CRV/USDC,SELL,5,100,0,CRV:100,USDC:60", "inconsistent")]
    [InlineData("CRV/USDC,SELL,5,100,0,CRV:-100,USDC:60", "quantity")]
    [InlineData("CRV/USDC,SELL,5,100,0,CRV,USDC:60", "unreadable_amount")]
    public void Read_WhatIsNoTradeForDollars_IsQuarantinedWithItsReason(string row, string code)
    {
        var result = Read("w,2021-01-01T00:00:00Z," + row);

        result.IsUsable.ShouldBeTrue();
        result.Accounts.ShouldBeEmpty();
        result.Quarantined.Single().Code.ShouldBe(code);
        result.Quarantined.Single().Line.ShouldBe(2);
    }

    [Fact]
    public void Read_SoldWithoutHavingBought_CameFromOutside()
    {
        var account = Read("w,2021-01-02T00:00:00Z,CRV/USDT,SELL,0.6,2000,0.02,CRV:2000,USDT:1200").Accounts.Single();

        account.Adjustments.Single().Change.ShouldBe(2000);
        var manager = new PersonaManager();
        manager.Observe(account.Fills, account.Adjustments);
        manager.Advance(account.Range!.Value.To + TimeSpan.FromDays(1));
        manager.State.Trips.ShouldBeEmpty();
        manager.State.Entries.ShouldBeEmpty();
    }

    private static ImportResult Read(params string[] rows) => ImportFills.Read(new StringReader(Header + string.Join('\n', rows) + "\n"));
}
