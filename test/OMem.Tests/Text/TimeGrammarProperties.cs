using CsCheck;
using OMem.Text;
using OMem.Text.Times;

namespace OMem.Tests.Text;

/// <summary>Random sentences of nothing but time words: where rules meet that were not written for each other.</summary>
public sealed class TimeGrammarProperties
{
    private static readonly string[] Words =
        """
        the a last this next past coming first second third week weekend month year day days weeks years ago before after of in on at from to and until
        since between around about early late mid end May may March June 7 7th 31 2022 1999 Saturday Fri Christmas Easter summer winter
        yesterday today tomorrow night morning 5pm 5:30 few couple two three half now other recently by till through - , . went will
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

    private static readonly Gen<string> Soup =
        Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[1, 15].Select(words => string.Join(' ', words));

    private static readonly DateTimeOffset Reference = TimeTable.Thursday;

    [Fact]
    public void Resolve_WordsOfTime_GivesRangesInOrder() => Soup.Sample(text =>
    {
        foreach (var (_, _, _, range) in TimeExpressionResolver.Resolve(text, Reference))
        {
            (range.From ?? DateTimeOffset.MinValue).ShouldBeLessThan(range.To ?? DateTimeOffset.MaxValue);
        }
    });

    [Fact]
    public void TryRead_AnyToken_BeginsOnlyAtAStarter() => Soup.Sample(source =>
    {
        var text = new TimeText(source, source.Length);
        var context = new TimeContext(text, Reference.DateTime.Ticks / TimeSpan.TicksPerMinute);
        for (var run = 0; run < text.Tokens.Count;)
        {
            var end = text.EnterRun(run);
            for (var at = run; at < end; at++)
            {
                if (TimeGrammar.TryRead(context, at, out var next, out _))
                {
                    TimeStarters.Contains(text.Word(at)).ShouldBeTrue(text.Word(at));
                    next.ShouldBeInRange(at + 1, end);
                }
            }

            run = end;
        }
    });

    [Fact]
    public void Resolve_SentenceBefore_MovesTheSpansOnly() => Soup.Sample(text =>
    {
        const string before = "It is so. ";

        var alone = TimeExpressionResolver.Resolve(text, Reference);
        var second = TimeExpressionResolver.Resolve(before + text, Reference);

        second.ShouldBe(alone.Select(mention => mention with { Start = mention.Start + before.Length }));
    });

    [Fact]
    public void Resolve_OtherOffset_GivesTheSameLocalTimes() => Gen.Select(Soup, Gen.Int[-14, 14]).Sample((text, hours) =>
    {
        var offset = TimeSpan.FromHours(hours);
        var elsewhere = new DateTimeOffset(Reference.DateTime, offset);

        TimeTable.Resolve(text, elsewhere).ShouldBe(TimeTable.Resolve(text, Reference));
    });

    [Fact]
    public void Resolve_FourHundredYearsLater_RelativeTimesMoveAlong() => Gen.Int[0, Words.Length - 1].Select(i => Words[i])
        .Where(word => word.Length < 4 || !char.IsAsciiDigit(word[0])).Where(word => word is not "Easter").Array[1, 12].Select(words => string.Join(' ', words))
        .Sample(text =>
        {
            // The Gregorian calendar repeats itself, weekdays included, after 400 years.
            var later = new DateTimeOffset(Reference.DateTime.AddYears(400), Reference.Offset);

            var now = TimeExpressionResolver.Resolve(text, Reference);
            var then = TimeExpressionResolver.Resolve(text, later);

            then.Select(Shift).ShouldBe(now.Select(mention => (mention.Text, mention.Range)));
        });

    private static (string Text, TimeRange Range) Shift(TimeMention mention) =>
        (mention.Text, mention.Range with { From = mention.Range.From?.AddYears(-400), To = mention.Range.To?.AddYears(-400) });
}
