namespace Sentinel.Replay.Experiment;

/// <summary>Four histograms of a way to trade: asset, size, hold, side.</summary>
internal sealed class Habits(IReadOnlyList<Symbol> symbols)
{
    private const int Decimals = 8;

    private static readonly double[] Sizes = [0.02, 0.05, 0.1, 0.2, 0.4, 0.8];
    private static readonly double[] Hours = [6, 12, 24, 48, 96, 192];

    private readonly double[] _assets = new double[symbols.Count];
    private readonly double[] _sizes = new double[Sizes.Length + 1];
    private readonly double[] _hours = new double[Hours.Length + 1];
    private readonly double[] _sides = new double[2];

    /// <summary>Names of the four, in the order of <see cref="Distances"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["asset", "size", "hold", "side"];

    /// <summary>Counts a wish or an entry.</summary>
    /// <param name="symbol">What.</param>
    /// <param name="isLong">Which way.</param>
    /// <param name="share">Value over equity.</param>
    public void AddEntry(Symbol symbol, bool isLong, double share)
    {
        for (var i = 0; i < symbols.Count; i++)
        {
            _assets[i] += symbols[i] == symbol ? 1 : 0;
        }

        _sides[isLong ? 1 : 0]++;
        _sizes[Bin(Sizes, share)]++;
    }

    /// <summary>Counts a position that ended.</summary>
    public void AddHold(TimeSpan hold) => _hours[Bin(Hours, hold.TotalHours)]++;

    /// <summary>Distances from another way to trade, 0-1; NaN where one of the two has nothing to count.</summary>
    public double[] Distances(Habits other) =>
    [
        JensenShannon.Distance(_assets, other._assets),
        JensenShannon.Distance(_sizes, other._sizes),
        JensenShannon.Distance(_hours, other._hours),
        JensenShannon.Distance(_sides, other._sides),
    ];

    /// <summary>How a trader traded between two times, by their own fills.</summary>
    public static Habits Of(IReadOnlyList<Symbol> symbols, IReadOnlyList<Fill> fills, decimal equity, DateTimeOffset from, DateTimeOffset to)
    {
        var ledger = new TradeLedger(equity);

        // A synthetic trader's stops have as many decimals as a double gives; the books are exact and take no more than they can keep.
        ledger.Apply(fills.Select(fill => fill with { Price = Math.Round(fill.Price, Decimals), Fee = Math.Round(fill.Fee, Decimals) }));
        var closed = ledger.ClosedPositions();
        var habits = new Habits(symbols);
        foreach (var position in closed.Where(position => position.OpenedAt >= from && position.OpenedAt < to))
        {
            var then = equity + closed.Where(earlier => earlier.ClosedAt <= position.OpenedAt).Sum(earlier => earlier.Pnl);
            habits.AddEntry(position.Symbol, position.IsLong, then > 0m ? (double)(position.Quantity * position.EntryPrice / then) : 0);
            habits.AddHold(position.ClosedAt - position.OpenedAt);
        }

        return habits;
    }

    private static int Bin(double[] edges, double value)
    {
        var bin = 0;
        while (bin < edges.Length && value >= edges[bin])
        {
            bin++;
        }

        return bin;
    }
}
