namespace Sentinel.Persona;

/// <summary>How stops are used; needs orders.</summary>
internal static class StopEstimators
{
    public static IEnumerable<PersonaAttribute> Of(Evidence evidence)
    {
        if (!evidence.OrdersKnown)
        {
            const string NoOrders = "no order data";
            yield return evidence.Unknown(AttributeNames.StopRate, "share", NoOrders);
            yield return evidence.Unknown(AttributeNames.StopDistance, "atr", NoOrders);
            yield return evidence.Unknown(AttributeNames.StopsWidened, "share", NoOrders);
            yield return evidence.Unknown(AttributeNames.LossBeyondStop, "share", NoOrders);
            yield break;
        }

        yield return evidence.Rate(AttributeNames.StopRate, evidence.OfEntries(entry => entry.OrderKnown ? (entry.Stop is null ? 0 : 1) : null));
        yield return evidence.Market.Any
            ? evidence.Median(AttributeNames.StopDistance, "atr", evidence.OfEntries(Distance, AttributeNames.StopDistance))
            : evidence.Unknown(AttributeNames.StopDistance, "atr", "no bars");
        yield return evidence.Rate(AttributeNames.StopsWidened, evidence.OfTrips(trip => Flag(trip.StopWidened)));
        yield return evidence.Rate(AttributeNames.LossBeyondStop, evidence.OfTrips(trip => Flag(trip.BeyondStop)));
    }

    /// <summary>Distance of an opening entry's stop in average true ranges; null without either.</summary>
    public static double? Distance(Entry entry) => entry is { IsAdd: false, Stop: { } stop, Market.Atr: > 0 } ? (double)Math.Abs(entry.Price - stop) / entry.Market.Atr : null;

    private static double? Flag(bool? value) => value switch
    {
        null => null,
        true => 1,
        false => 0,
    };
}
