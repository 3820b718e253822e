namespace Sentinel;

/// <summary>Which way an order or a fill goes.</summary>
public enum OrderSide
{
    /// <summary>More of the asset.</summary>
    Buy = 0,

    /// <summary>Less of the asset.</summary>
    Sell = 1,
}

/// <summary>When an order trades.</summary>
public enum OrderType
{
    /// <summary>At the next price.</summary>
    Market = 0,

    /// <summary>At the limit or better.</summary>
    Limit = 1,

    /// <summary>As a market order once the stop price is reached.</summary>
    Stop = 2,
}

/// <summary>How long an order lives.</summary>
public enum TimeInForce
{
    /// <summary>Until it is filled or cancelled.</summary>
    GoodTilCancelled = 0,

    /// <summary>What does not fill at once is cancelled.</summary>
    ImmediateOrCancel = 1,

    /// <summary>Rejected if it would take.</summary>
    PostOnly = 2,
}

/// <summary>Where an order stands.</summary>
public enum OrderStatus
{
    /// <summary>Open, nothing filled.</summary>
    New = 0,

    /// <summary>Open, part filled.</summary>
    PartiallyFilled = 1,

    /// <summary>All filled.</summary>
    Filled = 2,

    /// <summary>Ended by cancel, expiry or its OCO twin.</summary>
    Cancelled = 3,

    /// <summary>Never opened; see the code.</summary>
    Rejected = 4,
}

/// <summary>Whose order rested in the book.</summary>
public enum Liquidity
{
    /// <summary>Ours took.</summary>
    Taker = 0,

    /// <summary>Ours rested.</summary>
    Maker = 1,
}
