using Microsoft.Extensions.Logging;
using OMem.Models;
using OMem.Storage;
using OMem.Telemetry;
using OMem.Understanding;
using OMem.Understanding.Llm;

namespace OMem.Consolidation.Judging;

/// <summary>
/// Decides with a model what rules are not sure of (O-Mem, arXiv 2511.13593, eqs. 3-4): many statements a call, each against its nearest
/// few only. All is decided before anything is changed.
/// </summary>
/// <remarks>Thread-safe. The same answers of the model give the same decisions.</remarks>
internal sealed class Judge
{
    private readonly ModelCaller _caller;
    private readonly ModelOptions _options;
    private readonly ILogger _log;
    private readonly MemoryTelemetry _telemetry;
    private readonly JudgePrompt _prompt;
    private readonly string _actor;

    public Judge(ModelCaller caller, MemoryDomain domain, ModelOptions options, ILogger log, MemoryTelemetry telemetry)
    {
        _caller = caller;
        _options = options;
        _log = log;
        _telemetry = telemetry;
        _prompt = new JudgePrompt(domain);
        _actor = new ReaderIdentity("judge", $"{caller.ModelId(ModelStage.Consolidate)}/{_prompt.Version}").ToString();
    }

    /// <summary>Decides about a batch that has been read.</summary>
    /// <param name="scope">Whose memory it is.</param>
    /// <param name="state">The memory; it is only read.</param>
    /// <param name="batch">The batch, in log order.</param>
    /// <param name="texts">Index data of its texts.</param>
    /// <param name="reader">Who read it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Decisions about statements that have something near. Where the model gave none that can be used, rules decide.</returns>
    /// <exception cref="ModelException">The model could not be reached, or a setting keeps it from being used.</exception>
    public async Task<Decisions> DecideAsync(
        MemoryScope scope,
        DerivedState state,
        IReadOnlyList<(StoredInteraction Stored, InteractionUnderstanding Understanding)> batch,
        TextTable texts,
        ReaderIdentity reader,
        CancellationToken cancellationToken)
    {
        var cases = new CaseFinder(state, texts, _options.NeighboursPerStatement).Find(batch, reader);
        var decisions = new Decisions(cases);
        var unclear = cases.FindAll(static judged => judged.Near.Count > 0);
        var asked = JudgeBudget.Choose(unclear, batch.Count, _prompt.FixedTokens, _options);
        var plan = JudgePlan.Of(asked, _prompt.FixedTokens, _options.PromptTokensPerCall);
        var run = new JudgeRun();
        var answers = await Task.WhenAll(plan.Select(call => AskAsync(scope, call, run, isLast: false, cancellationToken))).ConfigureAwait(false);
        var answered = new HashSet<JudgeCase>(ReferenceEqualityComparer.Instance);
        foreach (var (sheet, answer) in answers.SelectMany(static call => call))
        {
            JudgeCheck.Take(answer, sheet, _actor, decisions, answered);
        }

        decisions.Dropped.Add(DropReason.Undecided, asked.Count - answered.Count);
        decisions.Dropped.Add(DropReason.OverBudget, unclear.Count - asked.Count);
        return decisions;
    }

    /// <summary>Counts what a batch did not take over, once it is known.</summary>
    public void Report(MemoryScope scope, DropCounts dropped)
    {
        if (dropped.Total > 0)
        {
            _log.JudgementDropped(scope, dropped.Total, dropped);
        }

        _telemetry.Dropped(scope, dropped);
    }

    /// <summary>
    /// Asks; when the fault may lie in a statement, the halves, and so on: one that gets no answer alone is left to the rules. What an answer passes over is
    /// asked about once more.
    /// </summary>
    private async Task<IReadOnlyList<(JudgeSheet Sheet, JudgeAnswer Answer)>> AskAsync(
        MemoryScope scope, IReadOnlyList<JudgeCase> cases, JudgeRun run, bool isLast, CancellationToken cancellationToken)
    {
        var sheet = new JudgeSheet(cases);
        try
        {
            var answer = await CallAsync(scope, sheet, cancellationToken).ConfigureAwait(false);
            var passedOver = isLast ? [] : JudgeCheck.PassedOver(answer, sheet);
            return passedOver.Count == 0
                ? [(sheet, answer)]
                : [(sheet, answer), .. await AskAsync(scope, passedOver, run, isLast: true, cancellationToken).ConfigureAwait(false)];
        }
        catch (ModelException fault) when (fault.IsAboutContent || (fault.Fault is ModelFault.Rejected && _caller.HasAnswered(ModelStage.Consolidate)))
        {
            _log.JudgeFailed(scope, cases.Count, fault.Fault);
            if (!run.Fail() || cases.Count == 1)
            {
                return [(sheet, new JudgeAnswer())];
            }
        }

        var half = cases.Count / 2;
        var both = await Task.WhenAll(
            AskAsync(scope, [.. cases.Take(half)], run, isLast, cancellationToken), AskAsync(scope, [.. cases.Skip(half)], run, isLast, cancellationToken)).ConfigureAwait(false);
        return [.. both[0], .. both[1]];
    }

    /// <summary>Calls. A setting that was right before is believed to be wrong only when it is refused twice: what was read is at stake.</summary>
    private async Task<JudgeAnswer> CallAsync(MemoryScope scope, JudgeSheet sheet, CancellationToken cancellationToken)
    {
        var call = new ModelCall<JudgeAnswer>(new ModelCall(scope, ModelStage.Consolidate, _prompt.Messages(sheet)), JudgeFormat.Answers) { Salvage = JudgeFormat.Salvage };
        try
        {
            return (await _caller.CallAsync(call, cancellationToken).ConfigureAwait(false)).Value;
        }
        catch (ModelException fault) when (!fault.IsTransient && _caller.HasAnswered(ModelStage.Consolidate))
        {
            return (await _caller.CallAsync(call, cancellationToken).ConfigureAwait(false)).Value;
        }
    }

    /// <summary>Failures of one batch. Thread-safe.</summary>
    private sealed class JudgeRun
    {
        private int _failures;

        /// <summary>Counts one. False when there are so many that no more is tried.</summary>
        public bool Fail() => Interlocked.Increment(ref _failures) <= JudgeLimits.MostFailures;
    }
}
