using OMem.Models;
using OMem.Trust;

namespace OMem.Understanding;

/// <summary>
/// Reads a request; when the fault may lie in a message, its halves, and so on: with one bad message among n, about 2 log n more readings
/// find it and all others pass. When nothing at all can be read any more it stops splitting.
/// </summary>
/// <remarks>Thread-safe; one for a batch.</remarks>
internal sealed class SplitReading(IInteractionReader reader, ModelCaller calls, SourceRules rules)
{
    /// <summary>Failures in a row, in the whole batch, after which a model is taken to give no usable answer to anything.</summary>
    private const int MostFailures = 24;

    private int _failures;

    /// <summary>Reads as much as can be read. Throws only when cancelled, or when the store fails.</summary>
    public async Task<ReadOutcome> ReadAsync(ReadingRequest request, CancellationToken cancellationToken)
    {
        ReadFailure failure;
        try
        {
            var read = await reader.ReadAsync(request, cancellationToken).ConfigureAwait(false);
            var trusted = TrustedUnderstanding.Of(request.Interactions, read, rules);
            Volatile.Write(ref _failures, 0);
            return ReadOutcome.Of(trusted);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) when (exception is not MemoryStoreException)
        {
            failure = new ReadFailure(request.Interactions, exception, KindOf(exception));
        }

        return failure.Kind is ReadFaultKind.Content && request.Interactions.Count > 1 && Interlocked.Increment(ref _failures) <= MostFailures
            ? await SplitAsync(request, cancellationToken).ConfigureAwait(false)
            : ReadOutcome.Of(failure);
    }

    private async Task<ReadOutcome> SplitAsync(ReadingRequest request, CancellationToken cancellationToken)
    {
        var half = request.Interactions.Count / 2;
        var first = request with { Interactions = [.. request.Interactions.Take(half)] };
        var second = request with
        {
            Interactions = [.. request.Interactions.Skip(half)],
            Before = [.. request.Before.Concat(first.Interactions).TakeLast(ReadingWindow.Length)],
        };
        var both = await Task.WhenAll(ReadAsync(first, cancellationToken), ReadAsync(second, cancellationToken)).ConfigureAwait(false);
        return ReadOutcome.Of(both[0], both[1]);
    }

    private ReadFaultKind KindOf(Exception exception) => exception switch
    {
        ModelException { IsAboutContent: true } => ReadFaultKind.Content,

        // An endpoint that has answered other requests refuses this one for what stands in it.
        ModelException { Fault: ModelFault.Rejected } when calls.HasAnswered(ModelStage.Read) => ReadFaultKind.Content,
        ModelException { IsTransient: false } => ReadFaultKind.Setting,
        ModelException => ReadFaultKind.Transport,
        _ => ReadFaultKind.Content,
    };
}
