namespace OMem.Evaluation.Tests;

public sealed class PositiveDefiniteTests
{
    [Fact]
    public void Solve_HandComputed_Matches()
    {
        // 4x + 2y = 10, 2x + 3y = 9 -> x = 1.5, y = 2. Only the lower triangle is read.
        var solution = PositiveDefinite.Solve(new double[,] { { 4, 99 }, { 2, 3 } }, [10, 9]);

        solution[0].ShouldBe(1.5, 1e-12);
        solution[1].ShouldBe(2, 1e-12);
    }

    [Fact]
    public void Solve_NotPositiveDefinite_IsAnError()
    {
        Should.Throw<ArithmeticException>(() => PositiveDefinite.Solve(new double[,] { { 1, 0 }, { 2, 1 } }, [1, 1]));
        Should.Throw<ArithmeticException>(() => PositiveDefinite.Solve(new double[,] { { double.NaN } }, [1]));
    }
}
