namespace Sentinel.Persona;

/// <summary>Bars of several symbols on one time line, with what traders look at.</summary>
internal sealed class TradedMarket
{
    private readonly SortedDictionary<Symbol, TradedSymbol> _symbols = [];

    private TradedMarket(IReadOnlyList<DateTimeOffset> opens, TimeSpan interval) => (Opens, Interval) = (opens, interval);

    /// <summary>Opens of bars of any symbol, in order.</summary>
    public IReadOnlyList<DateTimeOffset> Opens { get; }

    public TimeSpan Interval { get; }

    public static TradedMarket Of(IReadOnlyList<Bar> bars)
    {
        var interval = bars.Count > 0 ? bars[0].Interval : TimeSpan.FromHours(1);
        if (bars.Any(bar => bar.Interval != interval))
        {
            throw new ArgumentException("The bars' intervals differ.", nameof(bars));
        }

        var market = new TradedMarket([.. bars.Select(bar => bar.OpenTime).Distinct().Order()], interval);
        foreach (var group in bars.GroupBy(bar => bar.Symbol))
        {
            market._symbols[group.Key] = new TradedSymbol([.. group.OrderBy(bar => bar.OpenTime)], market.Opens);
        }

        return market;
    }

    public TradedSymbol Symbol(Symbol symbol) => _symbols.TryGetValue(symbol, out var traded)
        ? traded
        : throw new ArgumentException($"There are no bars of {symbol}.", nameof(symbol));
}

/// <summary>One symbol's bars by place on the time line.</summary>
internal sealed class TradedSymbol
{
    private const int AtrBars = 14;

    private readonly Bar?[] _bars;
    private readonly double[] _atr;
    private readonly DayTable _days = new();

    public TradedSymbol(IReadOnlyList<Bar> bars, IReadOnlyList<DateTimeOffset> opens)
    {
        (_bars, _atr) = (new Bar?[opens.Count], new double[opens.Count + 1]);
        var (next, seen, atr) = (0, 0, 0.0);
        decimal? close = null;
        for (var i = 0; i < opens.Count; i++)
        {
            _atr[i] = seen >= AtrBars ? atr : 0;
            if (next >= bars.Count || bars[next].OpenTime != opens[i])
            {
                continue;
            }

            var bar = _bars[i] = bars[next++];
            var range = (double)(Math.Max(bar.High, close ?? bar.Open) - Math.Min(bar.Low, close ?? bar.Open));
            atr = seen == 0 ? range : seen < AtrBars ? ((atr * seen) + range) / (seen + 1) : ((atr * (AtrBars - 1)) + range) / AtrBars;
            (seen, close) = (seen + 1, bar.Close);
            _days.Add(bar);
        }
    }

    public Bar? Bar(int i) => _bars[i];

    /// <summary>Average true range of the bars before; 0 until there are enough.</summary>
    public double AtrBefore(int i) => _atr[i];

    /// <summary>Whether the day before was extreme, from bars closed by then.</summary>
    public bool AfterExtremeDay(DateTimeOffset time) => _days.IsExtreme(DayTable.DayOf(time) - 1) is true;
}
