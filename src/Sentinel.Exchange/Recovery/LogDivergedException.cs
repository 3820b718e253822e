namespace Sentinel.Exchange.Recovery;

/// <summary>A run again did not do what the log says it did the first time: the bars, the rules or the decisions are not the same.</summary>
public sealed class LogDivergedException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="operation">The number of the first operation that differs, from 1.</param>
    public LogDivergedException(long operation)
        : base($"Operation {operation} of the exchange log is another one in this run: bars, rules or decisions are not the same.") => Operation = operation;

    /// <summary>The number of the first operation that differs, from 1.</summary>
    public long Operation { get; }
}
