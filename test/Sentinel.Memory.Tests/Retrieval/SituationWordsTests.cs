namespace Sentinel.Memory.Tests.Retrieval;

public sealed class SituationWordsTests
{
    [Fact]
    public void Of_NoEvent_IsNothingToSearchBy() => SituationWords.Of([]).ShouldBeNull();

    [Fact]
    public void Of_Events_TellsThemAsEpisodesDo() =>
        SituationWords.Of([Event("jump", -1), Event("volume_spike", 0), Event("cusum_up", 1)]).ShouldBe("jump down; volume_spike flat; cusum_up up");

    private static MarketEvent Event(string type, int side) => new()
    {
        Id = type, Type = type, Side = side, Symbol = Symbol.Parse("BTCUSDT"), EventTime = DateTimeOffset.UnixEpoch, KnownAt = DateTimeOffset.UnixEpoch, Detector = "test@1",
    };
}
