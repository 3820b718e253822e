namespace Sentinel.Memory.Tests.Retrieval;

public sealed class RankingTests
{
    public static TheoryData<string> Names => ["relevance", "relevance-rrf", "shuffled", "recency", "finmem-paper", "finmem-code"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Rank_TwiceTheSame_GivesTheSame(string name)
    {
        var index = Filled(300);
        var question = Ask(300);

        var first = Ranking(name).Rank(question, index);
        var second = Ranking(name).Rank(question, index);

        Ranking(name).Name.ShouldBe(name);
        first.Items.ShouldNotBeEmpty();
        second.Items.Select(item => (item.Episode.Id, item.Score)).ShouldBe(first.Items.Select(item => (item.Episode.Id, item.Score)));
        second.Statistics.MeanR.ShouldBe(first.Statistics.MeanR);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rank_EmptyMemory_SaysSo(string name) =>
        Ranking(name).Rank(Ask(10), new EpisodeIndex(OutcomeHorizon.Bars5)).NoneFound.ShouldBe(NoneFound.NoData);

    [Theory]
    [MemberData(nameof(Names))]
    public void Rank_AtAnEarlierTime_SeesNothingLater(string name)
    {
        var recall = Ranking(name).Rank(Ask(120), Filled(300));

        recall.Items.ShouldAllBe(item => item.Episode.KnownAt <= Make.At(120) && item.Outcome.SettledAt <= Make.At(120));
    }

    [Fact]
    public void Relevance_PlantedPattern_FindsIt()
    {
        var recall = Ranking("relevance").Rank(Ask(300), Filled(300));

        recall.Items.ShouldAllBe(item => item.Episode.Events.Count == 1);
        recall.Statistics.MeanMoveAtr!.Value.ShouldBeGreaterThan(0.8);
        recall.Statistics.RiseRateLow!.Value.ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void Shuffled_PlantedPattern_DilutesIt()
    {
        var recall = Ranking("shuffled").Rank(Ask(300), Filled(300));

        recall.Items.ShouldContain(item => item.Episode.Events.Count == 0);
        Math.Abs(recall.Statistics.MeanMoveAtr!.Value).ShouldBeLessThan(0.6);
    }

    [Fact]
    public void Shuffled_OtherSeed_DrawsOthers() =>
        EpisodeRankings.Shuffled(1).Rank(Ask(300), Filled(300)).Items.Select(item => item.Episode.Id)
            .ShouldNotBe(EpisodeRankings.Shuffled(2).Rank(Ask(300), Filled(300)).Items.Select(item => item.Episode.Id));

    [Fact]
    public void Recency_TwoMarkets_TakesFiveAndThree()
    {
        var recall = Ranking("recency").Rank(Ask(300), Filled(300));

        recall.Items.Count(item => item.Episode.Symbol == Make.Btc).ShouldBe(5);
        recall.Items.Count(item => item.Episode.Symbol == Make.Eth).ShouldBe(3);
    }

    [Fact]
    public void FinMemCode_WhateverTheMarketDoes_RetrievesTheSame()
    {
        var index = Filled(300);

        var calm = Ranking("finmem-code").Rank(Ask(300) with { Events = [], State = Make.State(0, 0) }, index);
        var crash = Ranking("finmem-code").Rank(Ask(300) with { State = Make.State(-9, 9) }, index);

        crash.Items.Select(item => item.Episode.Id).ShouldBe(calm.Items.Select(item => item.Episode.Id));
    }

    [Fact]
    public void FinMemPaper_OldShallowMemory_IsPurged()
    {
        var index = new EpisodeIndex(OutcomeHorizon.Bars5);
        Add(index, 0, type: null);
        Add(index, 1, MarketEventTypes.News);

        var recall = Ranking("finmem-paper").Rank(Ask(24 * 60), index);

        recall.Items.ShouldHaveSingleItem().Episode.Layer.ShouldBe(EpisodeLayer.Deep);
    }

    [Fact]
    public void Relevance_Decay_PrefersTheYoungerOfEquals()
    {
        var index = new EpisodeIndex(OutcomeHorizon.Bars5);
        Add(index, 0, type: null);
        Add(index, 24 * 100, type: null);

        var recall = Ranking("relevance").Rank(Ask(24 * 110) with { State = Make.State(0, 0), Events = [], K = 1 }, index);

        recall.Items.Single().Episode.KnownAt.ShouldBe(Make.At(24 * 100));
    }

    private static IEpisodeRanking Ranking(string name) => name switch
    {
        "relevance" => EpisodeRankings.Relevance(),
        "relevance-rrf" => EpisodeRankings.Relevance(new MemorySettings { ReciprocalRanks = true }),
        "shuffled" => EpisodeRankings.Shuffled(1),
        "recency" => EpisodeRankings.Recency(),
        "finmem-paper" => EpisodeRankings.FinMemPaper(1),
        "finmem-code" => EpisodeRankings.FinMemCode(1),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>Every sixth hour a jump after which the market rises by 1.5 (three times of four); in between it goes anywhere.</summary>
    private static EpisodeIndex Filled(int hours)
    {
        var index = new EpisodeIndex(OutcomeHorizon.Bars5);
        for (var hour = 0; hour < hours; hour++)
        {
            Add(index, hour, hour % 6 is 0 ? MarketEventTypes.Jump : null);
        }

        return index;
    }

    private static void Add(EpisodeIndex index, int hour, string? type)
    {
        var random = new Random(hour);
        var state = type is null ? Make.State(random.NextDouble(), random.NextDouble()) : Make.State(-3 + random.NextDouble(), random.NextDouble());
        var events = type is null ? [] : (MarketEventRef[])[new MarketEventRef($"e{hour}", type, -1, 1, Make.At(hour))];
        var episode = Episodes.Make(hour, state, symbol: hour % 9 is 8 ? Make.Eth : Make.Btc) with { Events = events, Layer = EpisodeLayers.Of(events) };
        index.Add(episode, Clues.Of(events, []));
        index.Settle(Episodes.Ended(episode, type is null ? (random.NextDouble() - 0.5) * 3 : hour % 24 is 0 ? -1 : 1.5 + random.NextDouble()));
    }

    private static EpisodeQuestion Ask(int hour) => new()
    {
        AsOf = Make.At(hour),
        Symbol = Make.Btc,
        State = Make.State(-2.5, 0.5),
        Events = [new MarketEventRef("now", MarketEventTypes.Jump, -1, 1, Make.At(hour))],
    };
}
