using OMem.Text;

namespace OMem.Tests.Text;

public sealed class WordCharacterTests
{
    [Theory]
    [InlineData("a", "Letter", 1)]
    [InlineData("7", "Letter", 1)]
    [InlineData("é", "Letter", 1)]
    [InlineData("Ⅳ", "Letter", 1)]
    [InlineData("\u0301", "Mark", 1)]
    [InlineData("'", "Apostrophe", 1)]
    [InlineData("’", "Apostrophe", 1)]
    [InlineData("ʼ", "Apostrophe", 1)]
    [InlineData("\u200D", "Ignorable", 1)]
    [InlineData("\u00AD", "Ignorable", 1)]
    [InlineData("\uFE0F", "Ignorable", 1)]
    [InlineData("\u200B", "Other", 1)]
    [InlineData(" ", "Other", 1)]
    [InlineData("_", "Other", 1)]
    [InlineData("½", "Other", 1)]
    [InlineData("\uD83D\uDE00", "Other", 2)]
    [InlineData("\uD83D", "Other", 1)]
    [InlineData("\uDE00", "Other", 1)]
    [InlineData("\uD83Dx", "Other", 1)]
    [InlineData("\U0001D400", "Letter", 2)]
    [InlineData("\U00020000", "Unspaced", 2)]
    [InlineData("漢", "Unspaced", 1)]
    [InlineData("ー", "Unspaced", 1)]
    [InlineData("々", "Unspaced", 1)]
    [InlineData("한", "Unspaced", 1)]
    [InlineData("\u1161", "Mark", 1)]
    [InlineData("\uFF9E", "Mark", 1)]
    [InlineData("ไ", "Unspaced", 1)]
    [InlineData("ຂ", "Unspaced", 1)]
    [InlineData("က", "Unspaced", 1)]
    [InlineData("ក", "Unspaced", 1)]
    [InlineData("๕", "Letter", 1)]
    [InlineData("\u0E35", "Mark", 1)]
    [InlineData("\U000E0100", "Ignorable", 2)]
    public void At_Character_HasItsKindAndWidth(string text, string expected, int width)
    {
        WordCharacter.At(text, 0, out var actual).ShouldBe(Enum.Parse<WordCharacterKind>(expected));
        actual.ShouldBe(width);
    }
}
