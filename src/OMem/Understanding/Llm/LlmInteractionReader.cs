using Microsoft.Extensions.Logging;
using OMem.Models;
using OMem.Telemetry;
using OMem.Text;

namespace OMem.Understanding.Llm;

/// <summary>
/// Reads interactions with a language model (O-Mem, arXiv 2511.13593, eq. 1): several topics, attributes and facts a message, many
/// messages a call, with the ones before them as context. The answer is checked item by item.
/// </summary>
/// <remarks>Thread-safe. The same answers of the model give the same understanding.</remarks>
internal sealed class LlmInteractionReader : IModelReader
{
    private const int LeastPromptTokens = 500;

    private readonly ModelCaller _caller;
    private readonly MemoryDomain _domain;
    private readonly ModelOptions _options;
    private readonly ILogger _log;
    private readonly MemoryTelemetry _telemetry;
    private readonly ReadPrompt _prompt;
    private int _promptTokens;

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
        var read = await Task.WhenAll(Plan(request.Interactions, request.Before).Select(chunk => ReadAsync(request.Scope, chunk, cancellationToken))).ConfigureAwait(false);
        return [.. read.SelectMany(static chunk => chunk)];
    }

    /// <summary>Reads with one call; with more when the prompt turns out too long for the model.</summary>
    /// <exception cref="ModelException">There was no usable answer.</exception>
    public async Task<IReadOnlyList<InteractionUnderstanding>> ReadAsync(MemoryScope scope, ReadingChunk chunk, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _caller.CallAsync(
                new ModelCall<ReadAnswer>(new ModelCall(scope, ModelStage.Read, _prompt.Messages(chunk)), ReadFormat.Answers) { Salvage = ReadFormat.Salvage },
                cancellationToken).ConfigureAwait(false);
            var (understandings, dropped) = AnswerCheck.Take(answer.Value, chunk, _domain);
            Report(scope, understandings.Count, dropped);
            return understandings;
        }
        catch (ModelException fault) when (fault.Fault is ModelFault.TooLong && Shrink(chunk.PromptTokens))
        {
            _log.PromptShrunk(_promptTokens);
            return await ReadAsync(new ReadingRequest(scope, chunk.Interactions, chunk.Context), cancellationToken).ConfigureAwait(false);
        }
    }

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
