namespace Sentinel.Risk;

/// <summary>Whether trading is open, kept over restarts. Changed by a person or by a halt only (<see cref="TradingStates"/>); every order obeys it.</summary>
public sealed record TradingState
{
    /// <summary>Nothing is stopped.</summary>
    public static TradingState Open { get; } = new();

    /// <summary>The kill switch.</summary>
    public KillSwitchMode KillSwitch { get; init; }

    /// <summary>Who set it: a person's name, or the code of the halt.</summary>
    public string? SetBy { get; init; }

    /// <summary>Why, in the words of whoever set it.</summary>
    public string? Reason { get; init; }

    /// <summary>Since when, UTC.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>No entries before, because the day's loss reached its limit; UTC.</summary>
    public DateTimeOffset? DailyHaltUntil { get; init; }

    /// <summary>The peak that drawdown is measured from since a person resumed after a drawdown halt; null for the portfolio's own.</summary>
    public decimal? PeakSinceResume { get; init; }
}

/// <summary>How far trading is stopped.</summary>
public enum KillSwitchMode
{
    /// <summary>Not at all.</summary>
    Off = 0,

    /// <summary>Only orders that bring a position nearer to zero.</summary>
    ReduceOnly = 1,

    /// <summary>No order at all.</summary>
    FullStop = 2,
}
