namespace Sentinel.Persona;

/// <summary>A layout: which names stand for what. The first names are those of the layout, in lower case.</summary>
internal sealed record Layout(FillLayout Kind, IReadOnlyDictionary<Column, string> Names)
{
    /// <summary>Whether its times are UTC though they do not say so.</summary>
    public bool TimesAreUtc { get; init; }

    /// <summary>Columns that a file needs for this layout.</summary>
    public IEnumerable<string> Required => Names.Where(pair => !Optional.Contains(pair.Key)).Select(pair => pair.Value);

    private static readonly Column[] Optional = [Column.Fee, Column.FeeCoin, Column.Id, Column.OrderId, Column.Account, Column.Crossed, Column.Gas];

    public static IReadOnlyList<Layout> Known { get; } =
    [
        new(FillLayout.Hyperliquid, new Dictionary<Column, string>
        {
            [Column.Account] = "account", [Column.Symbol] = "coin", [Column.Price] = "price", [Column.Quantity] = "size_tokens", [Column.Side] = "side",
            [Column.Time] = "time_utc", [Column.StartPosition] = "start_position", [Column.Direction] = "direction", [Column.ClosedPnl] = "closed_pnl",
            [Column.OrderId] = "order", [Column.Crossed] = "crossed", [Column.Fee] = "fee",
        }) { TimesAreUtc = true },
        new(FillLayout.DexSwaps, new Dictionary<Column, string>
        {
            [Column.Account] = "wallet", [Column.Time] = "time_utc", [Column.Symbol] = "symbol", [Column.Side] = "side", [Column.Price] = "price",
            [Column.Quantity] = "volume", [Column.Gas] = "gas_cost_eth", [Column.Sold] = "tokens_sold", [Column.Bought] = "tokens_bought",
        }) { TimesAreUtc = true },
        new(FillLayout.Binance, new Dictionary<Column, string>
        {
            [Column.Time] = "date(utc)", [Column.Symbol] = "pair", [Column.Side] = "side", [Column.Price] = "price", [Column.Quantity] = "executed", [Column.Fee] = "fee",
        }) { TimesAreUtc = true },
        new(FillLayout.Binance, new Dictionary<Column, string>
        {
            [Column.Time] = "date(utc)", [Column.Symbol] = "market", [Column.Side] = "type", [Column.Price] = "price", [Column.Quantity] = "amount",
            [Column.Fee] = "fee", [Column.FeeCoin] = "fee coin",
        }) { TimesAreUtc = true },
        new(FillLayout.Coinbase, new Dictionary<Column, string>
        {
            [Column.Account] = "portfolio", [Column.Id] = "trade id", [Column.Symbol] = "product", [Column.Side] = "side", [Column.Time] = "created at",
            [Column.Quantity] = "size", [Column.Price] = "price", [Column.Fee] = "fee",
        }),
        new(FillLayout.Bybit, new Dictionary<Column, string>
        {
            [Column.Symbol] = "spot pairs", [Column.Side] = "direction", [Column.Price] = "filled price", [Column.Quantity] = "filled quantity", [Column.Fee] = "fees",
            [Column.FeeCoin] = "feecoin", [Column.Id] = "transaction id", [Column.OrderId] = "order no.", [Column.Time] = "timestamp (utc)",
        }) { TimesAreUtc = true },
    ];

    /// <summary>Places of the columns in a header.</summary>
    public IReadOnlyDictionary<Column, int> Bind(IReadOnlyList<string> header)
    {
        Dictionary<Column, int> places = [];
        foreach (var (column, name) in Names)
        {
            for (var i = 0; i < header.Count; i++)
            {
                if (string.Equals(header[i].Trim(), name, StringComparison.OrdinalIgnoreCase))
                {
                    places.TryAdd(column, i);
                }
            }
        }

        return places;
    }

    public bool Fits(IReadOnlyList<string> header) =>
        Required.All(name => header.Any(column => string.Equals(column.Trim(), name, StringComparison.OrdinalIgnoreCase)));
}

/// <summary>What a column says.</summary>
internal enum Column
{
    Time,
    Symbol,
    Side,
    Price,
    Quantity,
    Fee,
    FeeCoin,
    Id,
    OrderId,
    Account,
    StartPosition,
    Direction,
    ClosedPnl,
    Crossed,
    Gas,
    Sold,
    Bought,
}
