namespace Sentinel.Persona;

/// <summary>
/// The opportunities of one day with a sale, as Odean 1998 counts them: what was closed is a realised gain or loss; each other position held since before the day is a
/// paper gain when even the day's low is above its average cost with commission, a paper loss when even the high is below, and neither in between (shorts the other way round).
/// </summary>
internal static class DispositionDay
{
    public static IEnumerable<Opportunity> Count(IReadOnlyList<Trip> closed, IEnumerable<PositionBook> books, MarketHistory market, DateTimeOffset start)
    {
        if (closed.Count == 0)
        {
            yield break;
        }

        var end = start + TimeSpan.FromDays(1);
        foreach (var trip in closed)
        {
            if (trip.Pnl != 0)
            {
                yield return new Opportunity(trip.Symbol, trip.PositionId, trip.Pnl > 0, true, trip.ExitFillId, end);
            }
        }

        foreach (var book in books)
        {
            if (book.Quantity == 0 || book.OpenedAt >= start || book.AverageCost is not { } cost || closed.Any(trip => trip.PositionId == book.PositionId))
            {
                continue;
            }

            if (Range(book, market, start) is not { } range)
            {
                continue;
            }

            var above = range.Low > cost;
            if (above || range.High < cost)
            {
                yield return new Opportunity(book.Symbol, book.PositionId, above == book.IsLong, false, book.EntryFillId, end);
            }
        }
    }

    /// <summary>The day's range from bars; without bars, the trader's own price of that day.</summary>
    private static (decimal High, decimal Low)? Range(PositionBook book, MarketHistory market, DateTimeOffset start)
    {
        if (market.Of(book.Symbol) is { } bars)
        {
            return bars.Days.RangeOf(DayTable.DayOf(start));
        }

        return book.LastTrade is { } own && own.Time >= start ? (own.Price, own.Price) : null;
    }
}
