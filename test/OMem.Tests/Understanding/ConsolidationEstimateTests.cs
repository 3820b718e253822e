using CsCheck;
using OMem.Understanding;

namespace OMem.Tests.Understanding;

/// <summary>Ranges of what deciding and summarising would cost.</summary>
public sealed class ConsolidationEstimateTests
{
    private static readonly OMemOptions Options = new();

    [Fact]
    public void OfJudge_YoungMemory_IsAssumedUpToTheBudget()
    {
        var stage = new ConsolidationEstimate(Options, understood: 63, [Spent(ModelStage.Consolidate, 100)]).OfJudge("m", messages: 640);

        (stage.Stage, stage.Model, stage.Basis).ShouldBe((ModelStage.Consolidate, "m", EstimateBasis.Assumed));
        (stage.Calls, stage.PromptTokens, stage.CompletionTokens).ShouldBe((10, 12_800, 3_200));
        stage.Least.ShouldBe(new StageCost(0, 0, 0));
        stage.Most.ShouldBe(new StageCost(10, 640 * Options.Models.ConsolidationTokensPerMessage, 320 * Options.Models.ConsolidationTokensPerMessage));
    }

    [Fact]
    public void OfJudge_EnoughUnderstood_IsHalfToTwiceOfTheRecord()
    {
        var stage = new ConsolidationEstimate(Options, understood: 1_000, [Spent(ModelStage.Read, 900_000), Spent(ModelStage.Consolidate, 5_000), Spent(ModelStage.Consolidate, 3_000)])
            .OfJudge("m", messages: 500);

        (stage.Basis, stage.PromptTokens).ShouldBe((EstimateBasis.Recorded, 4_000));
        (stage.Least.PromptTokens, stage.Most.PromptTokens).ShouldBe((2_000, 8_000));
        stage.Calls.ShouldBe(4);
    }

    [Fact]
    public void OfJudge_NothingRecordedOfTheStage_IsAssumed() =>
        new ConsolidationEstimate(Options, understood: 1_000, [Spent(ModelStage.Read, 900_000)]).OfJudge("m", messages: 500).Basis.ShouldBe(EstimateBasis.Assumed);

    [Theory]
    [InlineData(1, 7, 0)]
    [InlineData(1, 8, 1)]
    [InlineData(1, 640, 10)]
    [InlineData(65, 63, 0)]
    [InlineData(65, 64, 1)]
    public void OfSummaries_CountsTheCallsThatFallDue(long first, long messages, long calls)
    {
        var stage = new ConsolidationEstimate(Options, understood: 0, []).OfSummaries("m", first, messages);

        (stage.Calls, stage.Most.Calls, stage.Least.Calls).ShouldBe((calls, calls, 0));
    }

    [Fact]
    public void Of_AnyRecord_IsOrderedAndWithinTheBudget() => Gen.Select(Gen.Long[1, 5_000], Gen.Long[0, 5_000], Gen.Long[0, 1_000_000], Gen.Long[1, 9_999]).Sample((messages, understood, tokens, first) =>
    {
        var estimate = new ConsolidationEstimate(Options, understood, [Spent(ModelStage.Consolidate, tokens), Spent(ModelStage.Summarize, tokens)]);
        foreach (var stage in new[] { estimate.OfJudge("m", messages), estimate.OfSummaries("m", first, messages) })
        {
            stage.PromptTokens.ShouldBeInRange(stage.Least.PromptTokens, stage.Most.PromptTokens);
            stage.Calls.ShouldBeInRange(stage.Least.Calls, stage.Most.Calls);
            stage.CompletionTokens.ShouldBeInRange(stage.Least.CompletionTokens, stage.Most.CompletionTokens);
            stage.Most.PromptTokens.ShouldBeLessThanOrEqualTo((messages + 64) * Options.Models.ConsolidationTokensPerMessage);
        }
    });

    [Fact]
    public void Estimate_OfSeveralStages_SumsTheirRanges()
    {
        var planned = new StageEstimate(ModelStage.Read, "m", 3, 300, 30);
        var assumed = new StageEstimate(ModelStage.Consolidate, "m", 1, 100, 10) { Basis = EstimateBasis.Assumed, Least = new StageCost(0, 0, 0), Most = new StageCost(2, 200, 20) };
        var estimate = new UnderstandingEstimate(40, [planned, assumed]);

        (planned.Basis, planned.Least, planned.Most).ShouldBe((EstimateBasis.Planned, new StageCost(3, 300, 30), new StageCost(3, 300, 30)));
        (estimate.Calls, estimate.Least, estimate.Most).ShouldBe((4, new StageCost(3, 300, 30), new StageCost(5, 500, 50)));
    }

    private static StageUsage Spent(ModelStage stage, long tokens) => new(stage, "m", Calls: tokens / 1_000, FailedCalls: 0, tokens, tokens / 10);
}
