using Sentinel.Persona;
using Sentinel.Replay.Experiment;

namespace Sentinel.Replay.Tests.Experiment;

public sealed class TraderTests
{
    [Fact]
    public void Timeline_AtAnyTime_KnowsNothingLater()
    {
        var trader = Tiny.Trader();
        var market = trader.User.Market;

        for (var at = market.Start; at <= market.End; at += TimeSpan.FromHours(12))
        {
            trader.Persona.Read(at).Revealed.ShouldAllBe(attribute => attribute.KnownAt <= at);
        }

        trader.Persona.Read(market.Start.AddTicks(-1)).Revealed.ShouldBeEmpty();
        trader.Persona.Read(market.Start).Revealed.ShouldContain(attribute => attribute.Value != null);
    }

    [Fact]
    public void Timeline_WithTheFutureCutOff_ReadsTheSame()
    {
        var trader = Tiny.Trader();
        var market = trader.User.Market;
        var bars = market.History.Concat(market.Bars).ToArray();
        var history = trader.User.Trader.Trade(bars, Tiny.Config.Equity);
        var cut = PersonaTimeline.Of(
            history with { Fills = [.. history.Fills.Where(fill => fill.Timestamp <= market.Middle)], Orders = [.. history.Orders.Where(order => order.PlacedAt <= market.Middle)] },
            [.. bars.Where(bar => bar.CloseTime <= market.Middle)],
            market.Start,
            market.Middle,
            TimeSpan.FromDays(Tiny.Config.PersonaDays));

        cut.Read(market.Middle).Revealed.Select(attribute => (attribute.Id, attribute.Value)).ShouldBe(trader.Persona.Read(market.Middle).Revealed.Select(attribute => (attribute.Id, attribute.Value)));
    }

    [Fact]
    public void Oracle_OfATraderWhoChanges_ChangesThen()
    {
        var user = Tiny.Trader().User;
        var oracle = new OraclePersona(user.Trader, user.Market.Start);

        user.Trader.DriftAt.ShouldBe(user.Market.Middle);
        oracle.Read(user.Market.Start.AddTicks(-1)).Revealed.ShouldBeEmpty();
        Risk(oracle.Read(user.Market.Start)).ShouldBe(user.Trader.Traits.RiskPerTrade);
        Risk(oracle.Read(user.Market.End)).ShouldBe(user.Trader.TraitsAfter!.RiskPerTrade);

        static double? Risk(Memory.PersonaReading reading) => reading.Revealed.First(attribute => attribute.Name is AttributeNames.RiskPerTrade).Value;
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0.4463899658965345)]
    [InlineData(2, 0.6977746579640079)]
    public void VonMisesLength_OfAConcentration_IsTheQuotientOfBesselFunctions(double concentration, double length) => VonMises.Length(concentration).ShouldBe(length, 1e-12);

    [Fact]
    public void Mandate_OfTraits_HoldsTheUsualTradeAndNotTwiceOfIt()
    {
        var traits = new TraderTraits
        {
            MedianHold = TimeSpan.FromHours(24), RiskPerTrade = 0.01, EntriesPerDay = 2, StopDistanceAtr = 4, ActiveHour = 2, HourFocus = 2,
            Assets = [new AssetWeight(Symbol.Parse("SYNA"), 0.95), new AssetWeight(Symbol.Parse("SYNB"), 0.05)],
        };

        var mandate = TraitMandate.Of(traits, range: 0.02, DateTimeOffset.UnixEpoch);

        mandate.AllowedSymbols.ShouldBe([Symbol.Parse("SYNA")]);
        mandate.ShortAllowed.ShouldBeFalse();
        mandate.MaxRiskPerTrade.ShouldBe(0.02m);
        mandate.MaxPosition.ShouldBe(0.25m);
        mandate.MaxTradesPerDay.ShouldBe(5);
        (mandate.FirstHour, mandate.LastHour).ShouldBe((18, 10));
    }
}
