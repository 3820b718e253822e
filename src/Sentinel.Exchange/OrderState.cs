namespace Sentinel.Exchange;

/// <summary>An order and how it stands at the venue.</summary>
public sealed record OrderState
{
    /// <summary>The order as it is now: a replacement changes its quantity and prices.</summary>
    public required OrderRequest Request { get; init; }

    /// <summary>The order as it was first sent, once it has been changed; null before.</summary>
    public OrderRequest? Sent { get; init; }

    /// <summary>Counts arrivals at the venue, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>Where it stands.</summary>
    public OrderStatus Status { get; init; }

    /// <summary>How much is filled.</summary>
    public decimal Filled { get; init; }

    /// <summary>How much is open.</summary>
    public decimal Remaining => Request.Quantity - Filled;

    /// <summary>Sum of price times quantity of its fills.</summary>
    public decimal FilledValue { get; init; }

    /// <summary>Average price of its fills; null without one.</summary>
    public decimal? AveragePrice => Filled == 0 ? null : FilledValue / Filled;

    /// <summary>Why it ended unfilled, or was rejected: one of <see cref="ExchangeCodes"/>.</summary>
    public string? Code { get; init; }

    /// <summary>From which time on it may trade: bars that open earlier do not see it. UTC.</summary>
    public required DateTimeOffset ActiveFrom { get; init; }

    /// <summary>Bars it still has to wait for (latency).</summary>
    public int WaitBars { get; init; }

    /// <summary>Whether a bar has seen it: a limit order rests from then on and makes.</summary>
    public bool IsResting { get; init; }

    /// <summary>Whether a stop was reached and the order now goes at the market.</summary>
    public bool IsTriggered { get; init; }

    /// <summary>The entry a protective order belongs to; null for others.</summary>
    public string? ParentId { get; init; }

    /// <summary>Whether it may still trade.</summary>
    public bool IsOpen => Status is OrderStatus.New or OrderStatus.PartiallyFilled;
}
