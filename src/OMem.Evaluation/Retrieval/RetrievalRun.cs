using System.Diagnostics;

namespace OMem.Evaluation;

/// <summary>Asks every question of every system, one after the other so that times are those of one core.</summary>
internal sealed class RetrievalRun(EvaluationDataset dataset, IProgress<EvaluationProgress>? progress)
{
    private const int Kept = 20;

    /// <summary>Asked once before the first timed question, so that just-in-time compilation is not measured.</summary>
    private const string WarmUp = "Which words are said here at all?";

    private int _done;

    public async Task<IReadOnlyList<SystemResult>> RunAsync(IReadOnlyList<IRetrievalSystem> systems, CancellationToken cancellationToken)
    {
        var total = systems.Count * dataset.Conversations.Sum(c => c.Questions.Count);
        var results = systems.ToDictionary(s => s.Name, _ => new List<QuestionResult>(), StringComparer.Ordinal);
        var seconds = systems.ToDictionary(s => s.Name, _ => 0.0, StringComparer.Ordinal);
        foreach (var conversation in dataset.Conversations)
        {
            var scorer = new QuestionScorer(conversation, dataset.Granularity);
            foreach (var system in systems)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(new EvaluationProgress("index", system.Name, conversation.Id, _done, total));
                var started = Stopwatch.GetTimestamp();
                var index = await system.IndexAsync(conversation, cancellationToken).ConfigureAwait(false);
                await using (index.ConfigureAwait(false))
                {
                    seconds[system.Name] += Stopwatch.GetElapsedTime(started).TotalSeconds;
                    await index.RankAsync(WarmUp, cancellationToken).ConfigureAwait(false);
                    foreach (var question in conversation.Questions)
                    {
                        results[system.Name].Add(await AskAsync(index, scorer, conversation, question, cancellationToken).ConfigureAwait(false));
                        progress?.Report(new EvaluationProgress("ask", system.Name, conversation.Id, ++_done, total));
                    }
                }
            }
        }

        return [.. systems.Select(s => new SystemResult(s, results[s.Name], seconds[s.Name]))];
    }

    private static async Task<QuestionResult> AskAsync(
        IRetrievalIndex index, QuestionScorer scorer, EvaluationConversation conversation, EvaluationQuestion question, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var started = Stopwatch.GetTimestamp();
        var ranking = await index.RankAsync(question.Text, cancellationToken).ConfigureAwait(false);
        var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var units = scorer.Units(ranking);
        var ranks = question.Gold.Select(gold => RankOf(units, gold)).ToList();
        return new QuestionResult(
            question, conversation.Id, [.. units.Take(Kept)], ranks, scorer.Score(units, index.PackingOrder(ranking), question.Gold), milliseconds);
    }

    private static int? RankOf(IReadOnlyList<RankedUnit> units, string id)
    {
        for (var i = 0; i < units.Count; i++)
        {
            if (units[i].Id == id)
            {
                return i + 1;
            }
        }

        return null;
    }
}
