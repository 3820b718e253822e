namespace Sentinel.Persona;

/// <summary>Orders that were seen, for stops.</summary>
internal sealed class OrderLog
{
    private readonly Dictionary<string, PlacedOrder> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<Symbol, List<PlacedOrder>> _stops = [];

    public bool Any => _byId.Count > 0;

    public void Add(PlacedOrder placed)
    {
        if (!_byId.TryAdd(placed.Order.ClientOrderId, placed) || placed.Order is not { Type: OrderType.Stop, StopPrice: not null })
        {
            return;
        }

        if (!_stops.TryGetValue(placed.Order.Symbol, out var stops))
        {
            _stops[placed.Order.Symbol] = stops = [];
        }

        // Orders come in order of time, so that this is the end but for stragglers.
        var i = stops.Count;
        while (i > 0 && stops[i - 1].PlacedAt > placed.PlacedAt)
        {
            i--;
        }

        stops.Insert(i, placed);
    }

    public bool Knows(string clientOrderId) => _byId.ContainsKey(clientOrderId);

    /// <summary>The stop an entry had at once: with its order, or placed within a time of it.</summary>
    public decimal? StopOf(string clientOrderId, Symbol symbol, bool isLong, DateTimeOffset entry, TimeSpan within)
    {
        if (_byId.TryGetValue(clientOrderId, out var placed) && placed.Order.ProtectiveStop is { } stop)
        {
            return stop;
        }

        foreach (var order in Between(symbol, isLong, entry, entry + within))
        {
            return order.Order.StopPrice;
        }

        return null;
    }

    /// <summary>Whether a stop was moved away from the price while a position was open.</summary>
    public bool IsWidened(Symbol symbol, bool isLong, decimal first, DateTimeOffset opened, DateTimeOffset closed)
    {
        var last = first;
        foreach (var order in Between(symbol, isLong, opened, closed))
        {
            var stop = order.Order.StopPrice!.Value;
            if (isLong ? stop < last : stop > last)
            {
                return true;
            }

            last = stop;
        }

        return false;
    }

    private IEnumerable<PlacedOrder> Between(Symbol symbol, bool isLong, DateTimeOffset from, DateTimeOffset to)
    {
        if (!_stops.TryGetValue(symbol, out var stops))
        {
            yield break;
        }

        var (low, high) = (0, stops.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = stops[middle].PlacedAt < from ? (middle + 1, high) : (low, middle);
        }

        var side = isLong ? OrderSide.Sell : OrderSide.Buy;
        for (; low < stops.Count && stops[low].PlacedAt <= to; low++)
        {
            if (stops[low].Order.Side == side)
            {
                yield return stops[low];
            }
        }
    }
}
