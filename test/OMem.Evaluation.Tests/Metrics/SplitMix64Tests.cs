namespace OMem.Evaluation.Tests;

public sealed class SplitMix64Tests
{
    [Fact]
    public void Next_PublishedSeed_GivesThePublishedNumbers()
    {
        // First outputs for seed 1234567 in the public reference vectors of the algorithm.
        var random = new SplitMix64(1234567);

        random.Next().ShouldBe(6457827717110365317UL);
        random.Next().ShouldBe(3203168211198807973UL);
        random.Next().ShouldBe(9817491932198370423UL);
    }

    [Fact]
    public void Below_ManyDraws_AreInsideAndSpread()
    {
        var random = new SplitMix64(1);
        var counts = new int[7];
        for (var i = 0; i < 7000; i++)
        {
            counts[random.Below(7)]++;
        }

        counts.ShouldAllBe(c => c > 850 && c < 1150);
    }

    [Fact]
    public void Unit_ManyDraws_AreBelowOne()
    {
        var random = new SplitMix64(1);
        for (var i = 0; i < 1000; i++)
        {
            random.Unit().ShouldBeInRange(0, 0.9999999999999999);
        }
    }
}
