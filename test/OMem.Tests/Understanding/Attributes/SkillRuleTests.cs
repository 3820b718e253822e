namespace OMem.Tests.Understanding.Attributes;

/// <summary>What people can do and learn.</summary>
public sealed class SkillRuleTests
{
    private static readonly string[] Aspects = ["language", "skill", "learning"];

    [Theory]
    [InlineData("I speak Danish.", "language:Danish", "Alice speaks Danish")]
    [InlineData("I can speak Danish.", "language:Danish", "Alice speaks Danish")]
    [InlineData("I'm fluent in Polish.", "language:Polish", "Alice speaks Polish")]
    [InlineData("I can swim.", "skill:swim", "Alice can swim")]
    [InlineData("I can drive a tractor.", "skill:drive a tractor", "Alice can drive a tractor")]
    [InlineData("I'm learning to weld.", "learning:weld", "Alice is learning to weld")]
    [InlineData("I'm learning how to weld.", "learning:weld", "Alice is learning to weld")]
    [InlineData("I'm studying chemistry.", "learning:chemistry", "Alice is studying chemistry")]
    [InlineData("I started learning Greek in May.", "learning:Greek", "Alice is learning Greek")]
    [InlineData("I've started learning Greek.", "learning:Greek", "Alice is learning Greek")]
    public Task Read_Skill_GivesIt(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I don't speak Danish.", "-language:Danish", "Alice does not speak Danish")]
    [InlineData("I can't speak Danish.", "-language:Danish", "Alice does not speak Danish")]
    [InlineData("I'm not fluent in Polish.", "-language:Polish", "Alice does not speak Polish")]
    [InlineData("I can't swim.", "-skill:swim", "Alice cannot swim")]
    public Task Read_Denied_IsNegative(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("My son speaks Danish.", "language:Danish", "Alice's son speaks Danish")]
    [InlineData("My son can play the tuba.", "skill:play the tuba", "Alice's son can play the tuba")]
    public Task Read_RelativesSkill_IsAboutThem(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I speak Danish, Polish and Thai.", "language:Danish", "language:Polish", "language:Thai")]
    public Task Read_List_GivesEach(string text, params string[] expected) => Statement.AllAsync(text, Aspects, expected);

    [Theory]
    [InlineData("I spoke Danish.")]
    [InlineData("I was fluent in Polish.")]
    [InlineData("I could swim.")]
    [InlineData("I can see it.")]
    [InlineData("I'm learning a lot.")]
    [InlineData("I'm not learning Greek.")]
    [InlineData("I was learning Greek.")]
    [InlineData("I speak slowly.")]
    public Task Read_PastOrEmpty_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("She speaks Danish.")]
    [InlineData("Can I swim?")]
    [InlineData("Do I speak Danish?")]
    [InlineData("If I speak Danish, they laugh.")]
    [InlineData("Mum says I speak Danish.")]
    [InlineData("You can swim.")]
    public Task Read_NotTheSpeakersClaim_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("I speak Danish.")]
    public Task Read_Skill_LeavesRoomForOthers(string text) => Statement.ExclusiveAsync(text, Aspects, false);
}
