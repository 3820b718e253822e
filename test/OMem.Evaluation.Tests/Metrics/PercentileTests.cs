namespace OMem.Evaluation.Tests;

public sealed class PercentileTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 2.5)]
    [InlineData(0.95, 3.85)]
    [InlineData(1, 4)]
    public void Of_Shares_Interpolates(double share, double expected) =>
        Percentile.Of([1, 2, 3, 4], share).ShouldBe(expected, 1e-12);

    [Fact]
    public void Of_SingleValue_IsThatValue() => Percentile.Of([7], 0.3).ShouldBe(7);
}
