using System.Text.Json.Serialization;

namespace Sentinel.Exchange.Recovery;

/// <summary>One call to the simulated venue and everything it changed: the unit that is written and recovered whole, or not at all.</summary>
public sealed record ExchangeOperation
{
    /// <summary>What was called.</summary>
    public required OperationKind Kind { get; init; }

    /// <summary>The venue's time afterwards, UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The price a bar left behind.</summary>
    public VenueMark? Mark { get; init; }

    /// <summary>Orders that changed, as they are afterwards.</summary>
    public IReadOnlyList<OrderState> Orders { get; init; } = [];

    /// <summary>Fills it made.</summary>
    public IReadOnlyList<Fill> Fills { get; init; } = [];
}

/// <summary>What was called.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OperationKind>))]
public enum OperationKind
{
    /// <summary>An order was sent.</summary>
    Place = 0,

    /// <summary>An order was cancelled.</summary>
    Cancel = 1,

    /// <summary>An order was changed.</summary>
    Replace = 2,

    /// <summary>A bar was traded.</summary>
    Bar = 3,

    /// <summary>Time passed without a bar.</summary>
    Time = 4,
}

/// <summary>The last price of a symbol.</summary>
/// <param name="Symbol">Of what.</param>
/// <param name="Price">Close of its last bar.</param>
/// <param name="OpenTime">When that bar began, UTC.</param>
public sealed record VenueMark(Symbol Symbol, decimal Price, DateTimeOffset OpenTime);
