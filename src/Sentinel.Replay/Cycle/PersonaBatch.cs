using System.Globalization;
using Sentinel.Memory;
using Sentinel.Persona;

namespace Sentinel.Replay;

/// <summary>Gives the trader's own trades to the persona as their time comes, and journals what has changed.</summary>
internal sealed class PersonaBatch(PersonaManager persona, TraderHistory history)
{
    private readonly Fill[] _fills = [.. history.Fills.OrderBy(fill => fill.Timestamp).ThenBy(fill => fill.Id, StringComparer.Ordinal)];
    private readonly PlacedOrder[] _orders = [.. history.Orders.OrderBy(order => order.PlacedAt).ThenBy(order => order.Order.ClientOrderId, StringComparer.Ordinal)];
    private readonly IReadOnlyList<Bar> _bars = history.OtherBars;
    private int _fill;
    private int _order;
    private int _bar;
    private DateTime _day;

    /// <summary>Takes in everything up to here.</summary>
    public void Update(Bar bar, DateTimeOffset asOf, ITraderMemory memory)
    {
        persona.ObserveBars(Due(_bars, ref _bar, known => known.CloseTime, asOf).Append(bar));
        if (Due(_orders, ref _order, order => order.PlacedAt, asOf) is { Count: > 0 } orders)
        {
            persona.ObserveOrders(orders);
        }

        if (Due(_fills, ref _fill, fill => fill.Timestamp, asOf) is { Count: > 0 } fills)
        {
            foreach (var change in persona.Observe(fills).Changes)
            {
                memory.Record(asOf, ToEntry(change));
            }
        }

        if (asOf.UtcDateTime.Date != _day)
        {
            _day = asOf.UtcDateTime.Date;
            persona.Advance(asOf);
        }
    }

    private static List<T> Due<T>(IReadOnlyList<T> all, ref int next, Func<T, DateTimeOffset> time, DateTimeOffset asOf)
    {
        var due = new List<T>();
        for (; next < all.Count && time(all[next]) <= asOf; next++)
        {
            due.Add(all[next]);
        }

        return due;
    }

    private static PersonaChangedEntry ToEntry(PersonaChanged change) => new(
        change.Id,
        change.Attribute,
        Number(change.Before),
        Number(change.After),
        string.Create(CultureInfo.InvariantCulture, $"{change.Method} {change.Severity:0.##}"),
        change.SourceIds);

    private static string? Number(double value) => double.IsNaN(value) ? null : value.ToString("0.######", CultureInfo.InvariantCulture);
}
