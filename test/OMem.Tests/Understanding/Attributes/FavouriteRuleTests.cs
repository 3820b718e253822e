namespace OMem.Tests.Understanding.Attributes;

/// <summary>What people like best of a kind.</summary>
public sealed class FavouriteRuleTests
{
    private static readonly string[] Aspects = ["favourite"];

    [Theory]
    [InlineData("My favourite season is autumn.", "favourite season:autumn", "Alice's favourite season is autumn")]
    [InlineData("My favorite dish is goulash.", "favourite dish:goulash", "Alice's favourite dish is goulash")]
    [InlineData("My all-time favourite film is Amelie.", "favourite film:Amelie", "Alice's favourite film is Amelie")]
    [InlineData("My absolute favourite tree is the birch.", "favourite tree:birch", "Alice's favourite tree is birch")]
    [InlineData("My new favourite cafe is Blue Door.", "favourite cafe:Blue Door", "Alice's favourite cafe is Blue Door")]
    [InlineData("Lavender is my favourite scent.", "favourite scent:lavender", "Alice's favourite scent is lavender")]
    [InlineData("The Hobbit isn't bad, but my favourite book is Emma.", "favourite book:Emma", "Alice's favourite book is Emma")]
    public Task Read_FavouriteOfAKind_GivesKindAndValue(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("My favourite dish was goulash.", "<favourite dish:goulash", "Alice's favourite dish was goulash")]
    [InlineData("My favourite band isn't Queen.", "-favourite band:Queen", "Alice's favourite band is not Queen")]
    public Task Read_PastOrDenied_SaysSo(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("My favourite thing is sleeping in.")]
    [InlineData("My favourite part was the end.")]
    [InlineData("My favourite dish is this.")]
    [InlineData("That is my favourite.")]
    [InlineData("Her favourite drink is cocoa.")]
    [InlineData("She said her favourite drink is cocoa.")]
    [InlineData("My sister's favourite colour is teal.")]
    public Task Read_NoFavouriteOfTheSpeaker_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("Is my favourite colour blue?")]
    [InlineData("What is my favourite colour?")]
    [InlineData("If my favourite team is out, I stop watching.")]
    [InlineData("My favourite colour could be blue.")]
    public Task Read_QuestionOrGuess_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("My favourite season is autumn.")]
    [InlineData("Lavender is my favourite scent.")]
    public Task Read_FavouriteOfAKind_HoldsOneAtATime(string text) => Statement.ExclusiveAsync(text, Aspects, true);
}
