using Sentinel.Memory;
using Sentinel.Risk;

namespace Sentinel.Replay;

/// <summary>The dry run behind <c>check_intent</c>: the same sizer and gate, nothing is sent.</summary>
internal sealed class IntentChecker(OrderPlanner planner, Func<TradingCycle?> cycle) : IIntentChecker
{
    public IntentCheck Check(TradeIntent intent, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(intent);
        var now = cycle();
        if (now?.Market(intent.Symbol) is not { } market)
        {
            return new IntentCheck([], null);
        }

        var plan = planner.Plan(intent, now.Limits(market), "dry-run");
        return new IntentCheck(plan.SizeTrace, plan.Gate);
    }
}
