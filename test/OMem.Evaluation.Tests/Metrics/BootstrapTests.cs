using CsCheck;

namespace OMem.Evaluation.Tests;

public sealed class BootstrapTests
{
    [Fact]
    public void Interval_SameSeed_IsTheSame()
    {
        double[] values = [.. Enumerable.Range(0, 50).Select(i => (double)(i % 3))];

        var first = new Bootstrap(50, 500, seed: 7).Interval(values);

        new Bootstrap(50, 500, seed: 7).Interval(values).ShouldBe(first);
        new Bootstrap(50, 500, seed: 8).Interval(values).ShouldNotBe(first);
    }

    [Fact]
    public void Interval_OfShares_HasTheBinomialWidth()
    {
        double[] values = [.. Enumerable.Range(0, 400).Select(i => i % 2 == 0 ? 1.0 : 0.0)];

        var (low, high) = new Bootstrap(400, 4000, seed: 1).Interval(values);

        // Normal approximation: 0.5 +- 1.96 * 0.5 / 20.
        low.ShouldBe(0.451, 0.006);
        high.ShouldBe(0.549, 0.006);
    }

    [Fact]
    public void Interval_ConstantValues_HasNoWidth() =>
        new Bootstrap(5, 100, seed: 1).Interval([0.25, 0.25, 0.25, 0.25, 0.25]).ShouldBe((0.25, 0.25));

    [Fact]
    public void Interval_AnyValues_StaysInsideTheirRange() =>
        Gen.Double[-1, 1].Array[1, 30].Sample(values =>
        {
            var (low, high) = new Bootstrap(values.Length, 50, seed: 3).Interval(values);
            low.ShouldBeGreaterThanOrEqualTo(values.Min() - 1e-9);
            high.ShouldBeLessThanOrEqualTo(values.Max() + 1e-9);
            low.ShouldBeLessThanOrEqualTo(high);
        });

    [Fact]
    public void Interval_WrongLength_IsAnError() =>
        Should.Throw<ArgumentException>(() => new Bootstrap(3, 10, seed: 1).Interval([1, 2]));
}
