using System.Reflection;

namespace OMem.Architecture.Tests.Sql;

/// <summary>Filters are typed. A query has words to search for, names to compare exactly, numbers, times and closed sets; nothing that would be read as grammar.</summary>
public sealed class QueryTypeTests
{
    /// <summary>Every text of a query, and what is done with it.</summary>
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["RecallQuery.Text"] = "words: any string is legal",
        ["RecallQuery.Speaker"] = "a name, compared ordinally",
        ["RecallQuery.Session"] = "a name, compared ordinally",
        ["PersonaQuery.Subject"] = "a name, compared ordinally",
        ["TopicQuery.Near"] = "words: any string is legal",
        ["EpisodeQuery.Text"] = "words: any string is legal",
        ["HistoryQuery.ItemId"] = "an id, compared ordinally",
        ["HistoryQuery.Subject"] = "a name, compared ordinally",
        ["HistoryQuery.ItemKind"] = "a name, compared ordinally",
        ["QuarantineQuery.Subject"] = "a name, compared ordinally",
        ["AskQuery.Choices"] = "answers to choose from, shown to the model",
    };

    private static readonly Type[] Plain = [typeof(int), typeof(long), typeof(float), typeof(bool), typeof(DateTimeOffset), typeof(RecallQuery)];

    [Fact]
    public void Members_OfEveryQuery_AreTypedOrKnownTexts()
    {
        var queries = typeof(RecallQuery).Assembly.GetExportedTypes().Where(static type => type.Name.EndsWith("Query", StringComparison.Ordinal)).ToArray();
        queries.Length.ShouldBeGreaterThanOrEqualTo(6);

        queries.SelectMany(static type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(static member => !IsTyped(member.PropertyType))
            .Select(static member => $"{member.DeclaringType!.Name}.{member.Name}")
            .ShouldBe(Texts.Keys, ignoreOrder: true, customMessage: "a text in a query needs a line in this table and a place in the filter fuzzer of test/OMem.Sqlite.Tests/Isolation");
    }

    private static bool IsTyped(Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GenericTypeArguments[0] : type);
        return inner.IsEnum || Plain.Contains(inner);
    }
}
