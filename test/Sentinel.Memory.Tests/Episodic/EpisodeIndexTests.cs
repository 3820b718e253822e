using CsCheck;

namespace Sentinel.Memory.Tests.Episodic;

public sealed class EpisodeIndexTests
{
    [Fact]
    public void Alike_OfState_FindsTheNearestFirst()
    {
        var index = Filled([(0, 0), (1, 1), (5, 5), (0.1, 0)]);

        var found = index.Alike(Ask(Make.State(0, 0)), 2);

        found.Select(candidate => candidate.Episode.Id).ShouldBe([Episodes.Make(0, Make.State()).Id, Episodes.Make(3, Make.State()).Id]);
        found[0].StateLikeness.ShouldBe(1);
    }

    [Fact]
    public void Alike_MissingFeature_CountsAsUnrelatedAndNotAsNear()
    {
        var index = new EpisodeIndex(OutcomeHorizon.Bars5);
        Add(index, Episodes.Make(0, Make.State(1, double.NaN)));
        Add(index, Episodes.Make(1, Make.State(1, 0.1)));
        Add(index, Episodes.Make(2, Make.State(9, 3)));

        var found = index.Alike(Ask(Make.State(1, 0)), 2).OrderByDescending(candidate => candidate.StateLikeness).ToList();

        found[0].Episode.Id.ShouldBe(Episodes.Make(1, Make.State()).Id);
        found[1].StateLikeness.ShouldBe(Math.Exp(-1), 1e-6);
    }

    [Fact]
    public void Alike_AnyScaleOfAFeature_GivesTheSame() => Gen.Select(Gen.Double[0.001, 1000], Gen.Int).Sample(
        (factor, seed) =>
        {
            var random = new Random(seed);
            var states = Enumerable.Range(0, 40).Select(_ => (random.NextDouble(), random.NextDouble())).ToArray();
            var plain = Filled(states).Alike(Ask(Make.State(0.5, 0.5)), 5);
            var scaled = Filled([.. states.Select(state => (state.Item1 * factor, state.Item2))]).Alike(Ask(Make.State(0.5 * factor, 0.5)), 5);
            return plain.Select(candidate => candidate.Episode.Id).SequenceEqual(scaled.Select(candidate => candidate.Episode.Id));
        },
        iter: 100);

    [Fact]
    public void Alike_AgainstASlowSearch_FindsTheSame() => Gen.Select(Gen.Int[2, 90], Gen.Int).Sample(
        (count, seed) =>
        {
            var random = new Random(seed);
            var states = Enumerable.Range(0, count).Select(_ => (random.NextDouble(), random.NextDouble())).ToArray();
            var question = (random.NextDouble(), random.NextDouble());

            var fast = Filled(states).Alike(Ask(Make.State(question.Item1, question.Item2)), 7);

            var (first, second) = (Deviation([.. states.Select(state => state.Item1)]), Deviation([.. states.Select(state => state.Item2)]));
            var slow = Enumerable.Range(0, count)
                .OrderBy(i => Math.Pow((states[i].Item1 - question.Item1) / first, 2) + Math.Pow((states[i].Item2 - question.Item2) / second, 2))
                .Take(7).Select(i => Episodes.Make(i, Make.State()).Id).Order(StringComparer.Ordinal);
            return fast.Select(candidate => candidate.Episode.Id).SequenceEqual(slow);
        },
        iter: 200);

    [Fact]
    public void Alike_WithAnEvent_FindsThoseThatShareItHoweverFar()
    {
        var index = new EpisodeIndex(OutcomeHorizon.Bars5);
        for (var hour = 0; hour < 30; hour++)
        {
            Add(index, Episodes.Make(hour, Make.State(hour), hour is 3 ? "hack" : null));
        }

        var found = index.Alike(Ask(Make.State(29)) with { Events = [new MarketEventRef("now", "hack", -1, 1, Make.At(100))] }, 2);

        found.Single(candidate => candidate.SharesEvent).Episode.KnownAt.ShouldBe(Make.At(3));
    }

    [Fact]
    public void Alike_WithWordsOfAFeed_FindsThemByRarity()
    {
        var index = new EpisodeIndex(OutcomeHorizon.Bars5);
        for (var hour = 0; hour < 20; hour++)
        {
            var episode = Episodes.Make(hour, Make.State(hour), "news");
            Add(index, episode, hour is 4 ? "exchange Mercury halts withdrawals" : "exchange reports volume");
        }

        var found = index.Alike(Ask(Make.State()) with { Text = "Mercury exchange" }, 0).OrderByDescending(candidate => candidate.ClueLikeness).ToList();

        found[0].Episode.KnownAt.ShouldBe(Make.At(4));
        found[0].SharedClues[0].ShouldBe("word:mercury");
        found[0].ClueLikeness.ShouldBe(1, 1e-12);
        found[1].ClueLikeness.ShouldBeLessThan(0.5);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Alike_Filters_AreKept(bool wanted)
    {
        var down = new MarketRegime(TrendState.Down, VolatilityState.High);
        var index = new EpisodeIndex(OutcomeHorizon.Bars5);
        Add(index, Episodes.Make(0, Make.State(1), "jump", regime: wanted ? down : default, symbol: wanted ? Make.Eth : Make.Btc));

        index.Alike(Ask(Make.State(1)) with { OnlyRegime = down }, 5).Count.ShouldBe(wanted ? 1 : 0);
        index.Alike(Ask(Make.State(1)) with { OnlySymbol = Make.Eth }, 5).Count.ShouldBe(wanted ? 1 : 0);
        index.Alike(Ask(Make.State(1)) with { OnlyEventTypes = [wanted ? "jump" : "gap"] }, 5).Count.ShouldBe(wanted ? 1 : 0);
        index.Alike(Ask(Make.State(1)) with { Since = Make.At(wanted ? 0 : 1) }, 5).Count.ShouldBe(wanted ? 1 : 0);
        index.Alike(Ask(Make.State(1)) with { OnlyExposure = wanted ? 1 : -1 }, 5).Count.ShouldBe(wanted ? 1 : 0);
    }

    [Fact]
    public void Latest_IsNewestFirst()
    {
        var index = Filled([(0, 0), (1, 1), (2, 2)]);

        index.Latest(Ask(Make.State()), 2).Select(candidate => candidate.Episode.KnownAt).ShouldBe([Make.At(2), Make.At(1)]);
    }

    private static EpisodeIndex Filled((double, double)[] states)
    {
        var index = new EpisodeIndex(OutcomeHorizon.Bars5);
        for (var i = 0; i < states.Length; i++)
        {
            Add(index, Episodes.Make(i, Make.State(states[i].Item1, states[i].Item2)));
        }

        return index;
    }

    private static void Add(EpisodeIndex index, Episode episode, string? feed = null)
    {
        index.Add(episode, Clues.Of(episode.Events, feed is null ? [] : [feed]));
        index.Settle(Episodes.Ended(episode, 1));
    }

    private static EpisodeQuestion Ask(StateVector state) => new() { AsOf = Make.At(1_000), Symbol = Make.Btc, State = state };

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }
}
