namespace Sentinel.Risk;

/// <summary>The only ways in which <see cref="TradingState"/> changes. No tool of a model reaches them.</summary>
public static class TradingStates
{
    /// <summary>A person stops trading. A full stop is never weakened by this: only <see cref="Resume"/> opens.</summary>
    /// <exception cref="ArgumentException">The mode stops nothing, or nobody is named.</exception>
    public static TradingState Stop(this TradingState state, KillSwitchMode mode, string person, string reason, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(person);
        if (mode is not (KillSwitchMode.ReduceOnly or KillSwitchMode.FullStop))
        {
            throw new ArgumentException("Stop takes ReduceOnly or FullStop; Resume opens.", nameof(mode));
        }

        return mode <= state.KillSwitch ? state : state with { KillSwitch = mode, SetBy = person, Reason = reason, Since = now };
    }

    /// <summary>A person opens trading again. Drawdown is measured anew from today's equity, else the halt would come back at once.</summary>
    /// <exception cref="ArgumentException">Nobody is named.</exception>
    public static TradingState Resume(this TradingState state, string person, Portfolio? portfolio)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(person);
        return state with { KillSwitch = KillSwitchMode.Off, SetBy = null, Reason = null, Since = null, PeakSinceResume = portfolio?.Equity ?? state.PeakSinceResume };
    }

    /// <summary>Looks at the books once a cycle, before anything is decided: sets the halts that are due and ends the daily one when its day is over.</summary>
    public static TradingState Observe(this TradingState state, Portfolio portfolio, Mandate mandate, DateTimeOffset now)
    {
        if (state.DailyHaltUntil <= now)
        {
            state = state with { DailyHaltUntil = null };
        }

        if (state.PeakSinceResume is { } peak && portfolio.Equity > peak)
        {
            state = state with { PeakSinceResume = portfolio.Equity };
        }

        if (mandate.MaxDailyLoss is { } daily && Losses.OfDay(portfolio) >= daily)
        {
            state = state with { DailyHaltUntil = NextDay(now) };
        }

        return mandate.MaxDrawdown is { } drawdown && Losses.FromPeak(portfolio, state) >= drawdown && state.KillSwitch is KillSwitchMode.Off
            ? state with { KillSwitch = KillSwitchMode.ReduceOnly, SetBy = GateCodes.DrawdownHalt, Reason = "the fall from the peak of equity reached the mandate's limit", Since = now }
            : state;
    }

    private static DateTimeOffset NextDay(DateTimeOffset now) => new(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
}
