using System.Diagnostics;
using Sentinel.Exchange.Recovery;
using Sentinel.Exchange.Simulator;

namespace Sentinel.Exchange.Tests.Recovery;

/// <summary>A process that trades and is killed in the middle of it; another one goes on.</summary>
public sealed class KillTests
{
    private const string LogVariable = "SENTINEL_EXCHANGE_TRADE_INTO";
    private const int Bars = 4_000;

    private static string Program =>
        Path.Combine(AppContext.BaseDirectory, "Sentinel.Exchange.Tests" + (OperatingSystem.IsWindows() ? ".exe" : ""));

    /// <summary>What the child process does; without the variable there is nothing to do.</summary>
    [Fact]
    public void Child_WhenTold_Trades()
    {
        if (Environment.GetEnvironmentVariable(LogVariable) is { } path)
        {
            Trade(path);
        }
    }

    [Theory]
    [InlineData(3_000)]
    [InlineData(150_000)]
    [InlineData(700_000)]
    public void Kill_WhileTheLogIsWritten_TheRunAgainEndsInTheSameBytes(long killAt)
    {
        using var folder = new TestFolder();
        var (undisturbed, killed) = (folder.File("undisturbed.jsonl"), folder.File("killed.jsonl"));
        Trade(undisturbed);
        using (var child = Process.Start(new ProcessStartInfo(Program, ["-method", "*Child_WhenTold_Trades"])
        {
            UseShellExecute = false, RedirectStandardOutput = true, Environment = { [LogVariable] = killed },
        })!)
        {
            // Watches the file and not the time: the child is killed wherever it is by then.
            while (!child.HasExited && (!File.Exists(killed) || new FileInfo(killed).Length < killAt))
            {
                Thread.Yield();
            }

            child.Kill();
            child.WaitForExit();
        }

        var left = new FileInfo(killed).Length;
        left.ShouldBeGreaterThan(0);
        left.ShouldBeLessThan(new FileInfo(undisturbed).Length);
        Trade(killed);

        File.ReadAllBytes(killed).ShouldBe(File.ReadAllBytes(undisturbed));
    }

    private static void Trade(string path)
    {
        using var log = ExchangeLog.OpenForRerun(path, Market.Free);
        var exchange = new SimulatedExchange(Market.Free, log: log);
        var random = new Random(17);
        var price = 100m;
        for (var i = 0; i < Bars; i++)
        {
            var close = Math.Max(20, price + random.Next(-3, 4));
            exchange.OnBar(Market.BarAt(i, price, Math.Max(price, close) + 1, Math.Min(price, close) - 1, close));
            price = close;
            if (exchange.GetOpenOrdersAsync().GetAwaiter().GetResult().Value!.Count == 0)
            {
                exchange.PlaceAsync(Orders.Buy($"b{i}", 1 + random.Next(40)) with { ProtectiveStop = price - 4, TakeProfit = price + 4 }).GetAwaiter().GetResult();
            }
        }
    }
}
