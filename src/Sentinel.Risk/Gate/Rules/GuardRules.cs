namespace Sentinel.Risk.Rules;

/// <summary>Pauses after losses and exits, in bars of the market (the first three and the drawdown halt are freqtrade's four protections).</summary>
internal static class GuardRules
{
    public static void Cooldown(GateRun run)
    {
        var bars = run.Settings.Guards.CooldownBars;
        if (bars > 0 && Exits(run, bars).Any(exit => exit.Symbol == run.Order.Symbol && exit.ByStop))
        {
            run.DenyOpening(GateCodes.Cooldown, $"a stop closed {run.Order.Symbol} less than {bars} bars ago");
        }
    }

    public static void StopLossGuard(GateRun run)
    {
        var guards = run.Settings.Guards;
        if (guards.StopLossCount <= 0)
        {
            return;
        }

        var stops = Exits(run, guards.StopLossWindowBars).Where(static exit => exit.ByStop).ToList();
        if (stops.Count >= guards.StopLossCount && IsPaused(run, stops, guards.StopLossPauseBars))
        {
            run.DenyOpening(GateCodes.StopLossGuard, $"{stops.Count} stops in {guards.StopLossWindowBars} bars");
        }
    }

    public static void LowProfitSymbol(GateRun run)
    {
        var guards = run.Settings.Guards;
        if (guards.LowProfitTrades <= 0 || run.Books is not { } books)
        {
            return;
        }

        var exits = Exits(run, guards.LowProfitWindowBars).Where(exit => exit.Symbol == run.Order.Symbol).ToList();
        var brought = exits.Sum(static exit => exit.Pnl) / books.Equity;
        if (exits.Count >= guards.LowProfitTrades && brought < guards.LowProfitRequired && IsPaused(run, exits, guards.LowProfitPauseBars))
        {
            run.DenyOpening(GateCodes.LowProfitSymbol, $"{exits.Count} exits of {run.Order.Symbol} brought {brought:P2} of equity");
        }
    }

    public static void ReentryLock(GateRun run)
    {
        var bars = run.Settings.Guards.ReentryBars;
        if (bars > 0 && Exits(run, bars).Any(exit => exit.Symbol == run.Order.Symbol))
        {
            run.DenyOpening(GateCodes.ReentryLock, $"{run.Order.Symbol} was closed less than {bars} bars ago");
        }
    }

    private static IEnumerable<RecentExit> Exits(GateRun run, int bars) => run.Bar is not { } bar || run.Context.Portfolio is not { } books
        ? []
        : books.RecentExits.Where(exit => exit.ClosedAt > run.Context.Now - (bar.Interval * bars));

    private static bool IsPaused(GateRun run, List<RecentExit> exits, int bars) =>
        exits.Count > 0 && run.Bar is { } bar && exits.Max(static exit => exit.ClosedAt) > run.Context.Now - (bar.Interval * bars);
}
