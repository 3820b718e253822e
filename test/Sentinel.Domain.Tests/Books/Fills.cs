using CsCheck;

namespace Sentinel.Domain.Tests.Books;

/// <summary>Fills to test with.</summary>
internal static class Fills
{
    public static readonly Symbol Btc = Symbol.Parse("BTC");
    public static readonly Symbol Eth = Symbol.Parse("ETH");
    public static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Lists of fills of two markets with awkward numbers, in the order of time; several may share a time.</summary>
    public static readonly Gen<Fill[]> Lists = Gen.Select(
            Gen.Int[0, 90], Gen.Bool, Gen.Bool, Gen.Long[1, 3_000_000], Gen.Long[1, 9_000_000], Gen.Long[-50_000, 900_000_000], Gen.Int[0, 5])
        .Array[0, 40]
        .Select(rows =>
        {
            var minutes = 0;
            return rows.Select((row, i) =>
            {
                var (gap, buy, btc, quantity, price, fee, order) = row;
                minutes += gap / 30 * gap;
                return new Fill
                {
                    Id = $"t{i:D4}",
                    ClientOrderId = $"o{order}",
                    Symbol = btc ? Btc : Eth,
                    Side = buy ? OrderSide.Buy : OrderSide.Sell,
                    Quantity = quantity / 100_000m,
                    Price = price / 100m,
                    Fee = fee / 100_000_000m,
                    OrderType = (OrderType)(order % 3),
                    Timestamp = Start.AddMinutes(minutes),
                };
            }).ToArray();
        });

    private static int _count;

    public static Fill Buy(decimal quantity, decimal price, decimal fee = 0, double hours = 0, string? id = null, Symbol? symbol = null, string? order = null) =>
        Make(OrderSide.Buy, quantity, price, fee, hours, id, symbol, order);

    public static Fill Sell(decimal quantity, decimal price, decimal fee = 0, double hours = 0, string? id = null, Symbol? symbol = null, string? order = null) =>
        Make(OrderSide.Sell, quantity, price, fee, hours, id, symbol, order);

    public static TradeLedger Ledger(decimal cash, params Fill[] fills)
    {
        var ledger = new TradeLedger(cash);
        ledger.Apply(fills);
        return ledger;
    }

    /// <summary>All there is to see of a ledger.</summary>
    public static string Dump(this TradeLedger ledger) => string.Join('\n',
    [
        $"{Money.Normalize(ledger.Cash)} {Money.Normalize(ledger.Fees)} {Money.Normalize(ledger.RealisedPnl)} {Money.Normalize(ledger.CostOfPositions)}",
        .. ledger.Positions(),
        .. new[] { Btc, Eth }.SelectMany(ledger.OpenLots),
        .. ledger.RoundTrips(),
        .. ledger.ClosedPositions(),
        .. new[] { Btc, Eth }.Select(symbol => ledger.AverageCostRealisedPnl(symbol)),
    ]);

    private static Fill Make(OrderSide side, decimal quantity, decimal price, decimal fee, double hours, string? id, Symbol? symbol, string? order)
    {
        id ??= $"f{Interlocked.Increment(ref _count):D6}";
        return new Fill
        {
            Id = id,
            ClientOrderId = order ?? $"o-{id}",
            Symbol = symbol ?? Btc,
            Side = side,
            Quantity = quantity,
            Price = price,
            Fee = fee,
            Timestamp = Start.AddHours(hours),
        };
    }
}
