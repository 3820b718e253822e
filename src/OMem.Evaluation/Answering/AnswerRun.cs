using System.Collections.Concurrent;

namespace OMem.Evaluation;

/// <summary>Asks every question of every system, skips what the journal has, and journals each answer before the next step.</summary>
internal sealed class AnswerRun(
    AnswerDataset dataset,
    IReadOnlyList<IAnswerSystem> systems,
    IAnswerReader reader,
    AnswerJudge? judge,
    RunJournal journal,
    Func<AnswerConversation, ConversationDesk> desks,
    IProgress<EvaluationProgress>? progress)
{
    private readonly FaultLimit _faults = new();
    private readonly int _total = systems.Count * dataset.Conversations.Sum(conversation => conversation.Questions.Count);
    private int _done;

    /// <summary>Runs to the end.</summary>
    /// <param name="parallel">Questions asked at a time.</param>
    /// <param name="cancellationToken">Ends the run; what was journaled is kept.</param>
    /// <exception cref="AnswerRunException">The model cannot be used.</exception>
    public async Task RunAsync(int parallel, CancellationToken cancellationToken)
    {
        foreach (var conversation in dataset.Conversations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var desk = desks(conversation);
            await using (desk.ConfigureAwait(false))
            {
                await RunAsync(desk, parallel, cancellationToken).ConfigureAwait(false);
            }

            desk.Finish();
        }
    }

    private async Task RunAsync(ConversationDesk desk, int parallel, CancellationToken cancellationToken)
    {
        var memories = systems.ToDictionary(system => system.Name, system => new Lazy<IAnswerMemory>(() => system.Open(desk)), StringComparer.Ordinal);
        foreach (var group in desk.Conversation.Questions.GroupBy(question => question.Position))
        {
            var open = new ConcurrentQueue<(IAnswerSystem System, AnswerQuestion Question)>();
            foreach (var system in systems)
            {
                var left = group.Where(question => !IsDone(system, question)).ToList();
                _done += group.Count() - left.Count;
                if (left.Exists(question => !IsAnswered(system, question)))
                {
                    Report("build", system, desk);
                    await memories[system.Name].Value.AdvanceAsync(group.Key, cancellationToken).ConfigureAwait(false);
                }

                left.ForEach(question => open.Enqueue((system, question)));
            }

            var limits = new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(open, limits, async (pair, token) =>
            {
                Report("ask", pair.System, desk);
                await AskAsync(pair.System, memories[pair.System.Name], pair.Question, token).ConfigureAwait(false);
                Interlocked.Increment(ref _done);
            }).ConfigureAwait(false);
        }

        await MeasureAsync(desk, memories, cancellationToken).ConfigureAwait(false);
    }

    private async Task AskAsync(IAnswerSystem system, Lazy<IAnswerMemory> memory, AnswerQuestion question, CancellationToken cancellationToken)
    {
        if (!IsAnswered(system, question))
        {
            try
            {
                var given = await memory.Value.AnswerAsync(question, reader, cancellationToken).ConfigureAwait(false);
                journal.Add(new AnswerLine
                {
                    System = system.Name,
                    Question = question.Id,
                    Answer = given.Read.Text,
                    Raw = given.Read.Raw == given.Read.Text ? null : given.Read.Raw,
                    ContextTokens = given.Context.Tokens,
                    Evidence = await given.Context.FateAsync(question.Evidence, cancellationToken).ConfigureAwait(false),
                    Cost = given.Read.Cost,
                    RecallMilliseconds = given.RecallMilliseconds,
                    AnswerMilliseconds = given.AnswerMilliseconds,
                });
                _faults.Passed();
            }
            catch (ModelException fault)
            {
                journal.Add(new AnswerLine { System = system.Name, Question = question.Id, Error = $"{fault.Fault}: {fault.Message}" });
                _faults.Failed(fault);
                return;
            }
        }

        if (judge is not null && AnswerJudge.Judges(dataset.Kind, question))
        {
            await JudgeAsync(system, question, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task JudgeAsync(IAnswerSystem system, AnswerQuestion question, CancellationToken cancellationToken)
    {
        try
        {
            var answer = journal.Answer(system.Name, question.Id)!.Answer!;
            var (replies, cost) = await judge!.JudgeAsync(question, answer, cancellationToken).ConfigureAwait(false);
            journal.Add(new JudgeLine(system.Name, question.Id, judge.Id, replies, cost));
            _faults.Passed();
        }
        catch (ModelException fault)
        {
            // Without a line the next run judges it again; until then it counts as not readable.
            _faults.Failed(fault);
        }
    }

    /// <summary>Sizes in the end, once for each system and conversation.</summary>
    private async Task MeasureAsync(
        ConversationDesk desk, Dictionary<string, Lazy<IAnswerMemory>> memories, CancellationToken cancellationToken)
    {
        var last = desk.Conversation.Questions.Max(question => question.Position);
        foreach (var system in systems.Where(system => journal.Size(system.Name, desk.Conversation.Id)?.Messages != last))
        {
            var memory = memories[system.Name].Value;
            await memory.AdvanceAsync(last, cancellationToken).ConfigureAwait(false);
            journal.Add(new SizeLine(system.Name, desk.Conversation.Id, last, await memory.BytesAsync(cancellationToken).ConfigureAwait(false)));
        }
    }

    private bool IsAnswered(IAnswerSystem system, AnswerQuestion question) => journal.Answer(system.Name, question.Id) is { Error: null };

    private bool IsDone(IAnswerSystem system, AnswerQuestion question) =>
        IsAnswered(system, question)
        && (judge is null || !AnswerJudge.Judges(dataset.Kind, question) || journal.Judgement(system.Name, question.Id, judge.Id) is not null);

    private void Report(string stage, IAnswerSystem system, ConversationDesk desk) =>
        progress?.Report(new EvaluationProgress(stage, system.Name, desk.Conversation.Id, Volatile.Read(ref _done), _total));
}
