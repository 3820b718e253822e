using Sentinel.Exchange.Recovery;
using Sentinel.Exchange.Simulator;

namespace Sentinel.Exchange.Paper;

/// <summary>
/// Paper trading: the simulator under a live clock, fed with bars as they close, its record on disk. Opened again after a crash it stands where it stood.
/// An order sent within <see cref="SimulatorOptions.DecisionGrace"/> after a bar belongs to that bar, as in a replay; a later one waits for the next open.
/// </summary>
public sealed class PaperExchange : IDisposable
{
    private readonly ExchangeLog _log;

    private PaperExchange(SimulatedExchange exchange, ExchangeLog log) => (Exchange, _log) = (exchange, log);

    /// <summary>The venue.</summary>
    public SimulatedExchange Exchange { get; }

    /// <summary>Opens a paper account, new or as its log left it.</summary>
    /// <param name="logPath">The file that keeps it.</param>
    /// <param name="options">Its rules; those of the log, if there is one.</param>
    /// <param name="clock">The live clock.</param>
    /// <param name="flushToDisk">Whether each operation waits for the disk.</param>
    /// <exception cref="InvalidDataException">The log was changed, or has other rules.</exception>
    public static PaperExchange Open(string logPath, SimulatorOptions options, TimeProvider clock, bool flushToDisk = true)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var log = ExchangeLog.Open(logPath, options, flushToDisk);
        return new PaperExchange(SimulatedExchange.Recover(options, log.Operations, clock, log), log);
    }

    /// <summary>Trades bars as they come until the source ends. Late and repeated bars are ignored.</summary>
    /// <param name="source">Closed bars.</param>
    /// <param name="cancellationToken">Ends it before.</param>
    /// <returns>How many bars were traded.</returns>
    public async Task<int> RunAsync(IAsyncEnumerable<Bar> source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var (count, ignored) = (0, Exchange.IgnoredBars);
        await foreach (var bar in source.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            Exchange.OnBar(bar);
            count++;
        }

        return count - (Exchange.IgnoredBars - ignored);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Exchange.CompleteBars();
        _log.Dispose();
    }
}
