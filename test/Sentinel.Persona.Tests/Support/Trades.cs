using System.Globalization;

namespace Sentinel.Persona.Tests;

/// <summary>Short words for fills, bars and orders.</summary>
internal static class Trades
{
    public static readonly DateTimeOffset Day0 = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly Symbol Btc = Symbol.Parse("BTCUSDT");
    public static readonly Symbol Eth = Symbol.Parse("ETHUSDT");
    public static readonly Symbol Sol = Symbol.Parse("SOLUSDT");


    public static DateTimeOffset At(double days) => Day0 + TimeSpan.FromDays(days);

    public static Fill Buy(string id, Symbol symbol, decimal quantity, decimal price, double day, decimal fee = 0, string? order = null) =>
        Fill(id, symbol, OrderSide.Buy, quantity, price, day, fee, order);

    public static Fill Sell(string id, Symbol symbol, decimal quantity, decimal price, double day, decimal fee = 0, string? order = null) =>
        Fill(id, symbol, OrderSide.Sell, quantity, price, day, fee, order);

    public static Fill Fill(string id, Symbol symbol, OrderSide side, decimal quantity, decimal price, double day, decimal fee = 0, string? order = null) => new()
    {
        Id = id,
        ClientOrderId = order ?? id,
        Symbol = symbol,
        Side = side,
        Quantity = quantity,
        Price = price,
        Fee = fee,
        Timestamp = At(day),
    };

    public static PlacedOrder WithStop(Fill fill, decimal? stop) => new(
        new OrderRequest { ClientOrderId = fill.ClientOrderId, Symbol = fill.Symbol, Side = fill.Side, Quantity = fill.Quantity, ProtectiveStop = stop },
        fill.Timestamp);

    public static Bar DayBar(Symbol symbol, int day, decimal low, decimal high, decimal? close = null, decimal volume = 100) => new()
    {
        Symbol = symbol,
        OpenTime = At(day),
        Interval = TimeSpan.FromDays(1),
        Open = (low + high) / 2,
        High = high,
        Low = low,
        Close = close ?? (low + high) / 2,
        Volume = volume,
    };

    /// <summary>Round trips of one unit, one a day at noon, with the results given: bought at 100, held for some hours.</summary>
    public static List<Fill> DailyTrips(IEnumerable<decimal> results, double hours = 2, Symbol? symbol = null, int firstDay = 0, decimal quantity = 1, string prefix = "t")
    {
        List<Fill> fills = [];
        var day = firstDay;
        foreach (var result in results)
        {
            var id = day.ToString("0000", CultureInfo.InvariantCulture);
            fills.Add(Buy($"{prefix}{id}a", symbol ?? Btc, quantity, 100, day + 0.5));
            fills.Add(Sell($"{prefix}{id}b", symbol ?? Btc, quantity, 100 + (result / quantity), day + 0.5 + (hours / 24)));
            day++;
        }

        return fills;
    }

    public static PersonaManager Manager(IEnumerable<Fill> fills, double advanceTo, PersonaOptions? options = null)
    {
        var manager = new PersonaManager(options);
        manager.Observe(fills);
        manager.Advance(At(advanceTo));
        return manager;
    }

    /// <summary>Attributes as text that can be compared whole.</summary>
    public static string Text(RevealedProfile profile) => string.Join('\n', profile.Attributes.Select(attribute => string.Create(
        CultureInfo.InvariantCulture,
        $"{attribute.FullName} {attribute.Value:R} {attribute.Interval?.Low:R} {attribute.Interval?.High:R} {attribute.N} {attribute.EffectiveN:R} {attribute.Status} {string.Join(',', attribute.SourceIds)} {attribute.KnownAt:O} {attribute.ValidFrom:O}")));
}
