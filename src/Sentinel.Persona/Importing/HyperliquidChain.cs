namespace Sentinel.Persona;

/// <summary>
/// Puts the rows of one account and coin in the order in which they traded: by minute, and within a minute each row after the one whose end is its start. Where none fits,
/// something is missing, and the difference is a position that no row explains.
/// </summary>
internal static class HyperliquidChain
{
    /// <summary>Part of a position that rounding of start positions may take.</summary>
    private const decimal Tolerance = 0.000001m;

    public static (IReadOnlyList<HyperliquidRow> Rows, IReadOnlyList<PositionAdjustment> Adjustments) Order(IReadOnlyList<HyperliquidRow> rows)
    {
        List<HyperliquidRow> ordered = [];
        List<PositionAdjustment> adjustments = [];
        decimal position = 0;
        foreach (var minute in rows.GroupBy(row => row.Time).OrderBy(group => group.Key))
        {
            List<HyperliquidRow> left = [.. minute];
            while (left.Count > 0)
            {
                var at = left.FindIndex(row => Fits(row.StartPosition, position));
                if (at < 0)
                {
                    at = Math.Max(0, left.FindIndex(row => !left.Any(other => !ReferenceEquals(other, row) && Fits(row.StartPosition, other.EndPosition))));
                    var change = left[at].StartPosition - position;
                    adjustments.Add(new PositionAdjustment(
                        left[at].Symbol, left[at].Time, change, ordered.Count == 0 ? $"held before line {left[at].Line}" : $"rows are missing before line {left[at].Line}"));
                }

                // Small differences of rounding must not add up: the venue's own end is where the next row starts.
                position = left[at].EndPosition;
                ordered.Add(left[at]);
                left.RemoveAt(at);
            }
        }

        return (ordered, adjustments);
    }

    private static bool Fits(decimal start, decimal position) =>
        Math.Abs(start - position) <= Tolerance * Math.Max(1, Math.Max(Math.Abs(start), Math.Abs(position)));
}
