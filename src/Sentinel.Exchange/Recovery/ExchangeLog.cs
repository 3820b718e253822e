using System.Text.Json;

namespace Sentinel.Exchange.Recovery;

/// <summary>
/// The durable record of a simulated venue: JSON Lines, one operation a line, each with its number and a hash over the line before and itself. The first line
/// holds the rules. A last line that a crash cut off is dropped on opening; a changed one is an error. Thread-safe; one writer a file.
/// </summary>
public sealed class ExchangeLog : IOperationLog, IDisposable
{
    private readonly Lock _lock = new();
    private readonly FileStream _file;
    private readonly bool _flushToDisk;
    private readonly Queue<ExchangeOperation> _expected = [];
    private string _hash;
    private long _sequence;
    private bool _isBroken;

    private ExchangeLog(FileStream file, LogContents contents, bool flushToDisk)
    {
        (_file, _flushToDisk) = (file, flushToDisk);
        (_hash, _sequence) = (contents.Hash, contents.Sequence);
        Operations = contents.Operations;
        CutBytes = contents.CutBytes;
    }

    /// <summary>The operations found on opening, oldest first.</summary>
    public IReadOnlyList<ExchangeOperation> Operations { get; }

    /// <summary>Bytes of a torn last line that were cut off on opening.</summary>
    public long CutBytes { get; }

    /// <summary>Operations on file.</summary>
    public long Count => _sequence - 1;

    /// <summary>Opens a log to go on from where it ends: <see cref="Simulator.SimulatedExchange"/> is recovered from <see cref="Operations"/>.</summary>
    /// <param name="path">The file; made when it is missing.</param>
    /// <param name="options">The rules of the venue.</param>
    /// <param name="flushToDisk">Whether each operation waits for the disk, to survive a loss of power; without, it survives the end of the process.</param>
    /// <exception cref="InvalidDataException">A line was changed, or the log was written under other rules.</exception>
    public static ExchangeLog Open(string path, Simulator.SimulatorOptions options, bool flushToDisk = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        // Not shared: on Unix only that keeps a second writer out.
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        try
        {
            var contents = LogReader.Read(file, options);
            file.SetLength(contents.Length);
            file.Position = contents.Length;
            var log = new ExchangeLog(file, contents, flushToDisk);
            if (contents.Sequence == 0)
            {
                log.Write(JsonSerializer.Serialize(options, ExchangeJson.Options));
            }

            return log;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Opens a log to run the same bars and decisions again from the start: as far as the log reaches, each operation has to be the one on file and nothing is
    /// written; after that it goes on.
    /// </summary>
    /// <exception cref="InvalidDataException">A line was changed, or the log was written under other rules.</exception>
    public static ExchangeLog OpenForRerun(string path, Simulator.SimulatorOptions options, bool flushToDisk = false)
    {
        var log = Open(path, options, flushToDisk);
        foreach (var operation in log.Operations)
        {
            log._expected.Enqueue(operation);
        }

        return log;
    }

    /// <inheritdoc/>
    /// <exception cref="LogDivergedException">A run again did something else than the log says.</exception>
    public void Append(ExchangeOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        lock (_lock)
        {
            var text = JsonSerializer.Serialize(operation, ExchangeJson.Options);
            if (!_expected.TryDequeue(out var expected))
            {
                Write(text);
            }
            else if (!string.Equals(JsonSerializer.Serialize(expected, ExchangeJson.Options), text, StringComparison.Ordinal))
            {
                throw new LogDivergedException(Count - _expected.Count);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void Write(string text)
    {
        if (_isBroken)
        {
            throw new InvalidOperationException("A write to the exchange log failed before: open it again.");
        }

        var (line, hash) = LogLine.Format(_sequence, _hash, text);
        try
        {
            // One write a line: a crash leaves a line whole, or a torn one at the end.
            _file.Write(line);
            _file.Flush(_flushToDisk);
        }
        catch
        {
            _isBroken = true;
            throw;
        }

        (_hash, _sequence) = (hash, _sequence + 1);
    }
}
