namespace OMem.Text;

/// <summary>Levenshtein distance of short words.</summary>
internal static class EditDistance
{
    private const int MaxLength = 64;

    /// <summary>Whether at most <paramref name="limit"/> insertions, deletions or replacements lead from one word to the other. False for words above 64 UTF-16 units.</summary>
    public static bool IsWithin(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit || left.Length > MaxLength || right.Length > MaxLength)
        {
            return false;
        }

        Span<int> row = stackalloc int[MaxLength + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            var best = row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replace = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replace, Math.Min(row[j], row[j - 1]) + 1);
                best = Math.Min(best, row[j]);
            }

            if (best > limit)
            {
                return false;
            }
        }

        return row[right.Length] <= limit;
    }
}
