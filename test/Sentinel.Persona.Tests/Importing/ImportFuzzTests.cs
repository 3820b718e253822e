using System.Text;
using CsCheck;

namespace Sentinel.Persona.Tests.Importing;

public sealed class ImportFuzzTests
{
    private static readonly string[] Files =
    [
        "time,symbol,side,price,quantity,fee,id\n2024-01-01T00:00:00Z,BTCUSDT,BUY,40000,0.1,1,7\n2024-01-02T00:00:00Z,BTCUSDT,SELL,41000,0.1,1,8\n",
        "account,coin,price,size_tokens,size_usd,side,time_utc,start_position,direction,closed_pnl,tx,order,crossed,fee\nacc,@107,10,100,1000,BUY,2025-01-01T00:00Z,0,Buy,0,t1,o1,TRUE,0.5\nacc,@107,11,99.5,1094.5,SELL,2025-01-02T00:00Z,99.5,Sell,94.5,t2,o2,TRUE,1\n",
        "wallet,time_utc,symbol,side,price,volume,gas_cost_eth,tokens_sold,tokens_bought\nw,2021-01-01T00:00:00Z,CRV/USDC,BUY,0.5,2000,0.01,USDC:1000,CRV:2000\n",
        "Date(UTC),Pair,Side,Price,Executed,Amount,Fee\n2024-01-01 10:00:00,BTCUSDT,BUY,40000,0.5BTC,20000USDT,0.0005BTC\n",
    ];

    private static readonly string[] Splinters = ["", "\"", ",", ";", "\n", "\r\n", "-1", "0", "NaN", "1e28", "1e-28", "79228162514264337593543950335", "1,5", "\0", "\u202E", ":", "Z", "9999-12-31T23:59:59Z", "BUY"];

    [Fact]
    public void Read_DamagedFiles_NeverThrowAndWhatIsTakenCanBeObserved() =>
        Gen.Select(Gen.Int[0, Files.Length - 1], Gen.Select(Gen.Int[0, 400], Gen.Int[0, 12], Gen.Int[0, Splinters.Length - 1]).Array[1, 4]).Sample((file, damages) =>
        {
            var text = new StringBuilder(Files[file]);
            foreach (var (at, cut, splinter) in damages)
            {
                var place = at % (text.Length + 1);
                text.Remove(place, Math.Min(cut, text.Length - place)).Insert(place, Splinters[splinter]);
            }

            var result = ImportFills.Read(new StringReader(text.ToString()), new ImportOptions { SpotOnly = true });
            if (!result.IsUsable)
            {
                result.Accounts.ShouldBeEmpty();
                result.Faults.ShouldAllBe(fault => fault.Line >= 1 && fault.Message.Length > 0);
                return;
            }

            foreach (var account in result.Accounts)
            {
                account.Fills.ShouldAllBe(fill => fill.Quantity > 0 && fill.Price > 0);
                new PersonaManager(new PersonaOptions { StartingEquity = 1000 }).Observe(account.Fills, account.Adjustments);
            }
        }, iter: 20_000);

    [Fact]
    public void Read_NumbersBeyondAnyMarket_AreQuarantined()
    {
        var result = ImportFills.Read(new StringReader("time,symbol,side,price,quantity\n2024-01-01T00:00:00Z,BTCUSDT,BUY,1e20,1e8\n"));

        result.Quarantined.Single().Code.ShouldBe("implausible");
    }
}
