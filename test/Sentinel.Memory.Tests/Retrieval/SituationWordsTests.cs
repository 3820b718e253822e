namespace Sentinel.Memory.Tests.Retrieval;

public sealed class SituationWordsTests
{
    private static readonly MarketSnapshot Market = new()
    {
        Symbol = Symbol.Parse("BTCUSDT"),
        AsOf = DateTimeOffset.UnixEpoch,
        Regime = new MarketRegime(TrendState.Down, VolatilityState.High),
        State = new StateVector { Values = new double[StateVector.Names.Count] },
    };

    [Fact]
    public void Of_NoEvent_IsNothingToSearchBy() => SituationWords.Of(Market, []).ShouldBeNull();

    [Fact]
    public void Of_Events_TellsThemAsEpisodesDo() =>
        SituationWords.Of(Market, [Event("jump", -1), Event("volume_spike", 0), Event("cusum_up", 1)])
            .ShouldBe("btcusdt down/high; jump down; volume_spike flat; cusum_up up");

    private static MarketEvent Event(string type, int side) => new()
    {
        Id = type, Type = type, Side = side, Symbol = Symbol.Parse("BTCUSDT"), EventTime = DateTimeOffset.UnixEpoch, KnownAt = DateTimeOffset.UnixEpoch, Detector = "test@1",
    };
}
