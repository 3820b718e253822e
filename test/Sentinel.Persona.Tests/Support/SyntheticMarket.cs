using Sentinel.Market;

namespace Sentinel.Persona.Tests;

/// <summary>A small generated market and traders on it.</summary>
internal static class SyntheticMarket
{
    public static readonly IReadOnlyList<Symbol> Symbols = [Symbol.Parse("AUSDT"), Symbol.Parse("BUSDT"), Symbol.Parse("CUSDT"), Symbol.Parse("DUSDT")];

    private static readonly Lazy<IReadOnlyList<Bar>> Generated = new(() =>
    [
        .. Symbols.SelectMany((symbol, i) => BarGenerator.Generate(new BarGeneratorOptions { Seed = 11 + i, Symbol = symbol, Count = 24 * 150, InitialPrice = 1000 }).Bars),
    ]);

    public static IReadOnlyList<Bar> Bars => Generated.Value;

    public static DateTimeOffset End => Bars[^1].CloseTime;

    public static PersonaManager Observe(SyntheticHistory history)
    {
        var manager = new PersonaManager(new PersonaOptions { StartingEquity = history.StartingEquity });
        manager.ObserveBars(Bars);
        manager.ObserveOrders(history.Orders);
        manager.Observe(history.Fills);
        manager.Advance(End);
        return manager;
    }

    public static RevealedProfile Profile(int seed) => Observe(SyntheticTrader.Draw("T", Symbols, seed).Trade(Bars, 100_000)).Revealed(End);
}
