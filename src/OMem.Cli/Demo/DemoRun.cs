using OMem.Cli.Output;

namespace OMem.Cli.Demo;

/// <summary>Remembers the sample and asks what the demo shows.</summary>
internal static class DemoRun
{
    private const int ShownTopics = 8;

    /// <summary>Runs the demo on a memory.</summary>
    public static async Task<DemoResult> RunAsync(IMemory memory, TimeProvider time, IProgressBars bars, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(bars);
        var started = time.GetTimestamp();
        var storing = bars.Start("remembering");
        await memory.RememberAsync(await DemoSample.ReadConversationAsync(cancellationToken), cancellationToken);
        storing.Report(1);
        await memory.FlushAsync(new FlushFraction(bars.Start("understanding")), cancellationToken);
        var built = time.GetElapsedTime(started);

        var questions = DemoSample.ReadQuestions();
        var status = await memory.GetStatusAsync(cancellationToken);
        return new DemoResult(
            await memory.GetStatsAsync(cancellationToken),
            status.EmbeddingModel,
            built,
            await memory.GetPersonaAsync(cancellationToken: cancellationToken),
            await memory.GetTopicsAsync(new TopicQuery { Limit = ShownTopics }, cancellationToken),
            await ChangeAsync(memory, questions.Changed, cancellationToken),
            await AskAsync(memory, time, questions.Questions, cancellationToken),
            await AskAsync(memory, time, questions.Unanswerable, cancellationToken));
    }

    private static async Task<IReadOnlyList<LedgerEntry>> ChangeAsync(IMemory memory, DemoChange change, CancellationToken cancellationToken)
    {
        var entries = memory.GetHistoryAsync(new HistoryQuery { Subject = change.Subject, ItemKind = "attribute" }, cancellationToken);
        return await entries
            .Where(entry => Mentions(entry.Before, change.About) || Mentions(entry.After, change.About))
            .ToListAsync(cancellationToken);
    }

    private static bool Mentions(string? text, string word) => text?.Contains(word, StringComparison.OrdinalIgnoreCase) is true;

    private static async Task<IReadOnlyList<DemoRecall>> AskAsync(
        IMemory memory, TimeProvider time, IReadOnlyList<DemoQuestion> questions, CancellationToken cancellationToken)
    {
        var recalls = new List<DemoRecall>();
        foreach (var question in questions)
        {
            // Asked twice: the first time pays for compiling code that a running agent has long compiled.
            var query = new RecallQuery(question.Text);
            await memory.RecallAsync(query, cancellationToken);
            var started = time.GetTimestamp();
            var result = await memory.RecallAsync(query, cancellationToken);
            recalls.Add(new DemoRecall(question.Text, question.Answers ?? [], result, time.GetElapsedTime(started)));
        }

        return recalls;
    }
}
