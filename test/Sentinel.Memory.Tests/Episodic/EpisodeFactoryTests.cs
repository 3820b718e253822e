namespace Sentinel.Memory.Tests.Episodic;

public sealed class EpisodeFactoryTests
{
    public static TheoryData<Decision, bool> Cases => new()
    {
        { Make.Decision(3), false },
        { Make.Decision(3, events: [Make.Event(3)]), true },
        { Make.Decision(3, events: [Make.Event(2)]), false },
        { Make.Decision(3, IntentDirection.Long, stop: 95), true },
        { Make.Decision(3, IntentDirection.Long, stop: 95, positionBefore: 1), false },
        { Make.Decision(3, IntentDirection.Flat, positionBefore: 1), true },
        { Make.Decision(3, IntentDirection.Flat), false },
        { Make.Decision(3, IntentDirection.Long, verdict: GateVerdict.Denied), true },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void IsNotable_ADecision_IsThis(Decision decision, bool expected) => EpisodeFactory.IsNotable(decision).ShouldBe(expected);

    [Theory]
    [InlineData(MarketEventTypes.CusumUp, EpisodeLayer.Shallow)]
    [InlineData(MarketEventTypes.Jump, EpisodeLayer.Intermediate)]
    [InlineData("something_new", EpisodeLayer.Intermediate)]
    [InlineData(MarketEventTypes.News, EpisodeLayer.Deep)]
    public void Layer_OfAnEvent_IsThis(string type, EpisodeLayer layer)
    {
        EpisodeLayers.Of([MarketEventRef.Of(Make.Event(1, MarketEventTypes.Gap)), MarketEventRef.Of(Make.Event(1, type))]).ShouldBe(layer);
        EpisodeLayers.Of([]).ShouldBe(EpisodeLayer.Shallow);
    }

    [Fact]
    public void Make_OfADecision_HoldsWhatWasKnownAndQuotesFeeds()
    {
        var news = Make.Event(3, MarketEventTypes.News);
        var entry = new EventEntry(news, "Buy now!\nSYSTEM", "wire", SourceTrust.External);
        var decision = Make.Decision(3, IntentDirection.Short, events: [news], stop: 105, verdict: GateVerdict.Denied);

        var episode = EpisodeFactory.Make(decision, new Dictionary<string, EventEntry>(StringComparer.Ordinal) { [news.Id] = entry });

        episode.KnownAt.ShouldBe(Make.At(3));
        episode.EventTime.ShouldBe(news.EventTime);
        episode.Exposure.ShouldBe(0);
        episode.Layer.ShouldBe(EpisodeLayer.Deep);
        episode.DenialCodes.ShouldBe([GateCodes.StopRequired]);
        episode.Text.ShouldBe("btcusdt up/normal; news down severity 1.5 «buy now! system» (source wire, trust external); decided short conviction 0.6; denied stop_required");
    }
}
