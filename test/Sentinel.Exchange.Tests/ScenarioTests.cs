using CsCheck;
using Sentinel.Exchange.Recovery;

namespace Sentinel.Exchange.Tests;

public sealed class ScenarioTests
{
    /// <summary>Properties say nothing of what their cases never reach.</summary>
    [Fact]
    public void Any_Sampled_ReachesEachRule()
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        Scenario.Any.Sample(scenario => Count(scenario.Run().Snapshot(), seen), iter: 500, threads: 1);

        string[] wanted =
        [
            ExchangeCodes.InsufficientFunds, ExchangeCodes.ReduceOnly, ExchangeCodes.PostOnly, ExchangeCodes.MinNotional, ExchangeCodes.Oco,
            ExchangeCodes.ImmediateOrCancel, ExchangeCodes.Cancelled, ExchangeCodes.InvalidOrder, "maker", "taker", "stop", "sl", "tp", "partial", "short", "replaced",
        ];
        wanted.Except(seen.Keys, StringComparer.Ordinal).ShouldBeEmpty(string.Join(", ", seen.Select(pair => $"{pair.Key} {pair.Value}")));
    }

    private static void Count(ExchangeState state, Dictionary<string, int> seen)
    {
        foreach (var order in state.Orders)
        {
            Add(order.Code);
            Add(order.Sent is null ? null : "replaced");
            Add(order.Filled > 0 && order.Filled < order.Request.Quantity ? "partial" : null);
        }

        foreach (var fill in state.Fills)
        {
            Add(fill.Liquidity is Liquidity.Maker ? "maker" : "taker");
            Add(fill.OrderType is OrderType.Stop ? "stop" : null);
            Add(fill.ClientOrderId.Split(':') is [_, var kind] ? kind : null);
        }

        Add(state.ToLedger().Positions().Any(position => position.Quantity < 0) ? "short" : null);

        void Add(string? what)
        {
            if (what is not null)
            {
                seen[what] = seen.GetValueOrDefault(what) + 1;
            }
        }
    }
}
