namespace OMem.Sqlite.Log;

/// <summary>A place in the log or ledger of one scope as one integer: <c>scope_id &lt;&lt; 32 | sequence</c>.</summary>
internal static class Position
{
    /// <summary>The highest position of a scope.</summary>
    public const long MaxSequence = uint.MaxValue;

    private const int Bits = 32;

    /// <exception cref="ArgumentException">No log has such a position; as a place it would be one of another scope.</exception>
    public static long Of(long scopeId, long sequence) => sequence is >= 0 and <= MaxSequence
        ? (scopeId << Bits) | sequence
        : throw new ArgumentException($"{sequence} is not a position of a log.", nameof(sequence));

    public static long Sequence(long position) => position & MaxSequence;

    public static long ScopeId(long position) => position >> Bits;
}
