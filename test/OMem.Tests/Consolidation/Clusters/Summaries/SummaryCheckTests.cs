using OMem.Consolidation;
using OMem.Consolidation.Clusters.Summaries;

namespace OMem.Tests.Consolidation.Clusters.Summaries;

/// <summary>Which summaries are taken over.</summary>
public sealed class SummaryCheckTests
{
    [Theory]
    [InlineData("Alice loves hiking with Tom and has done it for 20 years")]
    [InlineData("alice likes the outdoors")]
    [InlineData("Alice\n likes\tthe outdoors ")]
    [InlineData("Alice goes out with the whole family")]
    public void Apply_SummaryOfItsMembers_IsTaken(string summary) =>
        Apply("outdoors", summary).ShouldNotBeNull().Summary.ShouldBe(string.Join(' ', summary.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("Bob loves hiking")]
    [InlineData("Alice loves hiking with Bob")]
    [InlineData("Alice loves hiking with Anna")]
    [InlineData("Alice has hiked for 30 years")]
    [InlineData("She loves hiking")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    [InlineData("Alice \uD83D")]
    public void Apply_SummaryOfSomethingElse_IsNot(string? summary) => Apply("outdoors", summary).ShouldBeNull();

    [Fact]
    public void Apply_SummaryWithoutEnd_IsNot() => Apply("outdoors", "Alice " + string.Concat(Enumerable.Repeat("walks and ", 100))).ShouldBeNull();

    [Theory]
    [InlineData("Outdoor Life", "outdoor life")]
    [InlineData("hiking habits", "preference")]
    [InlineData("", "preference")]
    [InlineData(null, "preference")]
    [InlineData("a label that goes on and on and on and on and on", "preference")]
    public void Apply_Label_OnlyWhenItSaysNoValue(string? label, string expected) => Apply(label, "Alice likes to be out").ShouldNotBeNull().Label.ShouldBe(expected);

    private static AttributeCluster? Apply(string? label, string? summary)
    {
        var subjects = new SubjectNames();
        foreach (var subject in new[] { "Alice", "Bob", "Alice's sister (Anna)", "Alice's friend (Tom)", "Alice" })
        {
            subjects.Add(subject);
        }

        var members = new[] { Item("1", "hiking with Tom", "Alice likes hiking with Tom"), Item("2", "camping", "Alice has gone camping for 20 years") };
        var cluster = new AttributeCluster("c_1", "Alice", "preference", "Alice likes hiking with Tom; has gone camping", ["1", "2"]);
        return SummaryCheck.Apply(new ClusterView(cluster, members), new SummaryGroup { N = 1, Label = label, Summary = summary }, subjects);
    }

    private static PersonaItem Item(string id, string value, string text) => new()
    {
        Id = id,
        Kind = PersonaItemKind.Attribute,
        Subject = "Alice",
        Aspect = "preference",
        Value = value,
        Text = text,
        RecordedAt = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero),
        Evidence = [],
        Reader = "test@1",
    };
}
