using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OMem.Models;

/// <summary>A list of a model's answer, of which some entries may be misshapen.</summary>
internal static class AnswerList
{
    /// <summary>The entries that have the right shape; null when there is no such list.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="name">The list's name, in any case.</param>
    /// <param name="type">The shape of an entry.</param>
    /// <param name="misshapen">Grows by the entries that have another.</param>
    public static List<T?>? Salvage<T>(JsonElement answer, string name, JsonTypeInfo<T> type, ref int misshapen)
        where T : class
    {
        if (answer.ValueKind is not JsonValueKind.Object)
        {
            return null;
        }

        var list = answer.EnumerateObject().FirstOrDefault(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase)).Value;
        if (list.ValueKind is not JsonValueKind.Array)
        {
            return null;
        }

        var entries = new List<T?>();
        foreach (var entry in list.EnumerateArray())
        {
            try
            {
                entries.Add(entry.Deserialize(type));
            }
            catch (JsonException)
            {
                misshapen++;
            }
        }

        return entries;
    }
}
