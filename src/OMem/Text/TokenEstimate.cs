namespace OMem.Text;

/// <summary>Estimates language-model tokens the way public memory benchmarks do: characters / 4.</summary>
internal static class TokenEstimate
{
    /// <summary>UTF-16 units of <paramref name="text"/> divided by four, rounded up.</summary>
    public static int Count(string text) => Count(text.Length);

    /// <summary>Tokens of a text of <paramref name="length"/> UTF-16 units.</summary>
    public static int Count(int length) => (length / 4) + (length % 4 == 0 ? 0 : 1);
}
