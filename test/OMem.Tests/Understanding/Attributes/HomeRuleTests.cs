namespace OMem.Tests.Understanding.Attributes;

/// <summary>Where and with whom people live.</summary>
public sealed class HomeRuleTests
{
    private static readonly string[] Aspects = ["home", "household"];

    [Theory]
    [InlineData("I live in Bergen.", "home:Bergen", "Alice lives in Bergen")]
    [InlineData("I'm living in Bergen now.", "home:Bergen", "Alice lives in Bergen")]
    [InlineData("I'm based in Ghent.", "home:Ghent", "Alice lives in Ghent")]
    [InlineData("I've lived in Bergen since 2015.", "home:Bergen", "Alice lives in Bergen")]
    [InlineData("I live on a farm.", "home:a farm", "Alice lives on a farm")]
    [InlineData("I live near the coast.", "home:the coast", "Alice lives near the coast")]
    [InlineData("I moved to Graz in March.", "home:Graz", "Alice lives in Graz")]
    [InlineData("I've just moved into a flat.", "home:a flat", "Alice lives in a flat")]
    [InlineData("We settled in Galway.", "home:Galway", "Alice lives in Galway")]
    [InlineData("I relocated to Malta.", "home:Malta", "Alice lives in Malta")]
    [InlineData("I emigrated to Canada in 2012.", "home:Canada", "Alice lives in Canada")]
    [InlineData("I reside in Bonn.", "home:Bonn", "Alice lives in Bonn")]
    [InlineData("I live alone.", "household:alone", "Alice lives alone")]
    [InlineData("I live with two flatmates.", "household:two flatmates", "Alice lives with two flatmates")]
    public Task Read_Lives_GivesThePlace(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I don't live in Bergen.", "-home:Bergen", "Alice does not live in Bergen")]
    [InlineData("I don't live with my parents.", "-household:my parents", "Alice does not live with their parents")]
    public Task Read_Denied_IsNegative(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I lived in Rome.", "<home:Rome", "Alice used to live in Rome")]
    [InlineData("I used to live in Rome.", "<home:Rome", "Alice used to live in Rome")]
    [InlineData("I no longer live in Bergen.", "<home:Bergen", "Alice no longer lives in Bergen")]
    [InlineData("I don't live in Bergen anymore.", "<home:Bergen", "Alice no longer lives in Bergen")]
    [InlineData("I moved away from Leeds.", "<home:Leeds", "Alice used to live in Leeds")]
    [InlineData("I moved out of my flat.", "<home:my flat", "Alice used to live in their flat")]
    public Task Read_PastOrLeft_IsEnded(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I will live in Quito next year.", ">home:Quito", "Alice plans to live in Quito")]
    [InlineData("I'll move to Quito.", ">home:Quito", "Alice plans to move to Quito")]
    [InlineData("I'm going to move to Quito.", ">home:Quito", "Alice plans to move to Quito")]
    [InlineData("I'm moving to Quito soon.", ">home:Quito", "Alice plans to move to Quito")]
    public Task Read_Planned_IsFuture(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("My uncle Jan moved to Prague.", "home:Prague", "Alice's uncle (Jan) lives in Prague")]
    [InlineData("My aunt used to live in Rome.", "<home:Rome", "Alice's aunt used to live in Rome")]
    [InlineData("My brother lives in Lima.", "home:Lima", "Alice's brother lives in Lima")]
    public Task Read_RelativesHome_IsAboutThem(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I live in the moment.")]
    [InlineData("I live in hope.")]
    [InlineData("I moved to tears.")]
    [InlineData("I moved to the next level.")]
    [InlineData("I haven't moved to Graz.")]
    [InlineData("I live for music.")]
    public Task Read_NoPlace_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("He lives in Rome.")]
    [InlineData("Tom lives in Rome.")]
    [InlineData("She said she lives in Rome.")]
    [InlineData("She said I live in Rome.")]
    [InlineData("Do I live in Rome?")]
    [InlineData("I would live in Rome.")]
    [InlineData("I might move to Rome.")]
    [InlineData("Should I move to Graz?")]
    [InlineData("If I move to Graz, come visit.")]
    [InlineData("I want to live in Rome.")]
    [InlineData("I nearly moved to Rome.")]
    public Task Read_NotTheSpeakersClaim_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("I moved to Graz in March.", "home:Graz", "2023-03-01", "")]
    [InlineData("I lived in Rome in 2010.", "<home:Rome", "2010-01-01", "2011-01-01")]
    [InlineData("I've lived in Bergen since 2015.", "home:Bergen", "2015-01-01", "")]
    [InlineData("I moved out of my flat last month.", "<home:my flat", "", "2023-04-01")]
    public Task Read_Dated_HoldsThen(string text, string expected, string from, string to) => Statement.ValidAsync(text, Aspects, expected, from, to);

    [Theory]
    [InlineData("I live in Bergen.")]
    [InlineData("I live alone.")]
    public Task Read_Home_HoldsOneAtATime(string text) => Statement.ExclusiveAsync(text, Aspects, true);
}
