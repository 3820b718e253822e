using System.Globalization;
using CsCheck;
using OMem.Text;

namespace OMem.Tests.Text;

public sealed class TimeExpressionProperties
{
    private static readonly Gen<DateTimeOffset> Reference = Gen.Select(
        Gen.OneOf(Gen.Long[0, DateTime.MaxValue.Ticks], Gen.Long[0, TimeSpan.TicksPerDay * 400], Gen.Long[DateTime.MaxValue.Ticks - (TimeSpan.TicksPerDay * 400), DateTime.MaxValue.Ticks]),
        Gen.Int[-14, 14])
        .Select((ticks, hours) =>
        {
            var offset = TimeSpan.FromHours(hours);
            var lowest = Math.Max(0, offset.Ticks);
            var highest = DateTime.MaxValue.Ticks + Math.Min(0, offset.Ticks);
            return new DateTimeOffset(Math.Clamp(ticks, lowest, highest), offset);
        });

    [Fact]
    public void Resolve_AnyTextAndReference_GivesOrderedMentionsInsideIt() =>
        Gen.Select(HostileText.Any, Reference).Sample((text, reference) =>
        {
            var end = 0;
            foreach (var mention in TimeExpressionResolver.Resolve(text, reference))
            {
                mention.Start.ShouldBeGreaterThanOrEqualTo(end);
                mention.Length.ShouldBePositive();
                end = mention.Start + mention.Length;
                end.ShouldBeLessThanOrEqualTo(text.Length);
                mention.Text.ShouldBe(text.Substring(mention.Start, mention.Length));
                var (from, to, _) = mention.Range;
                (from is not null || to is not null).ShouldBeTrue();
                (from ?? DateTimeOffset.MinValue).ShouldBeLessThan(to ?? DateTimeOffset.MaxValue);
                (from ?? to)!.Value.Offset.ShouldBe(reference.Offset);
            }
        });

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void Resolve_OtherCulture_GivesTheSame(string name)
    {
        const string text = "In May 2021, last FRIDAY, IN JUNE 2022, 5/17/2023, Q3 2022, yesterday at 5pm and the Sunday before 25 May";
        var expected = TimeTable.Resolve(text);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
            TimeTable.Resolve(text).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Resolve_ExtremeReferences_ClampsAndNeverThrows()
    {
        const string text = "yesterday tomorrow, last year, next year, three years ago. In two decades, since last summer, next weekend, last Christmas, on 5/17/2023";

        TimeTable.Resolve(text, DateTimeOffset.MinValue).ShouldNotBeNull();
        TimeTable.Resolve(text, DateTimeOffset.MaxValue).ShouldNotBeNull();
        TimeTable.Resolve("yesterday", DateTimeOffset.MinValue).ShouldBeEmpty();
        TimeTable.Resolve("tomorrow", DateTimeOffset.MaxValue).ShouldBeEmpty();
        TimeExpressionResolver.Resolve("this year", DateTimeOffset.MaxValue).ShouldHaveSingleItem().Range.To.ShouldBe(DateTimeOffset.MaxValue);
        TimeExpressionResolver.Resolve("today", DateTimeOffset.MinValue).ShouldHaveSingleItem().Range.From.ShouldBe(DateTimeOffset.MinValue);
    }

    [Fact]
    public void Resolve_HugeText_LooksAtItsBeginningOnly()
    {
        var text = string.Concat(Enumerable.Repeat("yesterday ", 105_000));

        var mentions = TimeExpressionResolver.Resolve(text, TimeTable.Thursday);

        mentions.Count.ShouldBe(TimeExpressionResolver.MaxLength / "yesterday ".Length);
    }

    [Theory]
    [InlineData("the the the since since from from between ")]
    [InlineData("the end of the end of early late ")]
    [InlineData("two or three or four weeks and a half ")]
    [InlineData("1/2/2023.4/5/2024-")]
    [InlineData("the day before the day after ")]
    [InlineData("5:30:20:10 pm am ")]
    [InlineData("Alice Day Bob Day ")]
    public void Resolve_RepeatedFragments_EndsAndStaysInOrder(string fragment)
    {
        var text = string.Concat(Enumerable.Repeat(fragment, 3_000));

        var mentions = TimeExpressionResolver.Resolve(text, TimeTable.Thursday);

        mentions.Zip(mentions.Skip(1)).ShouldAllBe(pair => pair.First.Start + pair.First.Length <= pair.Second.Start);
    }
}
