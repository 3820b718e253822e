namespace Sentinel.Risk;

/// <summary>What makes an intent nonsense. Such an intent is recorded as denied, it is never traded.</summary>
public static class IntentFaults
{
    /// <summary>Every fault, in words.</summary>
    /// <param name="intent">The intent.</param>
    /// <param name="last">The last price, for the sides of stop and target; null when it is not known.</param>
    public static IReadOnlyList<string> Of(TradeIntent intent, decimal? last)
    {
        var faults = new List<string>();
        If(!Enum.IsDefined(intent.Direction) || !Enum.IsDefined(intent.EntryType), "direction or entry is of no known kind");
        If(intent.Symbol == default, "there is no symbol");
        If(!(intent.Conviction is >= 0 and <= 1), "conviction is not a number from 0 to 1");
        If(!double.IsFinite(intent.ExpectedR), "the expected result is no number");
        If(!IsPrice(intent.EntryPrice) || !IsPrice(intent.Stop) || !IsPrice(intent.Target), "a price is not above 0, or beyond reason");
        If(intent.DesiredRisk is <= 0m or > 1m, "the wished risk is not a part of equity");
        if (intent.Direction is not (IntentDirection.Long or IntentDirection.Short))
        {
            return faults;
        }

        If(intent.Horizon <= TimeSpan.Zero, "the horizon is not above 0");
        If(intent.EntryType is OrderType.Limit && intent.EntryPrice is null, "a limit entry needs a price");
        If(intent.EntryType is OrderType.Stop && intent.EntryPrice is null, "a stop entry needs a price");
        If(string.IsNullOrWhiteSpace(intent.Invalidation) && intent.InvalidationRules.Count is 0, "nothing would invalidate it");
        if ((intent.EntryPrice ?? last) is { } entry)
        {
            var sign = intent.Direction is IntentDirection.Long ? 1 : -1;
            If(intent.Stop is { } stop && (entry - stop) * sign <= 0m, "the stop is not on the losing side of the entry");
            If(intent.Target is { } target && (target - entry) * sign <= 0m, "the target is not on the winning side of the entry");
        }

        return faults;

        void If(bool isFault, string fault)
        {
            if (isFault)
            {
                faults.Add(fault);
            }
        }
    }

    private static bool IsPrice(decimal? price) => price is null or (> 0m and <= GateRun.Largest);
}
