using OMem;

namespace Sentinel.Memory;

/// <summary>What a model-driven reader looks for in a trader's messages.</summary>
public static class TradingDomain
{
    /// <summary>The domain: the sides of a trader, and topics of the wanted granularity.</summary>
    public static MemoryDomain Instance { get; } = new("trading", "1")
    {
        Aspects =
        [
            new("risk_tolerance", "How much loss or fluctuation the trader is willing to bear, in their words.", Exclusive: true),
            new("risk_per_trade", "How much of the account the trader wants to risk on one trade.", Exclusive: true),
            new("preference", "Assets, venues or kinds of trade the trader likes or avoids."),
            new("style", "How long positions are held: scalping, day, swing, position trading.", Exclusive: true),
            new("time_horizon", "How long the money may stay invested.", Exclusive: true),
            new("goal", "What the trader wants to reach."),
            new("stop_habit", "How the trader uses stops."),
            new("habit", "What the trader does regularly when trading."),
            new("experience", "How long and in which markets the trader has traded.", Exclusive: true),
            new("constraint", "What the trader must not or cannot do: hours, assets, taxes, cash needs."),
            new("state", "How the trader feels now about trading."),
        ],
        TopicHints = ["position sizing", "stop loss", "drawdown", "bitcoin", "leverage", "news event", "exchange outage", "entry timing"],
    };
}
