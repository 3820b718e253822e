namespace Sentinel;

/// <summary>The order in which the books see fills: by time, then by id.</summary>
public static class FillOrder
{
    /// <summary>Below 0 when <paramref name="left"/> comes first.</summary>
    public static int Compare(Fill left, Fill right)
    {
        var byTime = left.Timestamp.UtcTicks.CompareTo(right.Timestamp.UtcTicks);
        return byTime != 0 ? byTime : string.CompareOrdinal(left.Id, right.Id);
    }
}
