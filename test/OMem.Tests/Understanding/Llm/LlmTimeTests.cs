using static OMem.Tests.Understanding.Llm.ReaderFixture;

namespace OMem.Tests.Understanding.Llm;

/// <summary>Dates a model gives: taken when they can be, else resolved from the words, else dropped.</summary>
public sealed class LlmTimeTests
{
    [Theory]
    [InlineData("2024-04-30", null, "yesterday", "2024-04-30", "2024-05-01")]
    [InlineData("2023", null, null, "2023-01-01", "2024-01-01")]
    [InlineData("2024-03", "2024-04", null, "2024-03-01", "2024-05-01")]
    [InlineData("2024-04-29", "2024-04-30", null, "2024-04-29", "2024-05-01")]
    [InlineData("the day before", null, "yesterday", "2024-04-30", "2024-05-01")]
    [InlineData("2024-02-31", null, "yesterday", "2024-04-30", "2024-05-01")]
    [InlineData("9999-12-31", null, "yesterday", "2024-04-30", "2024-05-01")]
    [InlineData("2031-01-01", null, "yesterday", "2024-04-30", "2024-05-01")]
    [InlineData("2024-04-30", "2024-04-01", "yesterday", "2024-04-30", "2024-05-01")]
    public async Task Fact_Time_IsCheckedOrResolvedFromTheWords(string? from, string? to, string? when, string start, string end)
    {
        using var fixture = new ReaderFixture(Fact(from, to, when));

        var fact = (await fixture.ReadAsync(Say(1, "I ran a marathon yesterday")))[0].Facts.ShouldHaveSingleItem();

        fact.When.ShouldBe(new TimeRange(Day(start), Day(end)));
        fixture.Dropped.ShouldBe(0);
    }

    [Theory]
    [InlineData("soon", null, null)]
    [InlineData("2999-01-01", null, "tomorrow")]
    [InlineData("0001-01-01", null, null)]
    [InlineData("2025-01-01", null, null)]
    [InlineData(null, null, "words that are not there")]
    public async Task Fact_TimeThatCannotBe_IsDroppedAndTheFactKept(string? from, string? to, string? when)
    {
        using var fixture = new ReaderFixture(Fact(from, to, when));

        (await fixture.ReadAsync(Say(1, "I ran a marathon yesterday")))[0].Facts.ShouldHaveSingleItem().When.ShouldBeNull();

        fixture.Dropped.ShouldBe(1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9999)]
    public async Task Fact_MessageAtTheEndOfTheCalendar_IsRead(int year)
    {
        using var fixture = new ReaderFixture(Fact($"{year:D4}-06-01", null, null));
        var message = Say(1, "I ran a marathon yesterday");
        message = message with { Interaction = message.Interaction with { OccurredAt = new DateTimeOffset(year, 6, 15, 0, 0, 0, TimeSpan.FromHours(-10)) } };

        (await fixture.ReadAsync(message))[0].Facts.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Attribute_Times_FollowTheTense()
    {
        using var fixture = new ReaderFixture(Answer(attributes: new object[]
        {
            new { message = 1, words = "living in Oslo since 2020", subject = "Alice", aspect = "home", value = "Oslo", tense = "present", from = "2020" },
            new { message = 1, words = "lived in Rome until 2019", subject = "Alice", aspect = "home", value = "Rome", tense = "ended", to = "2019" },
            new { message = 1, words = "Paris in 2026", subject = "Alice", aspect = "home", value = "Paris", tense = "future", from = "2026" },
        }));

        var read = (await fixture.ReadAsync(Say(1, "I've been living in Oslo since 2020, lived in Rome until 2019, and want to be in Paris in 2026")))[0];

        read.Attributes.Select(attribute => attribute.Valid).ShouldBe(
            [new TimeRange(Day("2020-01-01"), null), new TimeRange(null, Day("2020-01-01")), new TimeRange(Day("2026-01-01"), null)]);
    }

    private static string Fact(string? from, string? to, string? when) =>
        Answer(facts: new object[] { new { message = 1, words = "I ran a marathon", subject = "Alice", text = "Alice ran a marathon", tense = "past", from, to, when } });

    private static DateTimeOffset Day(string day) =>
        new(DateTime.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Start.Offset);
}
