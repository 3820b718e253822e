using Sentinel.Market;

namespace Sentinel.Persona;

/// <summary>Generated years of bars for traders, and runs of a trader over them.</summary>
internal static class RecoveryWorld
{
    private const int Assets = 6;
    private const int HoursPerYear = 24 * 365;
    private const int Warmup = 24 * 35;

    public static IReadOnlyList<Symbol> Symbols { get; } = [.. Enumerable.Range(0, Assets).Select(i => Symbol.Parse($"SYN{(char)('A' + i)}USDT"))];

    public static DateTimeOffset Start { get; } = new(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>From here traders trade: detectors of extreme days have their baseline.</summary>
    public static DateTimeOffset TradingStart { get; } = Start + TimeSpan.FromHours(Warmup);

    public static DateTimeOffset End { get; } = TradingStart + TimeSpan.FromHours(HoursPerYear);

    /// <summary>A year of bars, as traders and as their profiles see it.</summary>
    public static Year Generate(int seed)
    {
        List<Bar> bars = [];
        for (var i = 0; i < Assets; i++)
        {
            bars.AddRange(BarGenerator.Generate(new BarGeneratorOptions
            {
                Seed = unchecked((seed * 7919) + i),
                Symbol = Symbols[i],
                Start = Start,
                Count = Warmup + HoursPerYear,
                InitialPrice = 100 * (decimal)Math.Pow(5, i),
            }).Bars);
        }

        var history = new MarketHistory();
        foreach (var bar in bars)
        {
            history.Add(bar);
        }

        return new Year(TradedMarket.Of(bars), history);
    }

    /// <summary>What is learnt of a trader who trades through a year.</summary>
    public static PersonaManager Observe(SyntheticTrader trader, Year year, PersonaOptions options)
    {
        var history = trader.Trade(year.Traded, options.StartingEquity!.Value, TradingStart);
        var manager = new PersonaManager(options, year.History);
        manager.ObserveOrders(history.Orders);
        manager.Observe(history.Fills);
        manager.Advance(End);
        return manager;
    }

    internal sealed record Year(TradedMarket Traded, MarketHistory History);
}
