using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace OMem.Recall;

/// <summary>The door of the read path. Any text is legal; numbers have ranges, and a time range has to have a length.</summary>
internal static class QueryDoor
{
    /// <summary>The most topics or episodes of one call.</summary>
    public const int MaxLimit = 100_000;

    private static readonly (PropertyInfo Property, RangeAttribute Range)[] Ranges =
        [.. typeof(RecallQuery).GetProperties()
            .Select(property => (property, range: property.GetCustomAttribute<RangeAttribute>()!))
            .Where(entry => entry.range is not null)];

    /// <exception cref="InvalidQueryException">A field is out of its range.</exception>
    public static void Check(RecallQuery query)
    {
        foreach (var (property, range) in Ranges)
        {
            if (!range.IsValid(property.GetValue(query)))
            {
                throw new InvalidQueryException(property.Name, $"must be {range.Minimum}-{range.Maximum} (was {property.GetValue(query)})");
            }
        }

        if (query.From >= query.To)
        {
            throw new InvalidQueryException(nameof(query.From), "must be before To");
        }
    }

    /// <exception cref="InvalidQueryException">The limit is out of its range.</exception>
    public static void CheckLimit(int limit)
    {
        if (limit is < 1 or > MaxLimit)
        {
            throw new InvalidQueryException("Limit", $"must be 1-{MaxLimit} (was {limit})");
        }
    }
}
