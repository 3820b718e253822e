using CsCheck;
using OMem.Text;

namespace OMem.Tests.Text;

public sealed class QuestionTimesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("What did Anna do in May 2023?", "May 2023=2023-5-0")]
    [InlineData("what did anna do in may?", "may=0-5-0")]
    [InlineData("What happened on 7 May?", "7 May=0-5-7")]
    [InlineData("What happened on May 7th, 2022?", "May 7th, 2022=2022-5-7")]
    [InlineData("What happened on the 7th of May 2022?", "the 7th of May 2022=2022-5-7")]
    [InlineData("Where was she in 2022?", "2022=2022-0-0")]
    [InlineData("How was the 2022 trip?", "2022=2022-0-0")]
    [InlineData("Between June and August 2021?", "June=0-6-0 | August 2021=2021-8-0")]
    [InlineData("What was said on 2023-05-07?", "2023-05-07=2023-5-7")]
    [InlineData("Did they meet in December?", "December=0-12-0")]
    [InlineData("What may Anna like? Did they march?", "")]
    [InlineData("What did she do last year or yesterday?", "")]
    [InlineData("Who won $2022, 12,022 points and 2022 medals in 3.2022 hours?", "")]
    [InlineData("What happened on 31 February 2021?", "2021=2021-0-0")]
    public void Read_Question_GivesItsDates(string question, string expected) =>
        string.Join(" | ", QuestionTimes.Read(question).Select(time => $"{time.Text}={time.Year}-{time.Month}-{time.Day}")).ShouldBe(expected);

    [Theory]
    [InlineData("on 7 May 2022", nameof(DatePrecision.Day))]
    [InlineData("on 7 May", nameof(DatePrecision.Day))]
    [InlineData("in May", nameof(DatePrecision.Month))]
    [InlineData("in May 2022", nameof(DatePrecision.Month))]
    [InlineData("in 2022", nameof(DatePrecision.Year))]
    public void Precision_Date_IsThatOfItsFinestPart(string question, string expected) =>
        QuestionTimes.Read(question).ShouldHaveSingleItem().Precision.ShouldBe(Enum.Parse<DatePrecision>(expected));

    [Fact]
    public void ToMention_YearKnown_HasItsRangeInUtc()
    {
        var mention = QuestionTimes.Read("So, in May 2022?")[0].ToMention();

        mention.ShouldBe(new TimeMention("May 2022", 7, 8, new TimeRange(
            new DateTimeOffset(2022, 5, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2022, 6, 1, 0, 0, 0, TimeSpan.Zero))));
    }

    [Fact]
    public void ToMention_YearUnknown_IsOpenAndApproximate() =>
        QuestionTimes.Read("in May")[0].ToMention().Range.ShouldBe(new TimeRange(null, null, Approximate: true));

    [Fact]
    public void Read_AnyString_GivesOrderedSpansInsideIt() => HostileText.Any.Sample(question =>
    {
        var end = 0;
        foreach (var time in QuestionTimes.Read(question))
        {
            time.Start.ShouldBeGreaterThanOrEqualTo(end);
            end = time.Start + time.Length;
            question.Substring(time.Start, time.Length).ShouldBe(time.Text);
            time.ToMention().Range.ShouldNotBeNull();
        }
    });
}
