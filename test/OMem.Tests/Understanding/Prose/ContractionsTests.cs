using OMem.Understanding.Prose;

namespace OMem.Tests.Understanding.Prose;

/// <summary>Short forms as the words they stand for.</summary>
public sealed class ContractionsTests
{
    [Theory]
    [InlineData("don't", "do not")]
    [InlineData("doesn't", "does not")]
    [InlineData("can't", "can not")]
    [InlineData("cannot", "can not")]
    [InlineData("won't", "will not")]
    [InlineData("ain't", "am not")]
    [InlineData("i'm", "i am")]
    [InlineData("im", "i am")]
    [InlineData("we're", "we are")]
    [InlineData("i've", "i have")]
    [InlineData("they'll", "they will")]
    [InlineData("i'd", "i 'd")]
    [InlineData("gonna", "going to")]
    [InlineData("it's", "it is")]
    [InlineData("name's", "name is")]
    [InlineData("anna's", "anna's")]
    [InlineData("favorite", "favourite")]
    [InlineData("u", "you")]
    [InlineData("plain", "plain")]
    [InlineData("'d", "'d")]
    [InlineData("n't", "n't")]
    [InlineData("", "")]
    public void Expand_Token_GivesItsWords(string token, string expected) => string.Join(' ', Contractions.Expand(token).ToArray()).ShouldBe(expected);
}
