using OMem.Text;

namespace OMem.Tests.Text;

public sealed class TokenEstimateTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("abcd", 1)]
    [InlineData("abcde", 2)]
    [InlineData("😀😀", 1)]
    public void Count_Text_IsQuarterOfItsUnitsRoundedUp(string text, int expected) => TokenEstimate.Count(text).ShouldBe(expected);

    [Fact]
    public void Count_LargestLength_DoesNotOverflow() => TokenEstimate.Count(int.MaxValue).ShouldBe(536_870_912);
}
