using OMem.Storage;
using OMem.Tests.Engine;

namespace OMem.Tests.Understanding.Llm;

public sealed class EstimateTests
{
    [Fact]
    public async Task Estimate_OfTheOutbox_IsWhatTheFlushThenCosts()
    {
        await using var fixture = new WorkerFixture(static _ => { });
        await fixture.RememberAsync(100);

        var estimate = await fixture.Memory.EstimateAsync();
        fixture.Client.Calls.ShouldBeEmpty();
        await fixture.Memory.FlushAsync();

        var usage = (await fixture.Memory.GetStatusAsync()).Usage.ShouldHaveSingleItem();
        estimate.Interactions.ShouldBe(100);
        var stage = estimate.Stages.ShouldHaveSingleItem();
        (stage.Stage, stage.Model).ShouldBe((ModelStage.Read, "scripted"));
        estimate.Calls.ShouldBe(usage.Calls);
        estimate.PromptTokens.ShouldBe(usage.PromptTokens);
        estimate.CompletionTokens.ShouldBe(8_000);
        (await fixture.Memory.EstimateAsync()).ShouldBe(new UnderstandingEstimate(0, []));
    }

    [Fact]
    public async Task Estimate_OfAFile_CountsOnlyWhatIsNew()
    {
        await using var fixture = new WorkerFixture(static _ => { });
        await fixture.RememberAsync(10);
        await fixture.Memory.FlushAsync();
        var calls = fixture.Client.Calls.Count;

        var estimate = await fixture.Memory.EstimateAsync([EngineFixture.Say("m1", "I love thing1", minutes: 1), EngineFixture.Say("new", "I love tea"), EngineFixture.Say("new", "I love tea")]);

        (estimate.Interactions, estimate.Calls).ShouldBe((1, 1));
        fixture.Client.Calls.Count.ShouldBe(calls);
        (await fixture.Memory.GetStatusAsync()).LogSequence.ShouldBe(10);
    }

    [Fact]
    public async Task Estimate_WithoutAModel_CostsNothing()
    {
        await using var fixture = new EngineFixture(store: new InMemoryMemoryStore());
        await fixture.Memory.RememberAsync([EngineFixture.Say("m1", "I love jazz")]);

        (await fixture.Memory.EstimateAsync()).ShouldBe(new UnderstandingEstimate(1, []));
    }

    [Fact]
    public async Task Estimate_InvalidInteraction_SaysWhich()
    {
        await using var fixture = new WorkerFixture(static _ => { });

        (await Should.ThrowAsync<InvalidInteractionException>(() => fixture.Memory.EstimateAsync([EngineFixture.Say("m1", "fine"), EngineFixture.Say("m2", "")]))).Index.ShouldBe(1);
    }

    [Theory]
    [InlineData(40, 10_000)]
    [InlineData(4, 100_000)]
    [InlineData(1, 1_000_000)]
    public async Task Estimate_LongMessages_NeverExceedTheTokensOfACall(int count, int length)
    {
        await using var fixture = new WorkerFixture(static _ => { }, options => options.Models.PromptTokensPerCall = 3_000);
        await fixture.Memory.RememberAsync([.. Enumerable.Range(0, count).Select(i => EngineFixture.Say($"m{i}", new string('x', length), minutes: i))]);

        await fixture.Memory.FlushAsync();

        fixture.Client.Calls.ShouldAllBe(call => call.Messages.Sum(message => message.Text.Length) / 4 <= 3_000);
        (await fixture.Memory.GetStatusAsync()).Pending.ShouldBe(0);
    }
}
