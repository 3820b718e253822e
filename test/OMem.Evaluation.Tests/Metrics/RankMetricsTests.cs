namespace OMem.Evaluation.Tests;

public sealed class RankMetricsTests
{
    [Fact]
    public void Recall_CountsGoldUpToK()
    {
        RankMetrics.Recall([1, 5, 11], gold: 4, k: 1).ShouldBe(0.25);
        RankMetrics.Recall([1, 5, 11], gold: 4, k: 5).ShouldBe(0.5);
        RankMetrics.Recall([1, 5, 11], gold: 4, k: 20).ShouldBe(0.75);
        RankMetrics.Recall([], gold: 2, k: 20).ShouldBe(0);
    }

    [Fact]
    public void Ndcg_HandComputed_Matches()
    {
        // Gold at ranks 2 and 4 of three: (1/log2 3 + 1/log2 5) / (1 + 1/log2 3 + 1/2).
        RankMetrics.Ndcg([2, 4], gold: 3, k: 10).ShouldBe((0.6309297536 + 0.4306765581) / (1 + 0.6309297536 + 0.5), 1e-9);
        RankMetrics.Ndcg([1, 2], gold: 2, k: 10).ShouldBe(1, 1e-12);
        RankMetrics.Ndcg([11], gold: 1, k: 10).ShouldBe(0);
    }

    [Fact]
    public void Ndcg_MoreGoldThanK_CanReachOne() =>
        RankMetrics.Ndcg([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], gold: 15, k: 10).ShouldBe(1, 1e-12);

    [Fact]
    public void ReciprocalRank_FirstGold_CountsInsideK()
    {
        RankMetrics.ReciprocalRank([4, 9], int.MaxValue).ShouldBe(0.25);
        RankMetrics.ReciprocalRank([11], 10).ShouldBe(0);
        RankMetrics.ReciprocalRank([11], int.MaxValue).ShouldBe(1.0 / 11);
        RankMetrics.ReciprocalRank([], 10).ShouldBe(0);
    }
}
