using Sentinel.Agents.Tests.Support;

namespace Sentinel.Agents.Tests.Decisions;

/// <summary>All real parts over generated bars: what was wished, what was sent, what the books showed after it.</summary>
public sealed class MiniReplayTests
{
    private const int Bars = 1_200;

    private static readonly Mandate Tight = Given.Mandate() with { MaxRiskPerTrade = 0.006m, MaxPosition = 0.3m, ShortAllowed = false };

    [Fact]
    public async Task Run_MandateShown_WishesNothingBeyondItAndBreaksNoLimit()
    {
        await using var replay = new MiniReplay(Bars, Tight);

        await replay.RunAsync(TraderTeam.Rules(), MemoryArm.All, mandateShown: true);

        replay.Opening.ShouldBeGreaterThan(5);
        replay.Violating.ShouldBe(0);
        ShouldKeep(replay);
    }

    [Fact]
    public async Task Run_MandateNotShown_WishesBeyondItAndStillBreaksNoLimit()
    {
        await using var replay = new MiniReplay(Bars, Tight);

        await replay.RunAsync(TraderTeam.Rules(), MemoryArm.None, mandateShown: false);

        replay.Violating.ShouldBeGreaterThan(replay.Opening / 2);
        ShouldKeep(replay);
    }

    [Theory]
    [InlineData(MemoryArm.Working)]
    [InlineData(MemoryArm.Episodic)]
    public async Task Run_AnyArm_BreaksNoLimit(MemoryArm arm)
    {
        await using var replay = new MiniReplay(Bars, Tight with { ShortAllowed = true }, seed: 3);

        await replay.RunAsync(TraderTeam.Rules(), arm, mandateShown: false);

        ShouldKeep(replay);
    }

    [Fact]
    public async Task Run_Twice_WritesTheSameJournal()
    {
        await using var first = new MiniReplay(400, Tight);
        await using var second = new MiniReplay(400, Tight);

        await first.RunAsync(TraderTeam.Rules(), MemoryArm.All, mandateShown: true);
        await second.RunAsync(TraderTeam.Rules(), MemoryArm.All, mandateShown: true);

        second.JournalHash.ShouldBe(first.JournalHash);
        first.IsIntact.ShouldBeTrue();
    }

    [Fact]
    public async Task Run_ByAModelThatWishesTheMost_BreaksNoLimit()
    {
        const string greedy = """{"direction":"long","conviction":1,"horizonBars":1000,"stopAtr":0.25,"targetAtr":60,"risk":0.1,"invalidation":"never","cites":[],"rationale":"all in"}""";
        await using var replay = new MiniReplay(300, Tight);

        await replay.RunAsync(TraderTeam.Models(new Scripted(prompt => prompt.Contains("You form the trading intent", StringComparison.Ordinal) ? greedy : "{}")), MemoryArm.All, mandateShown: true);

        replay.Violating.ShouldBe(replay.Opening);
        ShouldKeep(replay);
    }

    private static void ShouldKeep(MiniReplay replay)
    {
        replay.Fills.ShouldBeGreaterThan(0);
        replay.Rejections.ShouldBeEmpty();
        replay.AfterEntries.ShouldNotBeEmpty();
        foreach (var books in replay.AfterEntries)
        {
            var position = books.Positions.SingleOrDefault();
            (Math.Abs(position?.Value ?? 0m) / books.Equity).ShouldBeLessThanOrEqualTo(replay.Mandate.MaxPosition!.Value);
            (replay.Mandate.ShortAllowed || (position?.Quantity ?? 0m) >= 0m).ShouldBeTrue();
            books.Cash.ShouldBeGreaterThanOrEqualTo(0m);
        }
    }
}
