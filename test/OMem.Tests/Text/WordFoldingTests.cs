using CsCheck;
using OMem.Text;

namespace OMem.Tests.Text;

public sealed class WordFoldingTests
{
    [Fact]
    public void FoldSimple_EveryCharacter_AgreesWithFullFolding()
    {
        for (var c = '\0'; c < char.MaxValue; c++)
        {
            var isWordPart = WordCharacter.At([c], 0, out _) is not (WordCharacterKind.Other or WordCharacterKind.Ignorable);
            if (isWordPart && WordFolding.FoldSimple(c) is var simple && simple != '\0')
            {
                simple.ToString().ShouldBe(WordFolding.FoldFully([c]), $"U+{(int)c:X4}");
            }
        }
    }

    [Fact]
    public void Fold_WordOfSimpleLetters_AgreesWithFullFolding()
    {
        var simple = Enumerable.Range(1, char.MaxValue).Select(i => (char)i)
            .Where(c => WordFolding.FoldSimple(c) != '\0' && WordCharacter.At([c], 0, out _) != WordCharacterKind.Other).ToArray();

        Gen.Int[0, simple.Length - 1].Select(i => simple[i]).Array[1, 12].Select(letters => new string(letters))
            .Sample(word => WordFolding.Fold(word).ShouldBe(WordFolding.FoldFully(word)));
    }

    [Theory]
    [InlineData("ĲSBEER", "ijsbeer")]
    [InlineData("ſecret", "secret")]
    [InlineData("ŉ", "'n")]
    [InlineData("\u212Aelvin", "kelvin")]
    public void Fold_CompatibilityLetters_AreTakenApart(string word, string expected) => WordFolding.Fold(word).ShouldBe(expected);
}
