using OMem.Text.Times;

namespace OMem.Tests.Text;

public sealed class DatePartsTests
{
    [Theory]
    [InlineData("7 May 2023", 3, 2023, 5, 7)]
    [InlineData("7th of May, 2023", 4, 2023, 5, 7)]
    [InlineData("the 7th of May", 4, 0, 5, 7)]
    [InlineData("the seventh of May", 4, 0, 5, 7)]
    [InlineData("May 7", 2, 0, 5, 7)]
    [InlineData("May the 7th", 3, 0, 5, 7)]
    [InlineData("May 2023", 2, 2023, 5, 0)]
    [InlineData("May of 2023", 3, 2023, 5, 0)]
    [InlineData("December", 1, 0, 12, 0)]
    [InlineData("2023-05-07", 3, 2023, 5, 7)]
    [InlineData("2023/5/7", 3, 2023, 5, 7)]
    [InlineData("2023.05.07", 3, 2023, 5, 7)]
    [InlineData("29 February 2024", 3, 2024, 2, 29)]
    [InlineData("29 February", 2, 0, 2, 29)]
    [InlineData("8-May-2023", 3, 2023, 5, 8)]
    [InlineData("sept 30", 2, 0, 9, 30)]
    [InlineData("May 7 2023 people", 2, 0, 5, 7)]
    [InlineData("December 5 days later", 1, 0, 12, 0)]
    [InlineData("December 5:30", 1, 0, 12, 0)]
    [InlineData("December 5 pm", 1, 0, 12, 0)]
    public void TryRead_Date_GivesItsParts(string words, int next, int year, int month, int day)
    {
        DateParts.TryRead(Text(words), 0, out var date).ShouldBeTrue();

        date.ShouldBe(new DateParts(next, year, month, day));
    }

    [Theory]
    [InlineData("May")]
    [InlineData("may 5 people come")]
    [InlineData("June")]
    [InlineData("2023")]
    [InlineData("32 May")]
    [InlineData("2023-02-30")]
    [InlineData("2023-5")]
    [InlineData("2023-05/07")]
    [InlineData("5:7 May")]
    [InlineData("word")]
    [InlineData("second of all")]
    public void TryRead_NoDate_IsFalse(string words) => DateParts.TryRead(Text(words), 0, out _).ShouldBeFalse();

    [Theory]
    [InlineData("in may", true)]
    [InlineData("in May", true)]
    [InlineData("to May", true)]
    [InlineData("to may", false)]
    [InlineData("this march", false)]
    [InlineData("about march", false)]
    [InlineData("since march", true)]
    [InlineData("the april", false)]
    [InlineData("by april", true)]
    [InlineData("in 2022", true)]
    [InlineData("year 2022", true)]
    [InlineData("about 2022", false)]
    [InlineData("room 2022", false)]
    [InlineData("in 0999", false)]
    [InlineData("in 2022:30", false)]
    public void TryRead_SecondWord_DependsOnTheFirst(string words, bool expected) => DateParts.TryRead(Text(words), 1, out _).ShouldBe(expected);

    [Theory]
    [InlineData("in 2022 miles", false)]
    [InlineData("in 2022 people", false)]
    [InlineData("in 2022 Mercedes", true)]
    [InlineData("in 2022 this", true)]
    [InlineData("in 2022 class", true)]
    [InlineData("in 2022, I left", true)]
    public void TryRead_YearBeforeAWord_IsNoYearWhenItCounts(string words, bool expected) => DateParts.TryRead(Text(words), 1, out _).ShouldBe(expected);

    [Fact]
    public void ToPhrase_WithoutYear_ComesRound()
    {
        new DateParts(1, 0, 5, 0).ToPhrase().Cycle.ShouldBe(new CalendarCycle(CycleKind.Month, 5));
        new DateParts(1, 0, 5, 7).ToPhrase().Cycle.ShouldBe(new CalendarCycle(CycleKind.DayOfYear, 5, 7));
        new DateParts(1, 2023, 5, 7).ToPhrase().Cycle.ShouldBeNull();
    }

    private static TimeText Text(string words)
    {
        var text = new TimeText(words, words.Length);
        text.EnterRun(0);
        return text;
    }
}
