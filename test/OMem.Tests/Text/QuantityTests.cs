using OMem.Text.Times;

namespace OMem.Tests.Text;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("a", 1, 1, 1)]
    [InlineData("three", 3, 3, 1)]
    [InlineData("12", 12, 12, 1)]
    [InlineData("a couple of", 2, 3, 3)]
    [InlineData("a couple", 2, 3, 2)]
    [InlineData("couple of", 2, 3, 2)]
    [InlineData("a few", 2, 5, 2)]
    [InlineData("a few more", 2, 5, 3)]
    [InlineData("several", 3, 7, 1)]
    [InlineData("a dozen", 12, 12, 2)]
    [InlineData("half a", 0.5, 0.5, 2)]
    [InlineData("two and a half", 2.5, 2.5, 4)]
    [InlineData("1.5", 1.5, 1.5, 2)]
    [InlineData("two or three", 2, 3, 3)]
    [InlineData("2-3", 2, 3, 2)]
    [InlineData("2 to 3", 2, 3, 3)]
    [InlineData("three or two", 3, 3, 1)]
    [InlineData("twenty-five", 25, 25, 2)]
    [InlineData("twenty five", 25, 25, 2)]
    [InlineData("twenty a", 20, 20, 1)]
    public void TryRead_Words_GivesBoundsAndLength(string words, double low, double high, int length)
    {
        Quantity.TryRead(Text(words), 0, out var quantity).ShouldBeTrue();

        quantity.ShouldBe(new Quantity(length, low, high));
    }

    [Theory]
    [InlineData("many")]
    [InlineData("12345")]
    [InlineData("x")]
    public void TryRead_NoQuantity_IsFalse(string words) => Quantity.TryRead(Text(words), 0, out _).ShouldBeFalse();

    [Theory]
    [InlineData("1.5")]
    [InlineData("1,5")]
    [InlineData("1/5")]
    public void TryRead_SecondHalfOfANumber_IsFalse(string words) => Quantity.TryRead(Text(words), 1, out _).ShouldBeFalse();

    [Fact]
    public void IsExact_OneWholeNumberOnly_IsTrue()
    {
        new Quantity(0, 2, 2).IsExact.ShouldBeTrue();
        new Quantity(0, 2, 3).IsExact.ShouldBeFalse();
        new Quantity(0, 0.5, 0.5).IsExact.ShouldBeFalse();
    }

    private static TimeText Text(string words)
    {
        var text = new TimeText(words, words.Length);
        text.EnterRun(0);
        return text;
    }
}
