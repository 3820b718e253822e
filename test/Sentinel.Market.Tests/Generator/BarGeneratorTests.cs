using CsCheck;

namespace Sentinel.Market.Tests.Generator;

public sealed class BarGeneratorTests
{
    private static readonly Gen<BarGeneratorOptions> AnyOptions =
        from seed in Gen.Int
        from count in Gen.Int[1, 400]
        from isDaily in Gen.Bool
        from isNull in Gen.Bool
        from tick in Gen.Int[0, 2].Select(i => i == 0 ? 0.01m : i == 1 ? 0.5m : 10m)
        from volatility in Gen.Double[0.001, 0.3]
        select new BarGeneratorOptions
        {
            Seed = seed,
            Count = count,
            Symbol = Series.Symbol,
            Interval = isDaily ? TimeSpan.FromDays(1) : TimeSpan.FromHours(1),
            World = isNull ? MarketWorld.Null : MarketWorld.Planted,
            TickSize = tick,
            DailyVolatility = volatility,
            MeanBarsBetweenEpisodes = 20,
        };

    [Fact]
    public void Generate_TheSameOptions_GiveTheSameMarket() => AnyOptions.Sample(
        options =>
        {
            var (first, second) = (BarGenerator.Generate(options), BarGenerator.Generate(options with { }));

            second.Bars.ShouldBe(first.Bars);
            second.Truth.Episodes.ShouldBe(first.Truth.Episodes);
            second.Truth.Regimes.ShouldBe(first.Truth.Regimes);
            second.Truth.Values.ShouldBe(first.Truth.Values);
        },
        iter: 30);

    [Fact]
    public void Generate_AnyOptions_GiveBarsThatAReaderAccepts() => AnyOptions.Sample(
        options =>
        {
            var market = BarGenerator.Generate(options);
            using var text = new StringWriter();
            BarFile.Write(text, market.Bars);

            BarFile.Parse(new StringReader(text.ToString()), Series.Symbol, new BarFileOptions { Interval = options.Interval }).ShouldBe(market.Bars);
            market.Bars.ShouldAllBe(bar => bar.Open % options.TickSize == 0 && bar.High % options.TickSize == 0);
            market.Bars.ShouldAllBe(bar => bar.Low % options.TickSize == 0 && bar.Close % options.TickSize == 0);
            market.Bars.Zip(market.Bars.Skip(1)).ShouldAllBe(pair => pair.First.CloseTime == pair.Second.OpenTime && pair.First.Close == pair.Second.Open);
        },
        iter: 60);

    [Fact]
    public void Generate_MoreBars_StartWithTheFewer() => AnyOptions.Sample(
        options => BarGenerator.Generate(options with { Count = options.Count + 150 }).Bars.Take(options.Count).ShouldBe(BarGenerator.Generate(options).Bars),
        iter: 30);

    [Fact]
    public void Generate_AnotherSeed_GivesAnotherMarket()
    {
        var closes = Enumerable.Range(0, 50).Select(seed => BarGenerator.Generate(new BarGeneratorOptions { Seed = seed, Count = 20 }).Bars[^1].Close);

        closes.Distinct().Count().ShouldBe(50);
    }

    [Fact]
    public void Generate_AVeryLongFall_StaysAboveZero()
    {
        var market = BarGenerator.Generate(new BarGeneratorOptions { Seed = 1, Count = 3000, InitialPrice = 0.05m, DailyVolatility = 1 });

        market.Bars.ShouldAllBe(bar => bar.Low >= 0.01m);
    }

    [Theory]
    [InlineData("Count")]
    [InlineData("TickSize")]
    [InlineData("PatternProbability")]
    [InlineData("Start")]
    [InlineData("Interval")]
    public void Generate_AnOptionOutOfRange_IsNamed(string name)
    {
        var options = new BarGeneratorOptions();
        options = name switch
        {
            "Count" => options with { Count = 0 },
            "TickSize" => options with { TickSize = 0 },
            "PatternProbability" => options with { PatternProbability = 0.4 },
            "Start" => options with { Start = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.FromHours(1)) },
            _ => options with { Interval = TimeSpan.Zero },
        };

        Should.Throw<ArgumentException>(() => BarGenerator.Generate(options)).ParamName.ShouldBe(name);
    }
}
