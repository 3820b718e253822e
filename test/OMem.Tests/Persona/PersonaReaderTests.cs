using OMem.Persona;
using OMem.Storage;

namespace OMem.Tests.Persona;

/// <summary>What a persona card shows, now and as of an instant.</summary>
public sealed class PersonaReaderTests
{
    [Fact]
    public void Read_Now_LeavesOutWhatIsSupersededOrOver()
    {
        var card = Card([Item("now"), Item("gone", superseded: 5), Item("over", to: 3)]);

        Ids(card.Attributes).ShouldBe(["now"]);
    }

    [Fact]
    public void Read_IncludeSuperseded_ShowsTheHistoryToo() =>
        Ids(Card([Item("now"), Item("gone", superseded: 5), Item("over", to: 3)], new PersonaQuery { IncludeSuperseded = true }).Attributes)
            .Order(StringComparer.Ordinal).ShouldBe(["gone", "now", "over"]);

    [Fact]
    public void Read_FactWithAnEnd_StaysKnown() =>
        Ids(Card([Item("trip", kind: PersonaItemKind.Fact, from: 2, to: 3)]).Facts).ShouldBe(["trip"]);

    [Fact]
    public void Read_SupersededFact_IsNotShown() =>
        Card([Item("trip", kind: PersonaItemKind.Fact, superseded: 4)]).Facts.ShouldBeEmpty();

    [Fact]
    public void Read_Subject_IsExact()
    {
        PersonaItem[] items = [Item("a"), Item("b", subject: "alice"), Item("c", subject: "Alice's sister")];

        Ids(Card(items, new PersonaQuery { Subject = "Alice" }).Attributes).ShouldBe(["a"]);
        Ids(Card(items).Attributes).ShouldBe(["a", "c", "b"]);
    }

    [Theory]
    [InlineData(1, "")]
    [InlineData(2, "old")]
    [InlineData(4, "old")]
    [InlineData(6, "new")]
    public void Read_AsOf_GivesTheBeliefOfThatDay(int day, string expected)
    {
        PersonaItem[] items = [Item("old", recorded: 2, to: 5, superseded: 5, by: "new"), Item("new", recorded: 5, from: 5)];

        Ids(Card(items, new PersonaQuery { AsOf = Day(day) }).Attributes).ShouldBe(expected.Length == 0 ? [] : [expected]);
    }

    [Fact]
    public void Read_AsOfBeforeTheEndWasLearnt_ShowsNoEnd()
    {
        var item = Card([Item("old", recorded: 2, to: 3, superseded: 9, by: "new")], new PersonaQuery { AsOf = Day(4) }).Attributes.ShouldHaveSingleItem();

        item.ValidTo.ShouldBeNull();
        item.SupersededAt.ShouldBeNull();
        item.SupersededBy.ShouldBeNull();
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public void Read_ValidAt_ShowsWhatWasTrueThen(int day, bool expected) =>
        Card([Item("stay", recorded: 9, from: 4, to: 7, superseded: 9)], new PersonaQuery { ValidAt = Day(day) }).Attributes.Any().ShouldBe(expected);

    [Theory]
    [InlineData(3, 5, "")]
    [InlineData(6, 5, "first")]
    [InlineData(6, 9, "first")]
    [InlineData(12, 9, "second")]
    [InlineData(12, 3, "first")]
    public void Read_AsOfAndValidAt_AreTwoQuestions(int asOf, int validAt, string expected)
    {
        // Moved on day 8, told on day 10: on day 6 the first was believed for good, on day 12 it is known to have ended on day 8.
        PersonaItem[] items =
        [
            Item("first", recorded: 4, from: 2, to: 8, superseded: 10, by: "second"),
            Item("second", recorded: 10, from: 8),
        ];

        Ids(Card(items, new PersonaQuery { AsOf = Day(asOf), ValidAt = Day(validAt) }).Attributes).ShouldBe(expected.Length == 0 ? [] : [expected]);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(9)]
    public void Read_ValidAtOfWhatWasWithdrawn_ShowsItNever(int day) =>
        Card([Item("mistake", recorded: 2, from: 3, to: 3, superseded: 6)], new PersonaQuery { ValidAt = Day(day) }).Attributes.ShouldBeEmpty();

    [Theory]
    [InlineData(3, "plan")]
    [InlineData(7, "done")]
    public void Read_ValidAtOfAPlanThatCameTrue_ShowsWhatItWasThen(int day, string expected)
    {
        PersonaItem[] items =
        [
            Item("plan", kind: PersonaItemKind.Fact, recorded: 2, from: 5, to: 6, superseded: 6, by: "done") with { Aspect = "plan", LastStatedAt = Day(2) },
            Item("done", kind: PersonaItemKind.Fact, recorded: 6, from: 5, to: 6) with { LastStatedAt = Day(6) },
        ];

        Ids(Card(items, new PersonaQuery { ValidAt = Day(day) }).Facts).ShouldBe([expected]);
    }

    [Fact]
    public void Read_Order_IsSubjectThenLatestThenId()
    {
        PersonaItem[] items =
        [
            Item("x", subject: "Bob"), Item("b", recorded: 3), Item("a", recorded: 3), Item("c", recorded: 1) with { LastStatedAt = Day(8) }, Item("d", recorded: 5),
        ];

        Ids(Card(items).Attributes).ShouldBe(["c", "d", "a", "b", "x"]);
        Ids(Card([.. items.Reverse()]).Attributes).ShouldBe(["c", "d", "a", "b", "x"]);
    }

    [Fact]
    public void Read_Facts_LatestFirst() => Ids(Card(
        [
            Item("early", kind: PersonaItemKind.Fact, from: 2), Item("late", kind: PersonaItemKind.Fact, from: 8), Item("undated", kind: PersonaItemKind.Fact, recorded: 5),
        ]).Facts).ShouldBe(["late", "undated", "early"]);

    [Fact]
    public void Read_Clusters_OnlyThoseWithAShownMember()
    {
        var memory = new DerivedMemory(
            1, [Stored(Item("a")), Stored(Item("b", superseded: 2))],
            [new AttributeCluster("c1", "Alice", "one", "", ["a", "b"]), new AttributeCluster("c2", "Alice", "two", "", ["b"])], []);

        Read(memory, new PersonaQuery()).Clusters.ShouldHaveSingleItem().Id.ShouldBe("c1");
    }

    [Fact]
    public void Read_ClustersAtAnotherTime_OnlyThoseOfWhichAllWasBelievedThen()
    {
        var memory = new DerivedMemory(
            1, [Stored(Item("a", recorded: 1)), Stored(Item("b", recorded: 5))],
            [new AttributeCluster("c1", "Alice", "one", "likes a and b", ["a", "b"]), new AttributeCluster("c2", "Alice", "two", "likes a", ["a"])], []);

        Read(memory, new PersonaQuery { AsOf = Day(3) }).Clusters.ShouldHaveSingleItem().Id.ShouldBe("c2");
        Read(memory, new PersonaQuery { AsOf = Day(6) }).Clusters.Count.ShouldBe(2);
    }

    private static PersonaCard Card(PersonaItem[] items, PersonaQuery? query = null) =>
        PersonaReader.Read(items, [], query ?? new PersonaQuery());

    private static PersonaCard Read(DerivedMemory memory, PersonaQuery query) =>
        PersonaReader.Read([.. memory.Items.Select(stored => stored.Item)], memory.Clusters, query);

    private static StoredItem Stored(PersonaItem item) => new(item, new IndexData(default, default, null, 0));

    private static PersonaItem Item(
        string id, string subject = "Alice", PersonaItemKind kind = PersonaItemKind.Attribute, int recorded = 1, int? from = null, int? to = null,
        int? superseded = null, string? by = null) => new()
        {
            Id = id, Kind = kind, Subject = subject, Value = id, Text = id, RecordedAt = Day(recorded), ValidFrom = At(from), ValidTo = At(to),
            SupersededAt = At(superseded), SupersededBy = by, Evidence = [], Reader = "test@1",
        };

    private static DateTimeOffset Day(int day) => new(2024, 1, day, 0, 0, 0, TimeSpan.Zero);

    private static DateTimeOffset? At(int? day) => day is { } known ? Day(known) : null;

    private static string[] Ids(IEnumerable<PersonaItem> items) => [.. items.Select(item => item.Id)];
}
