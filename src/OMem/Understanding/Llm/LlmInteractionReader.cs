using Microsoft.Extensions.Logging;
using OMem.Models;
using OMem.Telemetry;
using OMem.Text;
using OMem.Understanding.Prose;
using OMem.Understanding.Told;

namespace OMem.Understanding.Llm;

/// <summary>
/// Reads interactions with a language model (O-Mem, arXiv 2511.13593, eq. 1): several topics, attributes and facts a message, many
/// messages a call, with the ones before them as context. The answer is checked item by item.
/// </summary>
/// <remarks>Thread-safe. The same answers of the model give the same understanding.</remarks>
internal sealed class LlmInteractionReader : IModelReader
{
    private const int LeastPromptTokens = 500;

    /// <summary>How often one message is asked about whose answers hold less than they say.</summary>
    private const int MostAsks = 5;

    /// <summary>So many more times that asking again gave nothing than that it did, and the model is taken to count badly.</summary>
    private const int MostInVain = 8;

    private readonly ModelCaller _caller;
    private readonly MemoryDomain _domain;
    private readonly ModelOptions _options;
    private readonly ILogger _log;
    private readonly MemoryTelemetry _telemetry;
    private readonly ReadPrompt _prompt;
    private int _promptTokens;
    private int _inVain;

    public LlmInteractionReader(ModelCaller caller, MemoryDomain domain, ModelOptions options, ILogger log, MemoryTelemetry telemetry)
    {
        _caller = caller;
        _domain = domain;
        _options = options;
        _log = log;
        _telemetry = telemetry;
        _prompt = new ReadPrompt(domain);
        _promptTokens = options.PromptTokensPerCall;
        Identity = new ReaderIdentity("llm", $"{caller.ModelId(ModelStage.Read)}/{_prompt.Version}/{domain.Name}.{domain.Version}");
    }

    /// <inheritdoc/>
    public ReaderIdentity Identity { get; }

    /// <summary>Divides interactions into calls.</summary>
    /// <param name="interactions">What to read.</param>
    /// <param name="before">What came before the first one, oldest first.</param>
    public List<ReadingChunk> Plan(IReadOnlyList<StoredInteraction> interactions, IReadOnlyList<StoredInteraction> before) =>
        ReadingPlan.Of(interactions, before, _prompt.FixedTokens, _options.MessagesPerCall, Volatile.Read(ref _promptTokens));

    /// <summary>Tokens of the prompt of a call, as it would be sent.</summary>
    public long PromptTokens(ReadingChunk chunk) => _prompt.Messages(chunk).Sum(static message => (long)TokenEstimate.Count(message.Text));

    /// <inheritdoc/>
    public IEnumerable<ReadingRequest> Divide(MemoryScope scope, IReadOnlyList<StoredInteraction> interactions, IReadOnlyList<StoredInteraction> before) =>
        Plan(interactions, before).Select(chunk => new ReadingRequest(scope, chunk.Interactions, chunk.Context));

    /// <inheritdoc/>
    /// <exception cref="ModelException">A call gave no usable answer.</exception>
    public async Task<IReadOnlyList<InteractionUnderstanding>> ReadAsync(ReadingRequest request, CancellationToken cancellationToken = default)
    {
        var read = await Task.WhenAll(Plan(request.Interactions, request.Before).Select(chunk => ReadAsync(request.Scope, chunk, asked: 0, cancellationToken))).ConfigureAwait(false);
        return WithTold(request, read.SelectMany(static chunk => chunk));
    }

    /// <summary>What others than persons say is read by rules: the model is not asked about it, and its answer about it does not count.</summary>
    private static InteractionUnderstanding[] WithTold(ReadingRequest request, IEnumerable<InteractionUnderstanding> read)
    {
        StoredInteraction[] known = [.. request.Before, .. request.Interactions];
        return [.. read.Select((understanding, i) =>
        {
            var stored = request.Interactions[i];
            if (!ToldReader.IsToldBy(stored.Interaction))
            {
                return understanding;
            }

            var (attributes, facts) = ToldReader.Read(request.Scope, known, request.Before.Count + i, ProseReader.Read(stored.Interaction.Text));
            return understanding with { Attributes = attributes, Facts = facts };
        })];
    }

    /// <summary>Reads with one call; with more when the prompt turns out too long for the model, or when the answer does not account for every message.</summary>
    /// <param name="scope">Whose memory it is.</param>
    /// <param name="chunk">The messages of the call.</param>
    /// <param name="asked">How often they were asked about before.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ModelException">There was no usable answer.</exception>
    private async Task<IReadOnlyList<InteractionUnderstanding>> ReadAsync(MemoryScope scope, ReadingChunk chunk, int asked, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _caller.CallAsync(
                new ModelCall<ReadAnswer>(new ModelCall(scope, ModelStage.Read, _prompt.Messages(chunk)), ReadFormat.Answers) { Salvage = ReadFormat.Salvage },
                cancellationToken).ConfigureAwait(false);
            var account = _prompt.AsksForAccount ? ReadAccount.Of(answer.Value, chunk.Interactions.Count) : ReadAccount.Complete;
            if (account.Missing.Count == chunk.Interactions.Count)
            {
                throw new ModelException(ModelFault.InvalidAnswer, "The model's answer does not account for the messages it was asked about.");
            }

            var (understandings, dropped) = AnswerCheck.Take(answer.Value, chunk, _domain);
            var isLast = asked + 1 >= MostAsks || Volatile.Read(ref _inVain) >= MostInVain;
            dropped.Add(DropReason.Incomplete, isLast ? account.Short.Count : 0);
            Report(scope, understandings.Count, dropped);
            int[] again = isLast ? [.. account.Missing] : [.. account.Missing.Union(account.Short).Order()];
            return again.Length == 0 ? understandings : await ReadAgainAsync(scope, chunk, understandings, again, asked, cancellationToken).ConfigureAwait(false);
        }
        catch (ModelException fault) when (fault.Fault is ModelFault.TooLong && Shrink(chunk.PromptTokens))
        {
            _log.PromptShrunk(_promptTokens);
            return await ReadAsync(new ReadingRequest(scope, chunk.Interactions, chunk.Context), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Asks about some messages of a call once more. Each time at least one more is accounted for, or it fails, so that it ends.</summary>
    private async Task<IReadOnlyList<InteractionUnderstanding>> ReadAgainAsync(
        MemoryScope scope, ReadingChunk chunk, IReadOnlyList<InteractionUnderstanding> first, int[] places, int asked, CancellationToken cancellationToken)
    {
        _log.AnswerIncomplete(scope, places.Length, chunk.Interactions.Count);
        var around = chunk.Context.Concat(chunk.Interactions).ToList();
        var calls = Runs(places).SelectMany(run =>
        {
            var before = around[..(chunk.Context.Count + run[0])];
            return Plan([.. run.Select(place => chunk.Interactions[place])], [.. before.TakeLast(ReadingWindow.Length)]);
        });
        var read = await Task.WhenAll(calls.Select(call => ReadAsync(scope, call, asked + 1, cancellationToken))).ConfigureAwait(false);
        var second = read.SelectMany(static understandings => understandings).ToDictionary(static understanding => understanding.Sequence);
        var isMore = first.Any(before => second.TryGetValue(before.Sequence, out var now) && Items(now) > Items(before));
        Interlocked.Add(ref _inVain, isMore ? -Math.Min(1, Volatile.Read(ref _inVain)) : 1);
        return [.. first.Select(before => second.TryGetValue(before.Sequence, out var now) && Items(now) >= Items(before) ? now : before)];
    }

    private static List<List<int>> Runs(int[] places)
    {
        var runs = new List<List<int>>();
        foreach (var place in places)
        {
            if (runs.Count == 0 || runs[^1][^1] != place - 1)
            {
                runs.Add([]);
            }

            runs[^1].Add(place);
        }

        return runs;
    }

    private static int Items(InteractionUnderstanding read) => read.Topics.Count + read.Attributes.Count + read.Facts.Count;

    /// <summary>Halves what a call may hold, for this and all later calls. False when it cannot become less.</summary>
    private bool Shrink(int tooLong)
    {
        var least = _prompt.FixedTokens + LeastPromptTokens;
        var smaller = Math.Max(least, tooLong / 2);
        if (smaller >= tooLong)
        {
            return false;
        }

        int known;
        do
        {
            known = Volatile.Read(ref _promptTokens);
        }
        while (smaller < known && Interlocked.CompareExchange(ref _promptTokens, smaller, known) != known);
        return true;
    }

    private void Report(MemoryScope scope, int messages, DropCounts dropped)
    {
        if (dropped.Total > 0)
        {
            _log.AnswerDropped(scope, dropped.Total, messages, dropped);
        }

        _telemetry.Dropped(scope, dropped);
    }
}
