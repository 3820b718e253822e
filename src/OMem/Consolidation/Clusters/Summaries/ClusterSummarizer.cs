using Microsoft.Extensions.Logging;
using OMem.Models;
using OMem.Storage;
using OMem.Telemetry;
using OMem.Understanding.Llm;

namespace OMem.Consolidation.Clusters.Summaries;

/// <summary>
/// Gives clusters a label and a sentence with a model (O-Mem, arXiv 2511.13593, eq. 7): several a call, only clusters whose members changed since they were
/// last summarised, and only every so many messages. Until it succeeds a cluster shows its members' own words; its failure fails nothing else.
/// </summary>
/// <remarks>Thread-safe. The same answers of the model give the same summaries.</remarks>
internal sealed class ClusterSummarizer
{
    /// <summary>Failures of what one call was to summarise after which no more halves are tried. Of one call, so that it does not matter which of several answers first.</summary>
    private const int MostFailures = 4;

    private readonly ModelCaller _caller;
    private readonly ModelOptions _options;
    private readonly ILogger _log;
    private readonly MemoryTelemetry _telemetry;
    private readonly SummaryPrompt _prompt;
    private readonly string _actor;

    public ClusterSummarizer(ModelCaller caller, MemoryDomain domain, ModelOptions options, ILogger log, MemoryTelemetry telemetry)
    {
        _caller = caller;
        _options = options;
        _log = log;
        _telemetry = telemetry;
        _prompt = new SummaryPrompt(domain);
        _actor = new ReaderIdentity("summarizer", $"{caller.ModelId(ModelStage.Summarize)}/{_prompt.Version}").ToString();
    }

    private int MostTokens => Math.Min(_options.PromptTokensPerCall, SummarySchedule.Interval * SummarySchedule.TokensPerMessage);

    /// <summary>Summarises after a batch, or after several at once, if it is due.</summary>
    /// <param name="scope">Whose memory it is.</param>
    /// <param name="state">The memory with the batch's changes.</param>
    /// <param name="changes">The changes; summaries are added to them.</param>
    /// <param name="from">Log position of the first message since the last time.</param>
    /// <param name="last">The last message of the batch.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task SummarizeAsync(
        MemoryScope scope, DerivedState state, ChangeSet changes, long from, StoredInteraction last, CancellationToken cancellationToken)
    {
        var due = SummarySchedule.CallsDue(from, last.Sequence);
        if (due == 0)
        {
            return;
        }

        var calls = SummarySchedule.Choose(state.Clusters.Waiting(), changes.ClusterIds, last.Sequence, due, MostTokens - _prompt.FixedTokens);
        if (calls.Count == 0)
        {
            return;
        }

        using var limit = new CancellationTokenSource(_options.CallTimeout, _caller.Time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var answers = await Task.WhenAll(calls.Select(views => AskAsync(scope, views, new Failures(), linked.Token, cancellationToken))).ConfigureAwait(false);
        var dropped = new DropCounts();
        foreach (var (asked, answer) in answers.SelectMany(static call => call))
        {
            Take(state, changes, last, asked, answer, dropped);
        }

        _telemetry.Dropped(scope, dropped);
    }

    private async Task<List<(IReadOnlyList<ClusterView> Asked, SummaryAnswer Answer)>> AskAsync(
        MemoryScope scope, List<ClusterView> views, Failures failures, CancellationToken limit, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _caller.CallAsync(
                new ModelCall<SummaryAnswer>(new ModelCall(scope, ModelStage.Summarize, _prompt.Messages(views)), SummaryFormat.Answers) { Salvage = SummaryFormat.Salvage },
                limit).ConfigureAwait(false);
            return [(views, answer.Value)];
        }
        catch (ModelException fault)
        {
            _log.SummaryFailed(scope, views.Count, fault.Fault);
            if (!fault.IsAboutContent || views.Count == 1 || ++failures.Count >= MostFailures)
            {
                return [(views, new SummaryAnswer())];
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            _log.SummaryFailed(scope, views.Count, ModelFault.TimedOut);
            return [(views, new SummaryAnswer())];
        }

        var half = views.Count / 2;
        var answers = await AskAsync(scope, [.. views.Take(half)], failures, limit, cancellationToken).ConfigureAwait(false);
        answers.AddRange(await AskAsync(scope, [.. views.Skip(half)], failures, limit, cancellationToken).ConfigureAwait(false));
        return answers;
    }

    private void Take(
        DerivedState state, ChangeSet changes, StoredInteraction last, IReadOnlyList<ClusterView> asked, SummaryAnswer answer, DropCounts dropped)
    {
        dropped.Add(DropReason.Misshapen, answer.Misshapen);
        var done = new HashSet<int>();
        foreach (var group in answer.Groups ?? [])
        {
            if (group?.N is not { } number || number < 1 || number > asked.Count)
            {
                dropped.Add(group is null ? DropReason.Misshapen : DropReason.UnknownTarget);
            }
            else if (!done.Add(number))
            {
                dropped.Add(DropReason.TooMany);
            }
            else if (SummaryCheck.Apply(asked[number - 1], group, state.Subjects) is { } named)
            {
                state.Clusters.Name(changes, named, last.RecordedAt, _actor);
            }
            else
            {
                dropped.Add(DropReason.NotSaid);
            }
        }

        dropped.Add(DropReason.Undecided, asked.Count - done.Count);
    }

    /// <summary>Failed attempts at what one call was to summarise.</summary>
    private sealed class Failures
    {
        public int Count { get; set; }
    }
}
