namespace Sentinel.Risk.Rules;

/// <summary>What the mandate allows at all.</summary>
internal static class MandateRules
{
    public static void SymbolForbidden(GateRun run)
    {
        if (run.Instrument is null)
        {
            run.Deny(GateCodes.SymbolForbidden, $"the venue does not know '{run.Order.Symbol}'");
        }

        if (run.Mandate is not { } mandate)
        {
            return;
        }

        if (mandate.ForbiddenSymbols.Contains(run.Order.Symbol))
        {
            run.DenyOpening(GateCodes.SymbolForbidden, $"{run.Order.Symbol} is forbidden");
        }
        else if (mandate.AllowedSymbols.Count > 0 && !mandate.AllowedSymbols.Contains(run.Order.Symbol))
        {
            run.DenyOpening(GateCodes.SymbolForbidden, $"{run.Order.Symbol} is not among the allowed symbols");
        }
    }

    public static void SideForbidden(GateRun run)
    {
        if (run.Mandate is { ShortAllowed: false } && !run.IsBuy)
        {
            run.DenyOpening(GateCodes.SideForbidden, $"positions below zero are not allowed");
        }
    }

    public static void HoursForbidden(GateRun run)
    {
        if (run.Mandate is { FirstHour: { } first, LastHour: { } last })
        {
            var hour = run.Context.Now.UtcDateTime.Hour;
            if (!(first <= last ? hour >= first && hour <= last : hour >= first || hour <= last))
            {
                run.DenyOpening(GateCodes.HoursForbidden, $"hour {hour} UTC is outside {first}-{last}");
            }
        }
    }
}
