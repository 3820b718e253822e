namespace OMem.Evaluation.Tests;

public sealed class TimeGapTests
{
    private static readonly DateTimeOffset Asked = new(2023, 7, 31, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("two weeks later", "2023-07-17")]
    [InlineData("about six weeks later", "2023-06-19")]
    [InlineData("around one month later", "2023-06-30")]
    [InlineData("a couple of months later", "2023-05-31")]
    [InlineData("a few weeks later", "2023-07-10")]
    [InlineData("several years later", "2018-07-31")]
    [InlineData("a year after", "2022-07-31")]
    [InlineData("10 days later", "2023-07-21")]
    public void Before_Words_GoesBack(string gap, string day) =>
        TimeGap.Before(Asked, gap).ShouldNotBeNull().Date.ShouldBe(DateTime.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("some day")]
    [InlineData("umpteen months later")]
    [InlineData("5000 years later")]
    public void Before_OtherWords_IsNull(string gap) => TimeGap.Before(Asked, gap).ShouldBeNull();
}
