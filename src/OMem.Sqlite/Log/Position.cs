namespace OMem.Sqlite.Log;

/// <summary>A place in the log or ledger of one scope as one integer: <c>scope_id &lt;&lt; 32 | sequence</c>.</summary>
internal static class Position
{
    /// <summary>The highest position of a scope.</summary>
    public const long MaxSequence = uint.MaxValue;

    private const int Bits = 32;

    public static long Of(long scopeId, long sequence) => (scopeId << Bits) | sequence;

    public static long Sequence(long position) => position & MaxSequence;

    public static long ScopeId(long position) => position >> Bits;
}
