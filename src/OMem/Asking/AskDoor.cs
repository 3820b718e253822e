using System.ComponentModel.DataAnnotations;
using System.Reflection;
using OMem.Recall;

namespace OMem.Asking;

/// <summary>The door of asking: what recall refuses, and what an answer cannot have.</summary>
internal static class AskDoor
{
    /// <summary>One letter for each option.</summary>
    public const int MaxChoices = 26;

    private static readonly (PropertyInfo Property, RangeAttribute Range)[] Ranges =
        [.. typeof(AskQuery).GetProperties()
            .Select(property => (property, range: property.GetCustomAttribute<RangeAttribute>()!))
            .Where(entry => entry.range is not null)];

    /// <exception cref="InvalidQueryException">A field is out of its range.</exception>
    public static void Check(AskQuery query)
    {
        QueryDoor.Check(query.Recall);
        foreach (var (property, range) in Ranges)
        {
            if (!range.IsValid(property.GetValue(query)))
            {
                throw new InvalidQueryException(property.Name, $"must be {range.Minimum}-{range.Maximum} (was {property.GetValue(query)})");
            }
        }

        if (query.Choices.Count is 1 or > MaxChoices)
        {
            throw new InvalidQueryException(nameof(query.Choices), $"must be 2-{MaxChoices} options, or none (were {query.Choices.Count})");
        }
    }
}
