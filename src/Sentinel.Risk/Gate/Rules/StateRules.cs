namespace Sentinel.Risk.Rules;

/// <summary>Whether trading is open at all, and whether enough is known.</summary>
internal static class StateRules
{
    public static void KillSwitch(GateRun run)
    {
        var state = run.Context.State;
        switch (state.KillSwitch)
        {
            case KillSwitchMode.Off:
                break;
            case KillSwitchMode.ReduceOnly:
                run.DenyOpening(GateCodes.KillSwitch, $"{state.SetBy ?? "someone"} allows reducing orders only");
                break;
            default:
                run.Deny(GateCodes.KillSwitch, $"{state.SetBy ?? "someone"} stopped all orders");
                break;
        }
    }

    public static void DataStale(GateRun run)
    {
        if (run.Bar is not { } bar)
        {
            run.Deny(GateCodes.DataStale, $"there is no bar with a price above 0");
            return;
        }

        var age = run.Context.Now - bar.CloseTime;
        if (bar.Interval <= TimeSpan.Zero || age < TimeSpan.Zero)
        {
            run.Deny(GateCodes.DataStale, $"the last bar is not closed yet");
        }
        else if (age > bar.Interval * run.Settings.StaleAfterBars)
        {
            run.Deny(GateCodes.DataStale, $"the last bar is {age / bar.Interval:0.#} intervals old, allowed are {run.Settings.StaleAfterBars}", Severity.Of((decimal)(age / bar.Interval), run.Settings.StaleAfterBars));
        }
    }

    public static void StateUnknown(GateRun run)
    {
        if (run.Context.Portfolio is not { } books)
        {
            run.Deny(GateCodes.StateUnknown, $"holdings are not known");
        }
        else if (books.AsOf > run.Context.Now)
        {
            run.Deny(GateCodes.StateUnknown, $"holdings are of a later time than the check");
        }
        else if (books.Equity <= 0m)
        {
            run.DenyOpening(GateCodes.StateUnknown, $"equity is not above 0, so no limit can be measured");
        }

        if (run.Mandate is null)
        {
            var why = run.Context.Mandate is not { } mandate ? "there is none"
                : mandate.KnownAt > run.Context.Now ? "it is not in force yet"
                : string.Join("; ", MandateFaults.Of(mandate));
            run.DenyOpening(GateCodes.StateUnknown, $"the mandate is not known: {why}");
        }
    }
}
