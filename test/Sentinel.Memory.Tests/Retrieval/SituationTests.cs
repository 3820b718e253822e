namespace Sentinel.Memory.Tests.Retrieval;

public sealed class SituationTests
{
    private static readonly int PositionR = StateVector.Names.ToList().IndexOf("position_r");
    private static readonly int Streak = StateVector.Names.ToList().IndexOf("streak");

    [Fact]
    public void Of_UnknownHoldings_LeavesThePositionUnknown()
    {
        var situation = Situation.Of(Make.Snapshot(1), [], null);

        situation.State.Values[PositionR].ShouldBe(double.NaN);
        situation.State.Values[Streak].ShouldBe(double.NaN);
    }

    [Theory]
    [InlineData(0, 100, 100, null, 0)]
    [InlineData(2, 100, 105, 95, 1)]
    [InlineData(2, 100, 95, 95, -1)]
    [InlineData(-2, 100, 90, 105, 2)]
    [InlineData(2, 100, 104, null, 2)]
    [InlineData(2, 100, 104, 101, 2)]
    public void Of_APosition_SaysItInUnitsOfItsRisk(int quantity, int cost, int mark, int? stop, double expected)
    {
        var portfolio = Portfolio() with
        {
            Positions = quantity is 0 ? [] : [new PositionView(Make.Btc, quantity, cost, mark, stop, Make.At(0))],
        };

        Situation.Of(Make.Snapshot(1), [], portfolio).State.Values[PositionR].ShouldBe(expected, 1e-12);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("+", 1)]
    [InlineData("++-", 2)]
    [InlineData("---+", -3)]
    [InlineData("0++", 0)]
    [InlineData("++++++++", 5)]
    public void Of_RecentExits_CountsTheStreak(string exits, double expected)
    {
        var portfolio = Portfolio() with
        {
            RecentExits = [.. exits.Select(exit => new RecentExit(Make.Btc, Make.At(0), exit is '+' ? 1 : exit is '-' ? -1 : 0, false))],
        };

        Situation.Of(Make.Snapshot(1), [], portfolio).State.Values[Streak].ShouldBe(expected);
    }

    private static Portfolio Portfolio() => new() { AsOf = Make.At(1), Cash = 100, Equity = 100, PeakEquity = 100, DayStartEquity = 100 };
}
