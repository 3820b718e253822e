namespace OMem.Tests.Understanding.Attributes;

/// <summary>What people aim at.</summary>
public sealed class GoalRuleTests
{
    private static readonly string[] Aspects = ["goal"];

    [Theory]
    [InlineData("I want to climb Kilimanjaro.", ">goal:climb Kilimanjaro", "Alice wants to climb Kilimanjaro")]
    [InlineData("I hope to open a bakery.", ">goal:open a bakery", "Alice hopes to open a bakery")]
    [InlineData("I plan to retire early.", ">goal:retire early", "Alice plans to retire early")]
    [InlineData("I intend to write a memoir.", ">goal:write a memoir", "Alice plans to write a memoir")]
    [InlineData("I aim to run a marathon.", ">goal:run a marathon", "Alice aims to run a marathon")]
    [InlineData("I'm planning on adopting a greyhound.", ">goal:adopt a greyhound", "Alice plans to adopt a greyhound")]
    [InlineData("I'm thinking about changing careers.", ">goal:change careers", "Alice is thinking about changing careers")]
    [InlineData("I dream of sailing alone.", ">goal:sail alone", "Alice wants to sail alone")]
    [InlineData("I'm saving up for a camper van.", ">goal:camper van", "Alice is saving up for a camper van")]
    [InlineData("I'm training for a triathlon.", ">goal:triathlon", "Alice is training for a triathlon")]
    [InlineData("I'm planning a trip to Peru.", ">goal:trip to Peru", "Alice is planning a trip to Peru")]
    [InlineData("My goal is to swim the Channel.", ">goal:swim the Channel", "Alice wants to swim the Channel")]
    [InlineData("I'd like to visit Iceland.", ">goal:visit Iceland", "Alice wants to visit Iceland")]
    [InlineData("I would love to meet a whale.", ">goal:meet a whale", "Alice wants to meet a whale")]
    [InlineData("I want to have two kids.", ">goal:have two kids", "Alice wants to have two kids")]
    [InlineData("I wanna learn Welsh.", ">goal:learn Welsh", "Alice wants to learn Welsh")]
    public Task Read_Aim_GivesTheGoal(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I don't want to move house.", ">-goal:move house", "Alice does not want to move house")]
    [InlineData("I no longer want to study law.", ">-goal:study law", "Alice does not want to study law")]
    [InlineData("I've given up on learning Welsh.", ">-goal:learn Welsh", "Alice has given up on learning Welsh")]
    public Task Read_DeniedOrGivenUp_IsNegative(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("My sister wants to become a vet.", ">goal:become a vet", "Alice's sister wants to become a vet")]
    [InlineData("My son Ben hopes to study physics.", ">goal:study physics", "Alice's son (Ben) hopes to study physics")]
    public Task Read_RelativesAim_IsAboutThem(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I want to say thanks.")]
    [InlineData("I want to visit them.")]
    [InlineData("I want to ask something.")]
    [InlineData("I hope to see you soon.")]
    [InlineData("I want to know more.")]
    [InlineData("I'd love to!")]
    public Task Read_PoliteOrEmptyAim_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("I wanted to be a vet.")]
    [InlineData("If I want to climb Kilimanjaro, I must train.")]
    [InlineData("I could want to climb Kilimanjaro.")]
    [InlineData("Do I want to climb Kilimanjaro?")]
    [InlineData("She said she wants to climb Kilimanjaro.")]
    [InlineData("She wants to climb Kilimanjaro.")]
    [InlineData("You want to climb Kilimanjaro.")]
    public Task Read_PastOrUnreal_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("I want to climb Kilimanjaro.")]
    public Task Read_Aim_LeavesRoomForOthers(string text) => Statement.ExclusiveAsync(text, Aspects, false);

    [Theory]
    [InlineData("I probably want to climb Kilimanjaro.", "I want to climb Kilimanjaro.")]
    [InlineData("I think I want to climb Kilimanjaro.", "I want to climb Kilimanjaro.")]
    public Task Read_HedgedAim_IsLessSure(string unsure, string plain) => Statement.LessSureAsync(unsure, plain, Aspects);
}
