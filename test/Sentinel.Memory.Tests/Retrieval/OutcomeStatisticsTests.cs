using CsCheck;

namespace Sentinel.Memory.Tests.Retrieval;

public sealed class OutcomeStatisticsTests
{
    [Theory]
    [InlineData(0.025, 1, 1, 0.025)]
    [InlineData(0.5, 2, 2, 0.5)]
    [InlineData(0.025, 11, 11, 0.29780)]
    [InlineData(0.975, 11, 11, 0.70220)]
    [InlineData(0.025, 3, 9, 0.06022)]
    [InlineData(0.975, 3, 9, 0.51776)]
    [InlineData(0.95, 0.5, 0.5, 0.99384)]
    public void Quantile_KnownValues_AreMet(double share, double a, double b, double expected) =>
        BetaInterval.Quantile(share, a, b).ShouldBe(expected, 1e-5);

    [Fact]
    public void Quantile_OfAnyBeta_IsWhereTheDistributionHasItsShare() =>
        Gen.Select(Gen.Double[0.01, 0.99], Gen.Double[1, 80], Gen.Double[1, 80]).Sample((share, a, b) =>
            Math.Abs(BetaInterval.Distribution(BetaInterval.Quantile(share, a, b), a, b) - share) < 1e-8);

    [Fact]
    public void Of_TooFewEpisodes_ClaimsNothing()
    {
        var statistics = OutcomeStatistics.Of(Weighted(9, i => i));

        statistics.IsSufficient.ShouldBeFalse();
        statistics.N.ShouldBe(9);
        statistics.NEff.ShouldBe(9, 1e-12);
        statistics.MeanR.ShouldBeNull();
        statistics.WinRate.ShouldBeNull();
        statistics.MeanMoveAtr.ShouldBeNull();
        statistics.WorstDecileR.ShouldBeNull();
    }

    [Fact]
    public void Of_ManyAlikeAndOneHeavy_IsStillTooFew() =>
        OutcomeStatistics.Of([.. Weighted(20, i => i).Select((weighted, i) => weighted with { Weight = i is 0 ? 100 : 0.1 })]).IsSufficient.ShouldBeFalse();

    [Fact]
    public void Of_TwentyEpisodes_GivesTheirNumbers()
    {
        // R of -3, 1, 1 ... (two losers among twenty).
        var statistics = OutcomeStatistics.Of(Weighted(20, i => i < 2 ? -3 : 1));

        statistics.MeanR!.Value.ShouldBe(0.6, 1e-12);
        statistics.MedianR.ShouldBe(1);
        statistics.WorstDecileR!.Value.ShouldBe(-3, 1e-12);
        statistics.WinRate!.Value.ShouldBe(19.0 / 22, 1e-12);
        statistics.WinRateLow!.Value.ShouldBe(BetaInterval.Quantile(0.025, 19, 3), 1e-9);
        statistics.WinRateHigh!.Value.ShouldBe(BetaInterval.Quantile(0.975, 19, 3), 1e-9);
        statistics.RiseRate.ShouldBe(statistics.WinRate);
        statistics.MoveStandardError!.Value.ShouldBe(Math.Sqrt(16 * 0.09 * 20 / 19 / 20), 1e-9);
    }

    [Fact]
    public void Of_TwoRegimes_SplitsThem()
    {
        var up = new MarketRegime(TrendState.Up, VolatilityState.Low);
        var down = new MarketRegime(TrendState.Down, VolatilityState.High);

        var statistics = OutcomeStatistics.Of([.. Weighted(12, _ => 2, up), .. Weighted(4, _ => -1, down)]);

        statistics.ByRegime.Select(regime => regime.Regime).ShouldBe([down, up]);
        statistics.ByRegime[0].Statistics.IsSufficient.ShouldBeFalse();
        statistics.ByRegime[1].Statistics.MeanR.ShouldBe(2);
    }

    private static List<Weighted> Weighted(int count, Func<int, double> r, MarketRegime? regime = null) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
        {
            var episode = Episodes.Make(i, Make.State(0), regime: regime);
            return new Weighted(new EpisodeCandidate(episode, Episodes.Ended(episode, r(i)), r(i), 1, 0, 0), 1);
        }),
    ];
}
