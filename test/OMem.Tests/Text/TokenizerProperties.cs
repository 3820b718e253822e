using System.Globalization;
using CsCheck;
using OMem.Text;

namespace OMem.Tests.Text;

public sealed class TokenizerProperties
{
    private static readonly Gen<string> Anything = HostileText.Any;

    [Fact]
    public void Tokenize_AnyString_GivesOrderedSpansInsideIt() => Anything.Sample(text =>
    {
        var previous = 0;
        foreach (var token in Tokenizer.Tokenize(text))
        {
            token.Start.ShouldBeGreaterThanOrEqualTo(previous);
            token.Length.ShouldBeInRange(1, Tokenizer.MaxWordLength);
            (token.Start + token.Length).ShouldBeLessThanOrEqualTo(text.Length);
            token.Text.ShouldNotBeEmpty();
            previous = token.Start;
        }
    });

    [Fact]
    public void Tokenize_AnyString_GivesWordsThatStoresAndIndexesCanHold() => Anything.Sample(text =>
    {
        foreach (var token in Tokenizer.Tokenize(text))
        {
            token.Text.ShouldNotContain(' ');
            token.Text.IsNormalized().ShouldBeTrue();
            token.Text.EnumerateRunes().ShouldAllBe(rune => rune.Value != 0xFFFD);
        }
    });

    [Fact]
    public void Tokenize_AnyCulture_GivesTheSame() => Anything.Sample(text =>
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            var expected = Tokenizer.Tokenize(text);
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Tokenizer.Tokenize(text).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    });

    [Fact]
    public void Tokenize_UpperAndLowerCaseOfAscii_GiveTheSameWords() =>
        Gen.String[Gen.Char[' ', '~'], 0, 80].Sample(text =>
            Texts(text.ToUpperInvariant()).ShouldBe(Texts(text.ToLowerInvariant())));

    [Fact]
    public void Tokenize_TwoTextsJoinedBySpace_GivesTheWordsOfBoth() =>
        Gen.Select(Anything, Anything).Sample((left, right) =>
            Texts(left + " " + right).ShouldBe(Texts(left).Concat(Texts(right))));

    private static List<string> Texts(string text) => Tokenizer.Tokenize(text).ConvertAll(token => token.Text);
}
