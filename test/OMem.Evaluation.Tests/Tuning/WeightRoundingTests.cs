namespace OMem.Evaluation.Tests;

public sealed class WeightRoundingTests
{
    [Theory]
    [InlineData(0.13, 0.15f)]
    [InlineData(-0.12, -0.1f)]
    [InlineData(0.99, 1f)]
    [InlineData(1.1, 1f)]
    [InlineData(1.13, 1.25f)]
    [InlineData(-2.4, -2.5f)]
    [InlineData(-0.001, 0f)]
    public void Round_Magnitudes_HaveTheirStep(double weight, float expected)
    {
        var rounded = WeightRounding.Round([weight]).ShouldHaveSingleItem();

        rounded.ShouldBe(expected);
        float.IsNegative(rounded).ShouldBe(expected < 0);
    }
}
