namespace OMem.Tests.Understanding.Attributes;

/// <summary>Favourites that are named first.</summary>
public sealed class FavouriteMentionsTests
{
    private static readonly string[] Aspects = ["preference"];

    [Theory]
    [InlineData("Rowing is my passion.", "preference:rowing", "Alice loves rowing")]
    [InlineData("Rowing is my hobby.", "preference:rowing", "Alice loves rowing")]
    [InlineData("Poppies are one of my favourite flowers.", "preference:poppies", "Alice loves poppies")]
    [InlineData("Poppies are definitely my favourite.", "preference:poppies", "Alice loves poppies")]
    [InlineData("Rainy days are still one of my favourites.", "preference:rainy days", "Alice loves rainy days")]
    [InlineData("Honestly, mango sorbet is my favourite thing.", "preference:mango sorbet", "Alice loves mango sorbet")]
    public Task Read_FavouriteFirst_IsLiked(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("Rowing was my passion.")]
    [InlineData("Is rowing my passion?")]
    [InlineData("It is my passion.")]
    [InlineData("He is my favourite.")]
    [InlineData("The end is my favourite part.")]
    [InlineData("They are one of my favourites.")]
    [InlineData("Rowing is her passion.")]
    public Task Read_NotNamedOrNotNow_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);
}
