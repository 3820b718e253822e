using System.Diagnostics;

namespace OMem.Evaluation;

/// <summary>A memory that gives a context; the reader, the same for all, does the rest.</summary>
internal abstract class ContextMemory : IAnswerMemory
{
    public abstract Task AdvanceAsync(int position, CancellationToken cancellationToken);

    public abstract Task<long> BytesAsync(CancellationToken cancellationToken);

    public async Task<GivenAnswer> AnswerAsync(AnswerQuestion question, IAnswerReader reader, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var context = await ContextAsync(question, cancellationToken).ConfigureAwait(false);
        var recalled = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        started = Stopwatch.GetTimestamp();
        var read = await reader.ReadAsync(context, question, cancellationToken).ConfigureAwait(false);
        return new GivenAnswer(read, context, recalled, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>What the reader gets to see.</summary>
    protected abstract Task<AnswerContext> ContextAsync(AnswerQuestion question, CancellationToken cancellationToken);
}
