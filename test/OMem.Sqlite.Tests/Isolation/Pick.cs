using CsCheck;

namespace OMem.Sqlite.Tests.Isolation;

/// <summary>One of some values.</summary>
internal static class Pick
{
    public static Gen<T> One<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
