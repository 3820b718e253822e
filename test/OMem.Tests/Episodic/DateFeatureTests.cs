using OMem.Episodic;
using OMem.Text;

namespace OMem.Tests.Episodic;

public sealed class DateFeatureTests
{
    [Theory]
    [InlineData("2023-05-07", 1f)]
    [InlineData("2023-05-08", 0.6f)]
    [InlineData("2023-05-17", 0.6f)]
    [InlineData("2023-05-18", 0f)]
    [InlineData("2023-05-01", 0.3f)]
    [InlineData("2023-04-20", 0f)]
    [InlineData("2022-05-07", 0f)]
    public void BestFit_FullDay_FallsWithDistance(string day, float expected) => Fit(Date(2023, 5, 7), day).ShouldBe(expected);

    [Theory]
    [InlineData("2023-05-31", 0.7f)]
    [InlineData("2023-06-10", 0.25f)]
    [InlineData("2023-06-20", 0f)]
    [InlineData("2022-05-31", 0f)]
    public void BestFit_Month_CountsTheTimeJustAfterToo(string day, float expected) => Fit(Date(2023, 5, 0), day).ShouldBe(expected);

    [Theory]
    [InlineData("2021-12-30", 0.3f)]
    [InlineData("2022-01-02", 1f)]
    [InlineData("1999-01-05", 0.6f)]
    public void BestFit_OpenYear_TriesYearsAround(string day, float expected) => Fit(Date(0, 1, 2), day).ShouldBe(expected);

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void BestFit_EndsOfTheCalendar_Work(string day)
    {
        foreach (var clue in new[] { Date(0, 12, 31), Date(0, 2, 29), Date(0, 1, 0), Date(2023, 0, 0), Date(1, 1, 1), Date(9999, 12, 31) })
        {
            Fit(clue, day).ShouldBeInRange(0f, 1f);
        }
    }

    [Fact]
    public void BestFit_SeveralDates_TakesTheBest() =>
        DateFeature.BestFit([Date(2023, 0, 0), Date(2023, 5, 7)], Day("2023-05-07")).ShouldBe(1f);

    private static QuestionTime Date(int year, int month, int day) => new("", 0, 0, year, month, day);

    private static float Fit(QuestionTime clue, string day) => DateFeature.BestFit([clue], Day(day));

    private static int Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).DayNumber;
}
