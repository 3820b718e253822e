using CsCheck;

namespace Sentinel.Memory.Tests.Episodic;

public sealed class QuotaProperties
{
    [Fact]
    public void Winners_OfAnyNeighbourhood_AreTheNearestWholeShare() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 50], Gen.Double[0, 1]).Sample((k, neighbourhood, share) =>
        {
            var won = (int)(share * neighbourhood);
            var winners = Choice.Winners(k, won, neighbourhood);
            return winners >= 0 && winners <= k && Math.Abs(winners - ((double)k * won / neighbourhood)) <= 0.5;
        });

    [Fact]
    public void Rank_RandomMemory_ShowsWinnersAtTheBaseRateOfTheNeighbourhood() =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Int[3, 12]).Sample(
            (seed, k) =>
            {
                var (index, question) = Filled(seed, 120, k);
                var settings = new MemorySettings();

                var neighbourhood = Fusion.Of(index.Alike(question, settings.Neighbourhood), settings).Take(settings.Neighbourhood).ToList();
                var recall = EpisodeRankings.Relevance(settings).Rank(question, index);

                var expected = Choice.Winners(k, neighbourhood.Count(weighted => weighted.Candidate.End is EpisodeEnd.Won), neighbourhood.Count);
                return recall.Items.Count == k && recall.Items.Count(item => item.End is EpisodeEnd.Won) == expected;
            },
            iter: 100);

    [Fact]
    public void Relevance_WithAllOutcomesTurned_IsTheSame() => Gen.Int[0, 100_000].Sample(
        seed =>
        {
            var (index, question) = Filled(seed, 80, 6);
            var (turned, _) = Filled(seed, 80, 6, turn: -1);
            var settings = new MemorySettings();

            return Fusion.Of(index.Alike(question, 50), settings).Select(weighted => (weighted.Candidate.Episode.Id, weighted.Weight))
                .SequenceEqual(Fusion.Of(turned.Alike(question, 50), settings).Select(weighted => (weighted.Candidate.Episode.Id, weighted.Weight)));
        },
        iter: 50);

    private static (EpisodeIndex Index, EpisodeQuestion Question) Filled(int seed, int episodes, int k, int turn = 1)
    {
        var random = new Random(seed);
        var index = new EpisodeIndex(OutcomeHorizon.Bars5);
        for (var i = 0; i < episodes; i++)
        {
            var episode = Episodes.Make(i, Make.State(random.NextDouble(), random.NextDouble(), random.NextDouble()));
            index.Add(episode, []);
            index.Settle(Episodes.Ended(episode, turn * (random.NextDouble() - 0.4)));
        }

        return (index, new EpisodeQuestion { AsOf = Make.At(1_000), Symbol = Make.Btc, State = Make.State(0.5, 0.5, 0.5), K = k });
    }
}
