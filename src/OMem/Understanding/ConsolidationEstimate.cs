using OMem.Consolidation.Clusters.Summaries;
using OMem.Consolidation.Judging;

namespace OMem.Understanding;

/// <summary>
/// What deciding and summarising would cost by OMem's own method. How much there is to decide follows from what is read, so these are ranges: from what
/// the messages of this memory have cost, where there are enough of them, else from what was measured; and never more than the budgets allow.
/// </summary>
/// <param name="options">The engine's options.</param>
/// <param name="understood">Messages understood so far.</param>
/// <param name="usage">What they have cost.</param>
internal sealed class ConsolidationEstimate(OMemOptions options, long understood, IReadOnlyList<StageUsage> usage)
{
    /// <summary>Messages from which a memory's own record is used.</summary>
    private const int LeastRecorded = 64;

    /// <summary>How far the next messages may differ from the recorded ones, either way.</summary>
    private const double Spread = 2;

    /// <summary>Tokens a message where it was measured (<c>docs/concepts/consolidation.md</c>): conversations of 600 messages that each tell a fact and half an attribute.</summary>
    private const double JudgePromptTokens = 20;
    private const double JudgeCompletionTokens = 5;
    private const double SummaryPromptTokens = 4;
    private const double SummaryCompletionTokens = 1;

    /// <summary>The most tokens of an answer, as a share of its prompt: a decision is shorter than the statements it is about.</summary>
    private const double MostCompletion = 0.5;

    /// <summary>The cost of the stage that decides.</summary>
    /// <param name="model">The model's id.</param>
    /// <param name="messages">Messages to understand; at least one.</param>
    public StageEstimate OfJudge(string model, long messages)
    {
        var batches = Batches(messages);
        var most = batches * Math.Max(options.UnderstandingBatchSize, JudgeLimits.LeastMessages) * (long)options.Models.ConsolidationTokensPerMessage;
        var calls = batches * ((most / batches / options.Models.PromptTokensPerCall) + 1);
        return Of(ModelStage.Consolidate, model, messages, batches, (JudgePromptTokens, JudgeCompletionTokens), new StageCost(calls, most, (long)(most * MostCompletion)));
    }

    /// <summary>The cost of the stage that summarises.</summary>
    /// <param name="model">The model's id.</param>
    /// <param name="first">Log position of the first message.</param>
    /// <param name="messages">Messages to understand; at least one.</param>
    public StageEstimate OfSummaries(string model, long first, long messages)
    {
        var size = options.UnderstandingBatchSize;
        var due = 0L;
        for (var at = 0L; at < messages; at += size)
        {
            due += SummarySchedule.CallsDue(first + at, first + Math.Min(at + size, messages) - 1);
        }

        var most = due * SummarySchedule.Interval * SummarySchedule.TokensPerMessage;
        return Of(ModelStage.Summarize, model, messages, due, (SummaryPromptTokens, SummaryCompletionTokens), new StageCost(due, most, (long)(most * MostCompletion)));
    }

    private long Batches(long messages) => (messages + options.UnderstandingBatchSize - 1) / options.UnderstandingBatchSize;

    private StageEstimate Of(ModelStage stage, string model, long messages, long calls, (double Prompt, double Completion) measured, StageCost most)
    {
        var spent = usage.Where(row => row.Stage == stage).ToList();
        if (understood < LeastRecorded || spent.Count == 0)
        {
            var likely = Bounded(new StageCost(calls, (long)(messages * measured.Prompt), (long)(messages * measured.Completion)), most);
            return Make(EstimateBasis.Assumed, likely, new StageCost(0, 0, 0), most);
        }

        StageCost Share(double factor) => Bounded(
            new StageCost(
                Scaled(spent.Sum(static row => row.Calls), factor), Scaled(spent.Sum(static row => row.PromptTokens), factor), Scaled(spent.Sum(static row => row.CompletionTokens), factor)),
            most);
        long Scaled(long sum, double factor) => (long)Math.Ceiling(sum * factor * messages / understood);
        return Make(EstimateBasis.Recorded, Share(1), Share(1 / Spread), Share(Spread));

        StageEstimate Make(EstimateBasis basis, StageCost likely, StageCost least, StageCost upTo) =>
            new(stage, model, likely.Calls, likely.PromptTokens, likely.CompletionTokens) { Basis = basis, Least = least, Most = upTo };
    }

    private static StageCost Bounded(StageCost cost, StageCost most) => new(
        Math.Min(cost.Calls, most.Calls), Math.Min(cost.PromptTokens, most.PromptTokens), Math.Min(cost.CompletionTokens, most.CompletionTokens));
}
