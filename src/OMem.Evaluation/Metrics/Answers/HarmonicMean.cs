namespace OMem.Evaluation;

/// <summary>F1 from counts.</summary>
internal static class HarmonicMean
{
    /// <summary>2PR / (P + R) with P = same / given and R = same / right; 0 when nothing is shared.</summary>
    public static double Of(int same, int given, int right)
    {
        if (same == 0)
        {
            return 0;
        }

        var precision = same / (double)given;
        var recall = same / (double)right;
        return 2 * precision * recall / (precision + recall);
    }
}
