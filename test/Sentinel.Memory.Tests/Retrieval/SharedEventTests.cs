namespace Sentinel.Memory.Tests.Retrieval;

/// <summary>Two patterns with one event in common are told apart by the other event.</summary>
public sealed class SharedEventTests
{
    [Theory]
    [InlineData("first", true)]
    [InlineData("second", false)]
    public void Rank_PatternsThatShareAnEvent_AreToldApart(string second, bool rises)
    {
        var index = new EpisodeIndex(OutcomeHorizon.Bars5);
        for (var i = 0; i < 120; i++)
        {
            var isFirst = i % 2 is 0;
            var events = Events(i, isFirst ? "first" : "second");
            var episode = Episodes.Make(i * 6, Make.State(new Random(i).NextDouble())) with { Events = events };
            index.Add(episode, Clues.Of(events, []));
            index.Settle(Episodes.Ended(episode, isFirst ? 1.5 : -1.5));
        }

        var recall = EpisodeRankings.Relevance().Rank(
            new EpisodeQuestion { AsOf = Make.At(1_000), Symbol = Make.Btc, State = Make.State(0.5), Events = Events(1_000, second) }, index);

        recall.Statistics.IsSufficient.ShouldBeTrue();
        (recall.Statistics.MeanMoveAtr > 1).ShouldBe(rises);
        (recall.Statistics.MeanMoveAtr < -1).ShouldBe(!rises);
    }

    private static MarketEventRef[] Events(int id, string second) =>
        [new($"c{id}", "common", -1, 1, Make.At(0)), new($"s{id}", second, -1, 1, Make.At(0))];
}
