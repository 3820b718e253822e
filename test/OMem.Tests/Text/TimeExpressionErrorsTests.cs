using OMem.Text;

namespace OMem.Tests.Text;

/// <summary>What looks like a time and is none, and what Recognizers alone gets wrong.</summary>
public sealed class TimeExpressionErrorsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("I may go, and you may not")]
    [InlineData("May I come in?")]
    [InlineData("May said she was happy")]
    [InlineData("this may help")]
    [InlineData("chapter 7 may be long")]
    [InlineData("we march on and on")]
    [InlineData("They want to march to the sea")]
    [InlineData("she sat down in the sun")]
    [InlineData("Sat down. Sun was out. Mon ami.")]
    [InlineData("the second one, just a second")]
    [InlineData("April and June are my friends")]
    [InlineData("I fall asleep, water springs up")]
    public void Resolve_OrdinaryWords_GiveNothing(string text) => TimeTable.Resolve(text).ShouldBeEmpty();

    [Theory]
    [InlineData("5")]
    [InlineData("2022")]
    [InlineData("room 2022, chapter 7")]
    [InlineData("I ran 2023 miles")]
    [InlineData("in 2000 people came")]
    [InlineData("it cost $2000 and 1/2 cup")]
    [InlineData("version 3.2022 or 10.5")]
    [InlineData("call 555-2022")]
    [InlineData("24/7 and 9/11")]
    [InlineData("I have 3 dogs and 2 cats")]
    [InlineData("the 5th element")]
    [InlineData("99999999999999999999")]
    public void Resolve_BareNumbers_GiveNothing(string text) => TimeTable.Resolve(text).ShouldBeEmpty();

    [Theory]
    [InlineData("at 5pm")]
    [InlineData("10:30")]
    [InlineData("in the evening")]
    [InlineData("every Monday and each Friday")]
    [InlineData("on Mondays")]
    [InlineData("for three years")]
    [InlineData("I lost weight in two weeks")]
    [InlineData("in my twenties")]
    [InlineData("I like the summer and Christmas")]
    [InlineData("now, right now, just now")]
    public void Resolve_ClockTimesRepetitionsAndDurations_GiveNothing(string text) => TimeTable.Resolve(text).ShouldBeEmpty();

    [Theory]
    [InlineData("31 February 2022")]
    [InlineData("29 February 2023")]
    [InlineData("on February 30")]
    [InlineData("2023-13-40")]
    [InlineData("99 May")]
    public void Resolve_DaysThatDoNotExist_GiveNothing(string text) => TimeTable.Resolve(text).ShouldBeEmpty();

    [Theory]
    [InlineData("two weekends ago", "two weekends ago: 2023-05-13..2023-05-15")] // gives the 2nd of two months
    [InlineData("the week before 9 June 2022", "the week before 9 June 2022: 2022-06-02..2022-06-09")] // gives "the week" and "before 9 June"
    [InlineData("the weekend before last", "the weekend before last: 2023-05-13..2023-05-15")] // gives this weekend
    [InlineData("last summer", "last summer: 2022-06-01..2022-09-01~")] // not resolved
    [InlineData("three years ago", "three years ago: 2020-01-01..2021-01-01~")] // gives one day of that year
    [InlineData("from May to July 2021", "from May to July 2021: 2021-05-01..2021-08-01")] // leaves July out
    [InlineData("the other day", "the other day: 2023-05-18..2023-05-25~")] // finds nothing
    [InlineData("the first weekend of August 2023", "the first weekend of August 2023: 2023-08-05..2023-08-07")] // gives this weekend and August
    [InlineData("the next day we left", "")] // gives tomorrow
    [InlineData("two days later", "")] // gives the day after tomorrow
    public void Resolve_KnownErrorsOfRecognizers_AreRight(string text, string expected) => TimeTable.Resolve(text).ShouldBe(expected);

    [Theory]
    [InlineData("We met on 5/17/2023 at noon", "5/17/2023: 2023-05-17..2023-05-18")]
    [InlineData("due 5/7/2023", "5/7/2023: 2023-05-07..2023-05-08~")]
    [InlineData("born 17.05.1980", "17.05.1980: 1980-05-17..1980-05-18")]
    [InlineData("Q3 2022 was bad", "Q3 2022: 2022-07-01..2022-10-01")]
    [InlineData("It was Independence Day", "Independence Day: 2023-07-04..2023-07-05~")]
    [InlineData("Yesterday, not on 5/17/2023, we met in 2021", "Yesterday: 2023-05-24..2023-05-25 | 5/17/2023: 2023-05-17..2023-05-18 | 2021: 2021-01-01..2022-01-01")]
    public void Resolve_FiguresQuartersAndNamedDays_ComeFromRecognizers(string text, string expected) => TimeTable.Resolve(text).ShouldBe(expected);
}
