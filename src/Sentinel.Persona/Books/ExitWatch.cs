namespace Sentinel.Persona;

/// <summary>Follows open positions with a stop from one end of a day to the next: how far they stood in units of their risk, and whether they were closed.</summary>
internal sealed class ExitWatch
{
    private readonly List<(int PositionId, double R, string SourceId)> _open = [];

    public IReadOnlyList<ExitChance> EndDay(IEnumerable<PositionBook> books, MarketHistory market, DateTimeOffset end)
    {
        var held = books.Where(book => book.Quantity != 0).ToArray();
        List<ExitChance> chances = [];
        foreach (var (position, r, source) in _open)
        {
            chances.Add(new ExitChance(r, !held.Any(book => book.PositionId == position), source, end));
        }

        _open.Clear();
        foreach (var book in held)
        {
            // Cost less stop is above 0 for a long and below for a short, as gains are: R has the sign of the gain either way.
            if (book is { Stop: { } stop, AverageCost: { } cost } && (book.IsLong ? stop < cost : stop > cost) && market.Mark(book, end) is { } mark)
            {
                _open.Add((book.PositionId, (double)((mark - cost) / (cost - stop)), book.EntryFillId));
            }
        }

        return chances;
    }
}
