namespace OMem.Tests.Understanding.Attributes;

/// <summary>What people are busy with these days.</summary>
public sealed class ActivityRuleTests
{
    private static readonly string[] Aspects = ["activity"];

    [Theory]
    [InlineData("I'm knitting a scarf for my niece.", "activity:knit scarf for my niece", "Alice is knitting a scarf for their niece")]
    [InlineData("I've been renovating our attic.", "activity:renovate our attic", "Alice is renovating their attic")]
    [InlineData("I'm working on a puppet theatre.", "activity:work on puppet theatre", "Alice is working on a puppet theatre")]
    [InlineData("I'm taking guitar lessons.", "activity:take guitar lessons", "Alice is taking guitar lessons")]
    [InlineData("We are rehearsing an operetta.", "activity:rehearse operetta", "Alice is rehearsing an operetta")]
    [InlineData("I think I'm writing a thriller.", "activity:write thriller", "Alice is writing a thriller")]
    public Task Read_Doing_GivesTheActivity(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("My cousin Omar is building a canoe.", "activity:build canoe", "Alice's cousin (Omar) is building a canoe")]
    [InlineData("My neighbour is painting a mural.", "activity:paint mural", "Alice's neighbour is painting a mural")]
    public Task Read_RelativeDoing_IsAboutThem(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I am not reading anything heavy.")]
    [InlineData("I'm not writing a thriller.")]
    [InlineData("I was reading Middlemarch.")]
    [InlineData("I usually read crime novels.")]
    [InlineData("I might be writing a cookbook.")]
    [InlineData("I would be painting a mural.")]
    [InlineData("I'm no longer writing poems.")]
    public Task Read_NotDoneNow_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("I'm taking a break.")]
    [InlineData("I'm taking a rest.")]
    [InlineData("I'm playing it right now.")]
    [InlineData("I'm building the shelf.")]
    [InlineData("I'm running out of money.")]
    [InlineData("I'm taking care of my mum.")]
    [InlineData("I'm running late.")]
    [InlineData("I'm reading your letter.")]
    public Task Read_IdiomOrMoment_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("Am I reading the right chapter?")]
    [InlineData("If I'm painting the fence, call later.")]
    [InlineData("She said she is writing a thesis.")]
    [InlineData("You're reading a saga.")]
    [InlineData("He is building a canoe.")]
    [InlineData("Bo says I'm writing a thesis.")]
    public Task Read_NotTheSpeakersClaim_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("I'm knitting a scarf.")]
    public Task Read_Doing_LeavesRoomForOthers(string text) => Statement.ExclusiveAsync(text, Aspects, false);
}
