using OMem.Text;
using OMem.Text.Times;

namespace OMem.Tests.Text;

public sealed class RecognizedTimesTests
{
    [Theory]
    [InlineData("5/7/2023", 0)]
    [InlineData("07.05.2023", 0)]
    [InlineData("5-7-2023", 0)]
    [InlineData("Q3 2022", 0)]
    [InlineData("q1 of 2022", 0)]
    [InlineData("on Labor Day", 2)]
    public void Fires_WhereRecognizersIsNeeded_IsTrue(string source, int at) =>
        RecognizerTriggers.Fires(new TimeText(source, source.Length), at).ShouldBeTrue();

    [Theory]
    [InlineData("5/7-2023")]
    [InlineData("5 7 2023")]
    [InlineData("5/7/23")]
    [InlineData("123/7/2023")]
    [InlineData("Q5 2022")]
    [InlineData("Q3 results")]
    [InlineData("labor day")]
    [InlineData("Day one")]
    [InlineData("yesterday, may, march, second, 2022")]
    public void Fires_Elsewhere_IsFalse(string source)
    {
        var text = new TimeText(source, source.Length);

        Enumerable.Range(0, text.Tokens.Count).ShouldAllBe(at => !RecognizerTriggers.Fires(text, at));
    }

    [Theory]
    [InlineData("5/7/2023", true)]
    [InlineData("5/5/2023", false)]
    [InlineData("5/17/2023", false)]
    [InlineData("17/5/2023", false)]
    [InlineData("Labor Day", false)]
    public void IsDayMonthUnclear_Date_TellsWhetherBothReadingsExist(string date, bool expected) =>
        RecognizerTriggers.IsDayMonthUnclear(date).ShouldBe(expected);

    [Fact]
    public void Resolve_ManyDatesInFigures_StopsAtTheLimitOfWindows() =>
        TimeExpressionResolver.Resolve(string.Concat(Enumerable.Repeat("on 5/17/2023, ", 100)), TimeTable.Thursday).Count.ShouldBe(32);

    [Fact]
    public void Resolve_ImpossibleFigures_GiveNothing() => TimeTable.Resolve("on 45/99/2023 and 0/0/2023").ShouldBeEmpty();

    [Theory]
    [InlineData(1)]
    [InlineData(9999)]
    public void Resolve_NamedDayAtTheEndOfTheCalendar_DoesNotThrow(int year) =>
        Should.NotThrow(() => TimeTable.Resolve("It was Independence Day, and Q3 2022", new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero)));
}
