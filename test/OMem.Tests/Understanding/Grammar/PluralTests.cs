using OMem.Understanding.Grammar;

namespace OMem.Tests.Understanding.Grammar;

/// <summary>Statements about several relatives at once.</summary>
public sealed class PluralTests
{
    [Theory]
    [InlineData("lives here", "live here")]
    [InlineData("is from Kenya", "are from Kenya")]
    [InlineData("was born here", "were born here")]
    [InlineData("has a dog", "have a dog")]
    [InlineData("does not live here", "do not live here")]
    [InlineData("no longer lives here", "no longer live here")]
    [InlineData("never smokes", "never smoke")]
    [InlineData("always eats late", "always eat late")]
    [InlineData("usually eats late", "usually eat late")]
    [InlineData("used to live here", "used to live here")]
    [InlineData("cannot swim", "cannot swim")]
    [InlineData("no longer", "no longer")]
    public void Plural_Predicate_TurnsItsVerb(string one, string several) => ThirdPerson.Plural(one).ShouldBe(several);

    [Theory]
    [InlineData("My parents live in Turin.", "Alice's parents live in Turin")]
    [InlineData("My parents no longer live in Turin.", "Alice's parents no longer live in Turin")]
    [InlineData("My sons are vegan.", "Alice's sons are vegan")]
    [InlineData("My kids don't like figs.", "Alice's kids do not like figs")]
    [InlineData("My children have a dog.", "Alice's children have a dog")]
    [InlineData("My grandparents are from Kenya.", "Alice's grandparents are from Kenya")]
    [InlineData("My boss lives in Turin.", "Alice's boss lives in Turin")]
    [InlineData("My niece lives in Turin.", "Alice's niece lives in Turin")]
    public async Task Read_Relatives_TakeTheVerbOfTheirNumber(string text, string expected) =>
        (await Reading.ReadAsync(text)).Attributes.Where(attribute => attribute.Subject != "Alice").ShouldHaveSingleItem().Text.ShouldBe(expected);

    [Fact]
    public async Task Read_EventOfRelatives_TakesThePluralVerb() =>
        (await Reading.ReadAsync("My parents are visiting Oslo next week.")).Facts.ShouldHaveSingleItem().Text.ShouldBe("Alice's parents are visiting Oslo");

    [Theory]
    [InlineData("My sister lives in Ulm and works at Ikea.", "Alice's sister lives in Ulm", "Alice's sister works at Ikea")]
    [InlineData("My mum likes stews and loves pies.", "Alice's mum likes stews", "Alice's mum loves pies")]
    [InlineData("My brother loves hikes and plays.", "Alice's brother loves hikes")]
    public async Task Read_SecondVerbOfARelative_SharesTheSubject(string text, params string[] expected) =>
        (await Reading.ReadAsync(text)).Attributes.Where(attribute => attribute.Subject != "Alice").Select(attribute => attribute.Text).ShouldBe(expected);
}
