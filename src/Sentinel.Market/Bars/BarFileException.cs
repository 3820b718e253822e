namespace Sentinel.Market;

/// <summary>A bar file that cannot be trusted. The message names the line, the column and what to do.</summary>
public sealed class BarFileException : FormatException
{
    /// <summary>Nothing known.</summary>
    public BarFileException()
    {
    }

    /// <summary>Only what is wrong.</summary>
    public BarFileException(string message)
        : base(message)
    {
    }

    /// <summary>What is wrong and what it came from.</summary>
    public BarFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What is wrong in which line.</summary>
    public BarFileException(long line, string message, Exception? innerException = null)
        : base(FormattableString.Invariant($"line {line}: {message}"), innerException) => Line = line;

    /// <summary>The line of the file, from 1; 0 when the fault is no line's.</summary>
    public long Line { get; }
}
