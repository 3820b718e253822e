using OMem.Cli.Hosting;
using OMem.Cli.Output;

namespace OMem.Cli.Sessions;

/// <summary>
/// Waits until everything is understood, but not for a model that has not answered once: a person who mistyped an address should not watch
/// five tries that grow to minutes. What waits stays in the outbox.
/// </summary>
internal static class UnderstandingWait
{
    /// <summary>Does the work and shows its progress.</summary>
    /// <param name="memory">The memory.</param>
    /// <param name="fraction">Shows the progress.</param>
    /// <param name="work">What is waited for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CommandFailedException">No call was answered, and the next try is put off.</exception>
    public static async Task RunAsync(
        IMemory memory, FlushFraction fraction, Func<IProgress<FlushProgress>, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watch = new Watch(fraction, stop);
        try
        {
            await work(watch, stop.Token);
        }
        catch (OperationCanceledException) when (watch.IsSilent && !cancellationToken.IsCancellationRequested)
        {
            var status = await memory.GetStatusAsync(cancellationToken);
            var fault = status.Failures.Count > 0 ? status.Failures[^1].Error : "The model does not answer.";
            throw new CommandFailedException(
                $"{fault}\n{PairTable.Count(status.Pending)} messages are stored and can be recalled, and wait to be understood: mend it and run 'omem flush'.");
        }
    }

    private sealed class Watch(FlushFraction fraction, CancellationTokenSource stop) : IProgress<FlushProgress>
    {
        public bool IsSilent { get; private set; }

        public void Report(FlushProgress value)
        {
            fraction.Report(value);
            if (value.NextTry is not null && value.Usage.Sum(static usage => usage.Calls) == 0 && value.Usage.Any(static usage => usage.FailedCalls > 0))
            {
                IsSilent = true;
                stop.Cancel();
            }
        }
    }
}
