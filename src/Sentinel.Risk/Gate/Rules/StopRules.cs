namespace Sentinel.Risk.Rules;

/// <summary>Protective stops.</summary>
internal static class StopRules
{
    public static void StopRequired(GateRun run)
    {
        if (run.Order.ProtectiveStop is not { } stop)
        {
            if (run.Mandate is { StopRequired: true })
            {
                run.DenyOpening(GateCodes.StopRequired, $"the mandate asks for a protective stop");
            }

            return;
        }

        // A stop that would trigger at once, or never, protects nothing.
        if (run.Bar is { } bar && (stop <= 0m || stop > GateRun.Largest || !Prices.StopProtects(run.Order, bar.Close)))
        {
            run.DenyOpening(GateCodes.StopRequired, $"the stop is not on the losing side of the entry");
        }
    }

    public static void StopWidened(GateRun run)
    {
        if (run.Held is 0m || run.Context.Portfolio?.Position(run.Order.Symbol)?.Stop is not { } current)
        {
            return;
        }

        var isLong = run.Held > 0m;
        var moved = run.Order is { Type: OrderType.Stop, StopPrice: { } trigger } && run.Closing > 0m ? trigger
            : run.Opens && run.IsBuy == isLong ? run.Order.ProtectiveStop
            : null;
        if (moved is { } next && (isLong ? next < current : next > current))
        {
            run.Deny(GateCodes.StopWidened, $"the stop stands nearer to the price than the new one");
        }
    }
}
