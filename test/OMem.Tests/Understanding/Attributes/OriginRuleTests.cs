namespace OMem.Tests.Understanding.Attributes;

/// <summary>Where people come from.</summary>
public sealed class OriginRuleTests
{
    private static readonly string[] Aspects = ["origin", "birthplace", "childhood home"];

    [Theory]
    [InlineData("I was born in Lagos.", "birthplace:Lagos", "Alice was born in Lagos")]
    [InlineData("I was born and raised in Quito.", "birthplace:Quito", "Alice was born in Quito")]
    [InlineData("I come from Malta.", "origin:Malta", "Alice is from Malta")]
    [InlineData("I'm from Ghana.", "origin:Ghana", "Alice is from Ghana")]
    [InlineData("I'm originally from Ghana.", "origin:Ghana", "Alice is from Ghana")]
    [InlineData("I grew up in Lagos.", "childhood home:Lagos", "Alice grew up in Lagos")]
    [InlineData("I'm from the Netherlands.", "origin:the Netherlands", "Alice is from the Netherlands")]
    public Task Read_Origin_GivesThePlace(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("My dad is from Kenya.", "origin:Kenya", "Alice's dad is from Kenya")]
    [InlineData("My grandmother grew up in Minsk.", "childhood home:Minsk", "Alice's grandmother grew up in Minsk")]
    public Task Read_RelativesOrigin_IsAboutThem(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I was born in May.")]
    [InlineData("I was born in 1990.")]
    [InlineData("I grew up in a hurry.")]
    [InlineData("I came from work.")]
    [InlineData("I'm not from Ghana.")]
    [InlineData("I was from Ghana.")]
    public Task Read_NoPlace_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("She is from Kenya.")]
    [InlineData("Am I from Kenya?")]
    [InlineData("If I was born in Lagos, I'd know.")]
    [InlineData("He says I'm from Kenya.")]
    [InlineData("I could be from Kenya.")]
    public Task Read_NotTheSpeakersClaim_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("I was born in Lagos.")]
    [InlineData("I'm from Ghana.")]
    [InlineData("I grew up in Lagos.")]
    public Task Read_Origin_HoldsOneAtATime(string text) => Statement.ExclusiveAsync(text, Aspects, true);
}
