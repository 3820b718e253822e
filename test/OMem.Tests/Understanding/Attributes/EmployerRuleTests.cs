namespace OMem.Tests.Understanding.Attributes;

/// <summary>For whom people work.</summary>
public sealed class EmployerRuleTests
{
    private static readonly string[] Aspects = ["employer"];

    [Theory]
    [InlineData("I work at a bakery.", "employer:a bakery", "Alice works at a bakery")]
    [InlineData("I work for Nokia.", "employer:Nokia", "Alice works for Nokia")]
    [InlineData("I've worked at Nokia since 2014.", "employer:Nokia", "Alice works at Nokia")]
    [InlineData("I work part-time at a florist.", "employer:a florist", "Alice works at a florist")]
    [InlineData("I work remotely for Basecamp.", "employer:Basecamp", "Alice works for Basecamp")]
    [InlineData("I started a job at Lufthansa in May.", "employer:Lufthansa", "Alice works at Lufthansa")]
    [InlineData("I got a new job with Lufthansa last week.", "employer:Lufthansa", "Alice works at Lufthansa")]
    [InlineData("I joined Lufthansa as a pilot.", "employer:Lufthansa", "Alice works at Lufthansa")]
    [InlineData("I was hired by Lufthansa.", "employer:Lufthansa", "Alice works for Lufthansa")]
    [InlineData("I got hired by Lufthansa.", "employer:Lufthansa", "Alice works for Lufthansa")]
    [InlineData("I'm a nurse at Charite.", "employer:Charite", "Alice works at Charite")]
    public Task Read_Employer_GivesIt(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I don't work at Nokia.", "-employer:Nokia", "Alice does not work at Nokia")]
    public Task Read_Denied_IsNegative(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I worked at Nokia.", "<employer:Nokia", "Alice used to work at Nokia")]
    [InlineData("I used to work for Nokia.", "<employer:Nokia", "Alice used to work for Nokia")]
    [InlineData("I no longer work for Nokia.", "<employer:Nokia", "Alice no longer works for Nokia")]
    [InlineData("I don't work at Nokia anymore.", "<employer:Nokia", "Alice no longer works at Nokia")]
    [InlineData("I quit my job at Lufthansa.", "<employer:Lufthansa", "Alice used to work at Lufthansa")]
    [InlineData("I left my job at Lufthansa.", "<employer:Lufthansa", "Alice used to work at Lufthansa")]
    [InlineData("I resigned from Lufthansa.", "<employer:Lufthansa", "Alice used to work at Lufthansa")]
    [InlineData("I got sacked by Lufthansa.", "<employer:Lufthansa", "Alice used to work at Lufthansa")]
    public Task Read_PastOrLeft_IsEnded(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I lost my job last week.", "<employer:*", "Alice no longer has that job")]
    [InlineData("I got laid off.", "<employer:*", "Alice no longer has that job")]
    [InlineData("I was laid off.", "<employer:*", "Alice no longer has that job")]
    [InlineData("I was fired.", "<employer:*", "Alice no longer has that job")]
    public Task Read_JobLeftWithoutItsName_EndsWhicheverIsCurrent(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I will work at Nokia.", ">employer:Nokia", "Alice plans to work at Nokia")]
    public Task Read_Planned_IsFuture(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("My sister works at Ikea.", "employer:Ikea", "Alice's sister works at Ikea")]
    [InlineData("My brother got fired from Nokia.", "<employer:Nokia", "Alice's brother used to work at Nokia")]
    public Task Read_RelativesEmployer_IsAboutThem(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I work at night.")]
    [InlineData("I work at home.")]
    [InlineData("I work for a living.")]
    [InlineData("I work for free.")]
    [InlineData("I've been a plumber for ten years.")]
    [InlineData("I worked for ten years.")]
    [InlineData("I worked for hours.")]
    [InlineData("I joined a choir.")]
    public Task Read_NoEmployer_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("I won't get laid off.")]
    [InlineData("I wasn't laid off.")]
    [InlineData("I was not fired.")]
    [InlineData("I'm quitting my job.")]
    [InlineData("I was not hired by Nokia.")]
    [InlineData("I didn't quit my job.")]
    public Task Read_NothingLost_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("I'd work at Nokia.")]
    [InlineData("She works at Ikea.")]
    [InlineData("She told me I work at Ikea.")]
    [InlineData("Do I work at Nokia?")]
    [InlineData("If I worked at Nokia, I'd be rich.")]
    public Task Read_NotTheSpeakersClaim_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("I started a job at Lufthansa in May.", "employer:Lufthansa", "2023-05-01", "")]
    [InlineData("I've worked at Nokia since 2014.", "employer:Nokia", "2014-01-01", "")]
    [InlineData("I worked at Nokia in 2016.", "<employer:Nokia", "2016-01-01", "2017-01-01")]
    public Task Read_Dated_HoldsThen(string text, string expected, string from, string to) => Statement.ValidAsync(text, Aspects, expected, from, to);

    [Theory]
    [InlineData("I work for Nokia.")]
    [InlineData("I was fired.")]
    public Task Read_Employer_HoldsOneAtATime(string text) => Statement.ExclusiveAsync(text, Aspects, true);
}
