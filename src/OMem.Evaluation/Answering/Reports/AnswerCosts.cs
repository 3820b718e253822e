namespace OMem.Evaluation;

/// <summary>Sums up what answering and building cost.</summary>
internal static class AnswerCosts
{
    private const int Decimals = 3;
    private const double Thousand = 1_000;

    /// <summary>The cost of answering, over the questions that were answered.</summary>
    public static AnswerCost Of(IReadOnlyList<AnswerResult> results, IEnumerable<SizeLine?> sizes, bool judged)
    {
        var lines = results.Select(result => result.Line).Where(line => line is { Error: null }).Select(line => line!).ToList();
        return new AnswerCost
        {
            ContextTokens = Mean(lines.Select(line => (double)line.ContextTokens)),
            PromptTokens = Mean(lines.Select(line => (double)line.Cost.PromptTokens)),
            CompletionTokens = Mean(lines.Select(line => (double)line.Cost.CompletionTokens)),
            TotalTokens = Mean(lines.Select(line => (double)(line.Cost.PromptTokens + line.Cost.CompletionTokens))),
            Calls = Mean(lines.Select(line => (double)line.Cost.Calls)),
            JudgeTokens = judged ? results.Sum(result => result.Judgement is { Cost: var cost } ? cost.PromptTokens + cost.CompletionTokens : 0) : null,
            MemoryBytes = Mean(sizes.OfType<SizeLine>().Select(size => (double)size.Bytes)),
            Latency = Latency(lines),
        };
    }

    /// <summary>The cost of building, from the steps of each conversation; null when nothing was built.</summary>
    public static BuildCost? Build(IReadOnlyList<IReadOnlyList<BuildStep>> conversations)
    {
        var last = conversations.Select(steps => steps[^1]).ToList();
        var messages = last.Sum(step => (long)step.Messages);
        if (messages == 0)
        {
            return null;
        }

        var stages = last.SelectMany(step => step.Usage)
            .GroupBy(usage => (usage.Stage, usage.Model))
            .OrderBy(group => group.Key.Stage).ThenBy(group => group.Key.Model, StringComparer.Ordinal)
            .Select(group => new BuildStage(
                group.Key.Stage.ToString(),
                group.Key.Model,
                group.Sum(usage => usage.Calls),
                group.Sum(usage => usage.FailedCalls),
                group.Sum(usage => usage.PromptTokens),
                group.Sum(usage => usage.CompletionTokens)))
            .ToList();
        var steps = conversations.SelectMany(all => all).ToList();
        return new BuildCost
        {
            Messages = messages,
            CallsPer1000 = Math.Round(stages.Sum(stage => stage.Calls) * Thousand / messages, Decimals),
            TokensPer1000 = Math.Round(stages.Sum(stage => stage.PromptTokens + stage.CompletionTokens) * Thousand / messages, Decimals),
            SecondsPer1000 = new BuildSeconds(
                Math.Round(steps.Sum(step => step.RememberSeconds) * Thousand / messages, Decimals),
                Math.Round(steps.Sum(step => step.UnderstandSeconds) * Thousand / messages, Decimals)),
            Parked = last.Sum(step => step.Parked),
            Stages = stages,
        };
    }

    private static AnswerLatency? Latency(List<AnswerLine> lines)
    {
        if (lines.Count == 0)
        {
            return null;
        }

        double[] recall = [.. lines.Select(line => line.RecallMilliseconds).Order()];
        double[] total = [.. lines.Select(line => line.RecallMilliseconds + line.AnswerMilliseconds).Order()];
        return new AnswerLatency(
            Math.Round(Percentile.Of(recall, 0.5), Decimals),
            Math.Round(Percentile.Of(recall, 0.95), Decimals),
            Math.Round(Percentile.Of(total, 0.5), Decimals),
            Math.Round(Percentile.Of(total, 0.95), Decimals));
    }

    private static double Mean(IEnumerable<double> values) => Math.Round(values.DefaultIfEmpty().Average(), Decimals);
}
