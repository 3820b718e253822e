using OMem.Text;

namespace OMem.Tests.Text;

/// <summary>Expected ranges for a message written on Thursday, 25 May 2023, 14:30.</summary>
public sealed class TimeExpressionResolverTests
{
    [Theory]
    [InlineData("I slept late today", "today: 2023-05-25..2023-05-26")]
    [InlineData("We met yesterday.", "yesterday: 2023-05-24..2023-05-25")]
    [InlineData("Yesterday's party was fun", "Yesterday: 2023-05-24..2023-05-25")]
    [InlineData("See you tomorrow", "tomorrow: 2023-05-26..2023-05-27")]
    [InlineData("the day before yesterday", "the day before yesterday: 2023-05-23..2023-05-24")]
    [InlineData("the day after tomorrow", "the day after tomorrow: 2023-05-27..2023-05-28")]
    [InlineData("Last night was great", "Last night: 2023-05-24 18:00..2023-05-25 06:00")]
    [InlineData("I'm cooking tonight", "tonight: 2023-05-25 18:00..2023-05-26 06:00")]
    [InlineData("I ran this morning", "this morning: 2023-05-25 05:00..2023-05-25 12:00")]
    [InlineData("yesterday evening", "yesterday evening: 2023-05-24 17:00..2023-05-24 23:00")]
    [InlineData("yesterday at 5pm", "yesterday at 5pm: 2023-05-24 17:00..2023-05-24 18:00")]
    [InlineData("tomorrow at 5:45 pm", "tomorrow at 5:45 pm: 2023-05-26 17:45..2023-05-26 17:46")]
    [InlineData("tomorrow at 17:45", "tomorrow at 17:45: 2023-05-26 17:45..2023-05-26 17:46")]
    [InlineData("tomorrow at 5", "tomorrow: 2023-05-26..2023-05-27")]
    [InlineData("I saw her the other day", "the other day: 2023-05-18..2023-05-25~")]
    [InlineData("I changed jobs recently", "recently: 2023-04-25..2023-05-26~")]
    public void Resolve_NearDays_GivesDayOrItsPart(string text, string expected) => TimeTable.Resolve(text).ShouldBe(expected);

    [Theory]
    [InlineData("I went hiking last Saturday", "last Saturday: 2023-05-20..2023-05-21")]
    [InlineData("last Thursday", "last Thursday: 2023-05-18..2023-05-19")]
    [InlineData("Last Fri I finally went", "Last Fri: 2023-05-19..2023-05-20")]
    [InlineData("this Friday", "this Friday: 2023-05-26..2023-05-27")]
    [InlineData("this past Saturday", "this past Saturday: 2023-05-20..2023-05-21")]
    [InlineData("next Monday", "next Monday: 2023-05-29..2023-05-30")]
    [InlineData("next Friday", "next Friday: 2023-06-02..2023-06-03~")]
    [InlineData("the Friday before last", "the Friday before last: 2023-05-12..2023-05-13")]
    [InlineData("We met on Friday", "Friday: 2023-05-19..2023-05-20")]
    [InlineData("We will meet on Friday", "Friday: 2023-05-26..2023-05-27")]
    [InlineData("Friday", "Friday: 2023-05-26..2023-05-27~")]
    [InlineData("We went out Friday night", "Friday night: 2023-05-19 18:00..2023-05-20 06:00")]
    [InlineData("this Saturday I went home", "this Saturday: 2023-05-20..2023-05-21")]
    public void Resolve_Weekdays_FollowsTheTense(string text, string expected) => TimeTable.Resolve(text).ShouldBe(expected);

    [Theory]
    [InlineData("last week", "last week: 2023-05-15..2023-05-22")]
    [InlineData("this week", "this week: 2023-05-22..2023-05-29")]
    [InlineData("next week", "next week: 2023-05-29..2023-06-05")]
    [InlineData("the week before last", "the week before last: 2023-05-08..2023-05-15")]
    [InlineData("last weekend", "last weekend: 2023-05-20..2023-05-22")]
    [InlineData("this weekend", "this weekend: 2023-05-27..2023-05-29")]
    [InlineData("this past weekend", "this past weekend: 2023-05-20..2023-05-22")]
    [InlineData("next weekend", "next weekend: 2023-06-03..2023-06-05~")]
    [InlineData("the weekend before last", "the weekend before last: 2023-05-13..2023-05-15")]
    [InlineData("Over the weekend I hiked", "the weekend: 2023-05-20..2023-05-22")]
    [InlineData("What will you do over the weekend?", "the weekend: 2023-05-27..2023-05-29")]
    [InlineData("last month", "last month: 2023-04-01..2023-05-01")]
    [InlineData("next month", "next month: 2023-06-01..2023-07-01")]
    [InlineData("last year", "last year: 2022-01-01..2023-01-01")]
    [InlineData("next year's trip", "next year: 2024-01-01..2025-01-01")]
    [InlineData("last summer", "last summer: 2022-06-01..2022-09-01~")]
    [InlineData("the summer before last", "the summer before last: 2021-06-01..2021-09-01~")]
    [InlineData("next spring", "next spring: 2024-03-01..2024-06-01~")]
    [InlineData("last winter", "last winter: 2022-12-01..2023-03-01~")]
    [InlineData("last Christmas", "last Christmas: 2022-12-25..2022-12-26")]
    [InlineData("last May", "last May: 2022-05-01..2022-06-01")]
    [InlineData("next June", "next June: 2023-06-01..2023-07-01")]
    [InlineData("June last year", "June last year: 2022-06-01..2022-07-01")]
    [InlineData("in the last two weeks", "the last two weeks: 2023-05-11..2023-05-26~")]
    [InlineData("the past month", "the past month: 2023-04-25..2023-05-26~")]
    [InlineData("over the next few days", "the next few days: 2023-05-25..2023-05-31~")]
    public void Resolve_NamedPeriods_GivesThem(string text, string expected) => TimeTable.Resolve(text).ShouldBe(expected);

    [Theory]
    [InlineData("two weekends ago", "two weekends ago: 2023-05-13..2023-05-15")]
    [InlineData("two days ago", "two days ago: 2023-05-23..2023-05-24")]
    [InlineData("a few days ago", "a few days ago: 2023-05-20..2023-05-24~")]
    [InlineData("a week ago", "a week ago: 2023-05-15..2023-05-22~")]
    [InlineData("a week ago today", "a week ago today: 2023-05-18..2023-05-19")]
    [InlineData("a week ago on Friday", "a week ago on Friday: 2023-05-19..2023-05-20")]
    [InlineData("a couple of weeks ago", "a couple of weeks ago: 2023-05-01..2023-05-15~")]
    [InlineData("six months ago", "six months ago: 2022-11-01..2022-12-01~")]
    [InlineData("three years ago", "three years ago: 2020-01-01..2021-01-01~")]
    [InlineData("about three years ago", "about three years ago: 2020-01-01..2021-01-01~")]
    [InlineData("more than five years ago", "more than five years ago: 2018-01-01..2019-01-01~")]
    [InlineData("a few years ago", "a few years ago: 2018-01-01..2022-01-01~")]
    [InlineData("2-3 years ago", "2-3 years ago: 2020-01-01..2022-01-01~")]
    [InlineData("twenty-five years ago", "twenty-five years ago: 1998-01-01..1999-01-01~")]
    [InlineData("a year and a half ago", "a year and a half ago: 2021-09-01..2022-02-01~")]
    [InlineData("half a year ago", "half a year ago: 2022-09-01..2023-02-01~")]
    [InlineData("a decade ago", "a decade ago: 2011-01-01..2016-01-01~")]
    [InlineData("three hours ago", "three hours ago: 2023-05-25 11:00..2023-05-25 12:00~")]
    [InlineData("in three days", "in three days: 2023-05-28..2023-05-29")]
    [InlineData("two weeks from now", "two weeks from now: 2023-06-05..2023-06-12~")]
    [InlineData("a week from Saturday", "a week from Saturday: 2023-06-03..2023-06-04~")]
    public void Resolve_Shifts_WidenWithTheUnit(string text, string expected) => TimeTable.Resolve(text).ShouldBe(expected);

    [Theory]
    [InlineData("in 2022", "2022: 2022-01-01..2023-01-01")]
    [InlineData("in May 2023", "May 2023: 2023-05-01..2023-06-01")]
    [InlineData("on 7 May 2023", "7 May 2023: 2023-05-07..2023-05-08")]
    [InlineData("May 7, 2023", "May 7, 2023: 2023-05-07..2023-05-08")]
    [InlineData("the 3rd of June 2021", "the 3rd of June 2021: 2021-06-03..2021-06-04")]
    [InlineData("Dec. 5, 2021", "Dec. 5, 2021: 2021-12-05..2021-12-06")]
    [InlineData("Saturday, 7 May 2022", "Saturday, 7 May 2022: 2022-05-07..2022-05-08")]
    [InlineData("2023-05-07", "2023-05-07: 2023-05-07..2023-05-08")]
    [InlineData("at 2023-05-07T10:30:00", "2023-05-07T10: 2023-05-07..2023-05-08")]
    [InlineData("We moved on 7 May", "7 May: 2023-05-07..2023-05-08")]
    [InlineData("We will move on 7 May", "7 May: 2024-05-07..2024-05-08")]
    [InlineData("I moved here in March", "March: 2023-03-01..2023-04-01")]
    [InlineData("I'm moving to Oslo in June", "June: 2023-06-01..2023-07-01")]
    [InlineData("I met them on the 15th", "the 15th: 2023-05-15..2023-05-16")]
    [InlineData("29 February", "29 February: 2024-02-29..2024-03-01~")]
    [InlineData("in the summer of 2021", "the summer of 2021: 2021-06-01..2021-09-01~")]
    [InlineData("Easter 2024", "Easter 2024: 2024-03-31..2024-04-01")]
    [InlineData("in the 90s", "the 90s: 1990-01-01..2000-01-01~")]
    [InlineData("in the early 1990s", "the early 1990s: 1990-01-01..1993-05-01~")]
    [InlineData("early 2020", "early 2020: 2020-01-01..2020-05-01~")]
    [InlineData("mid-July 2022", "mid-July 2022: 2022-07-11..2022-07-21~")]
    [InlineData("at the end of last year", "the end of last year: 2022-09-01..2023-01-01~")]
    [InlineData("later this month", "later this month: 2023-05-26..2023-06-01~")]
    [InlineData("earlier this week", "earlier this week: 2023-05-22..2023-05-25~")]
    [InlineData("the first weekend of August 2023", "the first weekend of August 2023: 2023-08-05..2023-08-07")]
    [InlineData("the last Friday of June 2023", "the last Friday of June 2023: 2023-06-30..2023-07-01")]
    [InlineData("the third quarter of 2022", "the third quarter of 2022: 2022-07-01..2022-10-01")]
    public void Resolve_Dates_GivesThem(string text, string expected) => TimeTable.Resolve(text).ShouldBe(expected);

    [Theory]
    [InlineData("from May to July 2021", "from May to July 2021: 2021-05-01..2021-08-01")]
    [InlineData("from May to July", "from May to July: 2023-05-01..2023-08-01~")]
    [InlineData("between May and July 2022", "between May and July 2022: 2022-05-01..2022-08-01")]
    [InlineData("from November to January 2022", "from November to January 2022: 2021-11-01..2022-02-01")]
    [InlineData("from 2018 to 2020", "from 2018 to 2020: 2018-01-01..2021-01-01")]
    [InlineData("2018-2020", "2018-2020: 2018-01-01..2021-01-01")]
    [InlineData("June 3-7, 2023", "June 3-7, 2023: 2023-06-03..2023-06-08")]
    [InlineData("3 to 7 June 2023", "3 to 7 June 2023: 2023-06-03..2023-06-08")]
    [InlineData("from the 3rd to the 7th of June 2023", "from the 3rd to the 7th of June 2023: 2023-06-03..2023-06-08")]
    [InlineData("since 2016", "since 2016: 2016-01-01..")]
    [InlineData("since last summer", "since last summer: 2022-06-01..~")]
    [InlineData("since Christmas", "since Christmas: 2022-12-25..")]
    [InlineData("until June 2022", "until June 2022: ..2022-07-01~")]
    [InlineData("before 9 June 2022", "before 9 June 2022: ..2022-06-09")]
    [InlineData("after the 10th of June 2022", "after the 10th of June 2022: 2022-06-11..")]
    [InlineData("I will finish by Friday", "by Friday: ..2023-05-27")]
    [InlineData("around Christmas", "around Christmas: 2022-12-22..2022-12-29~")]
    public void Resolve_RangesAndOpenEnds_KeepsBothAndTheirVagueness(string text, string expected) => TimeTable.Resolve(text).ShouldBe(expected);

    [Theory]
    [InlineData("the week before 9 June 2022", "the week before 9 June 2022: 2022-06-02..2022-06-09")]
    [InlineData("the Sunday before 25 May 2023", "the Sunday before 25 May 2023: 2023-05-21..2023-05-22")]
    [InlineData("the weekend after 9 June 2023", "the weekend after 9 June 2023: 2023-06-10..2023-06-12")]
    [InlineData("the day after Christmas 2021", "the day after Christmas 2021: 2021-12-26..2021-12-27")]
    [InlineData("two days before Christmas 2021", "two days before Christmas 2021: 2021-12-23..2021-12-24")]
    [InlineData("the week of May 8, 2023", "the week of May 8, 2023: 2023-05-08..2023-05-15")]
    [InlineData("the month before June 2022", "the month before June 2022: 2022-05-01..2022-06-01")]
    public void Resolve_TimesToldFromAnother_GivesThem(string text, string expected) => TimeTable.Resolve(text).ShouldBe(expected);

    [Theory]
    [InlineData("1.5 years ago", "1.5 years ago: 2021-09-01..2022-02-01~")]
    [InlineData("one and a half years ago", "one and a half years ago: 2021-09-01..2022-02-01~")]
    [InlineData("a month and a half ago", "a month and a half ago: 2023-03-01..2023-05-01~")]
    [InlineData("two or three weeks ago", "two or three weeks ago: 2023-05-01..2023-05-15~")]
    [InlineData("two Saturdays ago", "two Saturdays ago: 2023-05-13..2023-05-14")]
    [InlineData("a few months back", "a few months back: 2022-12-01..2023-04-01~")]
    [InlineData("30 minutes ago", "30 minutes ago: 2023-05-25 14:00..2023-05-25 14:01~")]
    [InlineData("half an hour ago", "half an hour ago: 2023-05-25 14:00..2023-05-25 15:00~")]
    [InlineData("two weeks from 9 June 2022", "two weeks from 9 June 2022: 2022-06-23..2022-06-24")]
    [InlineData("three weeks after 9 June 2022", "three weeks after 9 June 2022: 2022-06-27..2022-07-04~")]
    [InlineData("a step back", "")]
    public void Resolve_OddQuantities_AreRead(string text, string expected) => TimeTable.Resolve(text).ShouldBe(expected);

    [Theory]
    [InlineData("the first of June 2022", "the first of June 2022: 2022-06-01..2022-06-02")]
    [InlineData("the Fourth of July 2022", "the Fourth of July 2022: 2022-07-04..2022-07-05")]
    [InlineData("on June first 2022", "June first 2022: 2022-06-01..2022-06-02")]
    [InlineData("July 4th weekend", "July 4th weekend: 2023-07-01..2023-07-05~")]
    [InlineData("Thanksgiving weekend", "Thanksgiving weekend: 2022-11-24..2022-11-28~")]
    [InlineData("Easter Sunday", "Easter Sunday: 2023-04-09..2023-04-10~")]
    [InlineData("Christmas Eve", "Christmas Eve: 2022-12-24..2022-12-25~")]
    [InlineData("New Year's Day 2021", "New Year's Day 2021: 2021-01-01..2021-01-02")]
    [InlineData("the night before Christmas 2021", "the night before Christmas 2021: 2021-12-24 18:00..2021-12-25 06:00")]
    [InlineData("the evening of 7 May 2022", "the evening of 7 May 2022: 2022-05-07 17:00..2022-05-07 23:00")]
    [InlineData("the night before last", "the night before last: 2023-05-23 18:00..2023-05-24 06:00")]
    [InlineData("this coming Saturday", "this coming Saturday: 2023-05-27..2023-05-28")]
    [InlineData("last year in May", "last year in May: 2022-05-01..2022-06-01")]
    [InlineData("in May of last year", "May of last year: 2022-05-01..2022-06-01")]
    [InlineData("in May this year", "May this year: 2023-05-01..2023-06-01")]
    [InlineData("from 2019 until now", "from 2019 until now: 2019-01-01..2023-05-26")]
    [InlineData("2019 to present", "2019 to present: 2019-01-01..2023-05-26")]
    [InlineData("June 3 - July 4, 2022", "June 3 - July 4, 2022: 2022-06-03..2022-07-05")]
    [InlineData("the weekend of 3 June 2023", "the weekend of 3 June 2023: 2023-06-03..2023-06-05")]
    [InlineData("the second Tuesday of next month", "the second Tuesday of next month: 2023-06-13..2023-06-14")]
    [InlineData("the last week of May 2022", "the last week of May 2022: 2022-05-25..2022-06-01~")]
    public void Resolve_RarerForms_AreRead(string text, string expected) => TimeTable.Resolve(text).ShouldBe(expected);

    [Fact]
    public void Resolve_SeveralInOneMessage_GivesAllInOrder()
    {
        TimeTable.Resolve("Last week I moved, and in June 2024 we'll marry. Yesterday was calm.").ShouldBe(
            "Last week: 2023-05-15..2023-05-22 | June 2024: 2024-06-01..2024-07-01 | Yesterday: 2023-05-24..2023-05-25");
    }

    [Fact]
    public void Resolve_Mention_HasSpanAndOffsetOfTheReference()
    {
        const string text = "Well, I left in May 2021!";

        var mention = TimeExpressionResolver.Resolve(text, TimeTable.Thursday).ShouldHaveSingleItem();

        text.Substring(mention.Start, mention.Length).ShouldBe("May 2021");
        mention.Range.From.ShouldBe(new DateTimeOffset(2021, 5, 1, 0, 0, 0, TimeSpan.FromHours(2)));
        mention.Range.From!.Value.Offset.ShouldBe(TimeSpan.FromHours(2));
    }

    [Theory]
    [InlineData(2023, 5, 27, "last weekend: 2023-05-20..2023-05-22")]
    [InlineData(2023, 5, 28, "last weekend: 2023-05-20..2023-05-22")]
    [InlineData(2023, 5, 29, "last weekend: 2023-05-27..2023-05-29")]
    public void Resolve_LastWeekend_IsNeverTheRunningOne(int year, int month, int day, string expected) =>
        TimeTable.Resolve("last weekend", new DateTimeOffset(year, month, day, 9, 0, 0, TimeSpan.Zero)).ShouldBe(expected);
}
