using CsCheck;
using OMem.Tests.Consolidation.Clusters.Summaries;

namespace OMem.Tests.Consolidation.Judging;

/// <summary>Judge and summarizer together: what they answer decides, not how often the memory was read anew in between.</summary>
public sealed class ModelsTogetherProperties
{
    [Fact]
    public async Task Understand_StateMadeAnewBetweenBatches_SameMemoryAndLedger() => await ChatGenerator.Messages.Select(Gen.Int[1, 9]).SampleAsync(
        async (messages, size) =>
        {
            using var summaries = SummaryFixture.Counting();
            using var judge = JudgeFixture.Always("ignore");
            var models = summaries.Models with { Judge = judge.Models.Judge };
            var chat = ChatGenerator.ToChat(messages);
            var kept = await chat.UnderstandAsync(size, models: models);
            LedgerRules.Check(kept);
            return (await chat.UnderstandAsync(size, reload: true, models: models)).Dump() == kept.Dump();
        },
        iter: 60);
}
