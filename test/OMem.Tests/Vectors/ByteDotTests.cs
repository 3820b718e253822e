using CsCheck;
using OMem.Vectors;

namespace OMem.Tests.Vectors;

public sealed class ByteDotTests
{
    [Fact]
    public void Of_AnyBytes_EqualsThePlainSum() => Gen.SByte.Array[0, 100].SelectMany(left => Gen.SByte.Array[left.Length].Select(right => (left, right))).Sample(rows =>
    {
        var plain = rows.left.Zip(rows.right, (x, y) => (long)x * y).Sum();
        ByteDot.Of(rows.left, rows.right).ShouldBe(plain);
        ByteDot.Portable(rows.left, rows.right).ShouldBe((int)plain);
    });

    [Theory]
    [InlineData(1 << 15)]
    [InlineData((1 << 15) + 1)]
    [InlineData(200_003)]
    public void Of_ExtremeBytesOfAnyLength_DoesNotOverflow(int length)
    {
        var lowest = new sbyte[length];
        Array.Fill(lowest, sbyte.MinValue);
        ByteDot.Of(lowest, lowest).ShouldBe(length * 16384L);
    }
}
