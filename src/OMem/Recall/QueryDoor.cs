using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace OMem.Recall;

/// <summary>The door of the read path. Any text to search for is legal; numbers have ranges, a time range has to have a length, and a name to filter by has to be one that could be stored.</summary>
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

        CheckName(nameof(query.Speaker), query.Speaker);
        CheckName(nameof(query.Session), query.Session);
        CheckDefined(nameof(query.Kinds), query.Kinds);
        if (query.From >= query.To)
        {
            throw new InvalidQueryException(nameof(query.From), "must be before To");
        }
    }

    /// <exception cref="InvalidQueryException">The subject is no well-formed text.</exception>
    public static void Check(PersonaQuery query) => CheckName(nameof(query.Subject), query.Subject);

    /// <exception cref="InvalidQueryException">A field is out of its range.</exception>
    public static void Check(QuarantineQuery query)
    {
        CheckName(nameof(query.Subject), query.Subject);
        CheckLimit(query.Limit ?? 1);
    }

    /// <exception cref="InvalidQueryException">A field is out of its range.</exception>
    public static void Check(HistoryQuery query)
    {
        CheckName(nameof(query.ItemId), query.ItemId);
        CheckName(nameof(query.Subject), query.Subject);
        CheckName(nameof(query.ItemKind), query.ItemKind);
        CheckDefined(nameof(query.Operations), query.Operations);
        if (query.Limit < 0)
        {
            throw new InvalidQueryException(nameof(query.Limit), $"must not be negative (was {query.Limit})");
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

    /// <summary>Nothing stored is named by an empty text or half a character; what a store would make of one is not left to the store.</summary>
    private static void CheckName(string field, string? name)
    {
        if (name is "")
        {
            throw new InvalidQueryException(field, "is empty: leave it out to ask for all");
        }

        for (var i = 0; name is not null && i < name.Length; i++)
        {
            if (i + 1 < name.Length && char.IsSurrogatePair(name[i], name[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(name[i]))
            {
                throw new InvalidQueryException(field, $"is not well-formed Unicode: lone surrogate U+{(int)name[i]:X4} at position {i}");
            }
        }
    }

    private static void CheckDefined<T>(string field, IReadOnlyList<T> values)
        where T : struct, Enum
    {
        foreach (var value in values)
        {
            if (!Enum.IsDefined(value))
            {
                throw new InvalidQueryException(field, $"hold {value:D}, which is not known");
            }
        }
    }
}
