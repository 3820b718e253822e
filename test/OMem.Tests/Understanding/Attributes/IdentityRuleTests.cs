namespace OMem.Tests.Understanding.Attributes;

/// <summary>Name, age and birthday.</summary>
public sealed class IdentityRuleTests
{
    private static readonly string[] Aspects = ["name", "nickname", "birthday", "age"];

    [Theory]
    [InlineData("My name is Ines Duarte.", "name:Ines Duarte", "Alice's name is Ines Duarte")]
    [InlineData("My name's Ines.", "name:Ines", "Alice's name is Ines")]
    [InlineData("My full name is Ines Maria Duarte.", "name:Ines Maria Duarte", "Alice's full name is Ines Maria Duarte")]
    [InlineData("My nickname is Bee.", "nickname:Bee", "Alice's nickname is Bee")]
    [InlineData("I'm 29.", "age:29", "Alice is 29 years old")]
    [InlineData("I'm 29 years old.", "age:29", "Alice is 29 years old")]
    [InlineData("I turned 30 yesterday.", "age:30", "Alice is 30 years old")]
    [InlineData("My birthday is 12 June.", "birthday:12 June", "Alice's birthday is on 12 June")]
    [InlineData("My birthday is on June 12th.", "birthday:June 12th", "Alice's birthday is on June 12th")]
    public Task Read_Identity_GivesIt(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("My daughter is 7.", "age:7", "Alice's daughter is 7 years old")]
    [InlineData("My daughter turned 8 last week.", "age:8", "Alice's daughter is 8 years old")]
    [InlineData("My aunt Ruth is 81 years old.", "age:81", "Alice's aunt (Ruth) is 81 years old")]
    public Task Read_RelativesAge_IsAboutThem(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("My name isn't Ines.")]
    [InlineData("My name was Ines.")]
    [InlineData("My name is unusual.")]
    [InlineData("My birthday is soon.")]
    [InlineData("I'm 150.")]
    [InlineData("I was 29.")]
    [InlineData("I'm not 29.")]
    [InlineData("I'm 5 minutes away.")]
    [InlineData("I'm 10 km from home.")]
    public Task Read_NoIdentity_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("Her name is Ines.")]
    [InlineData("Is my name Ines?")]
    [InlineData("Am I 29?")]
    [InlineData("I wish I was 29.")]
    [InlineData("She says I'm 29.")]
    [InlineData("She is 29.")]
    [InlineData("If I am 29, so are you.")]
    public Task Read_NotTheSpeakersClaim_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("My name is Ines.")]
    [InlineData("I'm 29.")]
    [InlineData("My birthday is 12 June.")]
    public Task Read_Identity_HoldsOneAtATime(string text) => Statement.ExclusiveAsync(text, Aspects, true);
}
