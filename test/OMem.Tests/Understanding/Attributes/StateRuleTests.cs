namespace OMem.Tests.Understanding.Attributes;

/// <summary>What people are.</summary>
public sealed class StateRuleTests
{
    private static readonly string[] Aspects = ["diet", "family status", "character", "identity", "belief", "employment", "nationality", "role"];

    [Theory]
    [InlineData("I'm vegetarian.", "diet:vegetarian", "Alice is vegetarian")]
    [InlineData("I became vegetarian in 2020.", "diet:vegetarian", "Alice is vegetarian")]
    [InlineData("I went vegan last month.", "diet:vegan", "Alice is vegan")]
    [InlineData("I'm married.", "family status:married", "Alice is married")]
    [InlineData("I got married in 2012.", "family status:married", "Alice is married")]
    [InlineData("I'm engaged to Sam.", "family status:engaged", "Alice is engaged")]
    [InlineData("I'm single again.", "family status:single", "Alice is single")]
    [InlineData("I'm shy.", "character:shy", "Alice is shy")]
    [InlineData("I'm left-handed.", "character:left-handed", "Alice is left-handed")]
    [InlineData("I'm Catholic.", "belief:Catholic", "Alice is Catholic")]
    [InlineData("I'm self-employed.", "employment:self-employed", "Alice is self-employed")]
    [InlineData("I'm Portuguese.", "nationality:Portuguese", "Alice is Portuguese")]
    [InlineData("I'm French.", "nationality:French", "Alice is French")]
    [InlineData("I'm a night owl.", "role:a night owl", "Alice is a night owl")]
    [InlineData("I'm a dog person.", "role:a dog person", "Alice is a dog person")]
    [InlineData("I'm an introvert.", "role:an introvert", "Alice is an introvert")]
    [InlineData("I'm a single mum.", "role:a single mum", "Alice is a single mum")]
    public Task Read_State_GivesIt(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I'm not vegetarian.", "-diet:vegetarian", "Alice is not vegetarian")]
    [InlineData("I'm no longer vegetarian.", "-diet:vegetarian", "Alice is no longer vegetarian")]
    [InlineData("I'm not vegetarian anymore.", "-diet:vegetarian", "Alice is no longer vegetarian")]
    [InlineData("I gave up being vegan.", "-diet:vegan", "Alice is no longer vegan")]
    [InlineData("I stopped being religious.", "-character:religious", "Alice is no longer religious")]
    [InlineData("I'm not a night owl.", "-role:a night owl", "Alice is not a night owl")]
    public Task Read_Denied_IsNegative(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I was vegetarian.", "<diet:vegetarian", "Alice used to be vegetarian")]
    [InlineData("I used to be vegetarian.", "<diet:vegetarian", "Alice used to be vegetarian")]
    public Task Read_Past_IsEnded(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("My brother is vegan.", "diet:vegan", "Alice's brother is vegan")]
    [InlineData("My sister Eva is married.", "family status:married", "Alice's sister (Eva) is married")]
    [InlineData("My cousin is a night owl.", "role:a night owl", "Alice's cousin is a night owl")]
    public Task Read_RelativesState_IsAboutThem(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I'm hungry.")]
    [InlineData("I'm busy.")]
    [InlineData("I'm sorry.")]
    [InlineData("I'm glad you came.")]
    [InlineData("I'm a bit shy.")]
    [InlineData("I'm a mess.")]
    [InlineData("I'm a huge fan.")]
    [InlineData("I'm in a hurry.")]
    public Task Read_MoodOrMoment_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("He is vegan.")]
    [InlineData("Am I vegan?")]
    [InlineData("If I was vegan, I'd starve.")]
    [InlineData("Ana told me she is vegan.")]
    [InlineData("Ana told me I am vegan.")]
    [InlineData("I might go vegan.")]
    [InlineData("I'm almost vegan.")]
    [InlineData("You're vegan.")]
    public Task Read_NotTheSpeakersClaim_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("I became vegetarian in 2020.", "diet:vegetarian", "2020-01-01", "")]
    [InlineData("I went vegan last month.", "diet:vegan", "2023-04-01", "")]
    [InlineData("I got married in 2012.", "family status:married", "2012-01-01", "")]
    public Task Read_Changed_HoldsFromThen(string text, string expected, string from, string to) => Statement.ValidAsync(text, Aspects, expected, from, to);

    [Theory]
    [InlineData("I'm vegan.")]
    [InlineData("I'm married.")]
    [InlineData("I'm self-employed.")]
    public Task Read_OneAtATime_IsExclusive(string text) => Statement.ExclusiveAsync(text, Aspects, true);

    [Theory]
    [InlineData("I'm shy.")]
    [InlineData("I'm a night owl.")]
    [InlineData("I'm Catholic.")]
    public Task Read_Character_LeavesRoomForOthers(string text) => Statement.ExclusiveAsync(text, Aspects, false);
}
