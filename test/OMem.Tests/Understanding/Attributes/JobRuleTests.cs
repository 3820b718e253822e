namespace OMem.Tests.Understanding.Attributes;

/// <summary>What people do for a living.</summary>
public sealed class JobRuleTests
{
    private static readonly string[] Aspects = ["job", "employment"];

    [Theory]
    [InlineData("I'm a plumber.", "job:a plumber", "Alice is a plumber")]
    [InlineData("I've been a plumber for ten years.", "job:a plumber", "Alice is a plumber")]
    [InlineData("I work as a translator.", "job:a translator", "Alice is a translator")]
    [InlineData("I work part-time as a translator.", "job:a translator", "Alice is a translator")]
    [InlineData("I became a midwife in 2018.", "job:a midwife", "Alice is a midwife")]
    [InlineData("My job is a gardener.", "job:a gardener", "Alice is a gardener")]
    [InlineData("I landed a job as a baker.", "job:a baker", "Alice is a baker")]
    [InlineData("I took a position as head chef.", "job:head chef", "Alice is a head chef")]
    [InlineData("I got promoted to captain.", "job:captain", "Alice is a captain")]
    [InlineData("I was promoted to captain.", "job:captain", "Alice is a captain")]
    [InlineData("I was hired as a welder.", "job:a welder", "Alice is a welder")]
    [InlineData("I'm a firefighter at the airport.", "job:a firefighter", "Alice is a firefighter")]
    public Task Read_Job_GivesIt(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I'm not a plumber.", "-job:a plumber", "Alice is not a plumber")]
    [InlineData("I don't work as a translator.", "-job:a translator", "Alice is not a translator")]
    public Task Read_Denied_IsNegative(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I was a plumber.", "<job:a plumber", "Alice used to be a plumber")]
    [InlineData("I used to be a plumber.", "<job:a plumber", "Alice used to be a plumber")]
    [InlineData("I'm no longer a plumber.", "<job:a plumber", "Alice is no longer a plumber")]
    [InlineData("I worked as a translator.", "<job:a translator", "Alice used to be a translator")]
    [InlineData("I'm not a plumber anymore.", "<job:a plumber", "Alice is no longer a plumber")]
    [InlineData("My job was a gardener.", "<job:a gardener", "Alice used to be a gardener")]
    public Task Read_Past_IsEnded(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I'll be a teacher next year.", ">job:a teacher", "Alice plans to be a teacher")]
    [InlineData("I'm going to be a nurse.", ">job:a nurse", "Alice plans to be a nurse")]
    public Task Read_Planned_IsFuture(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("My wife is a dentist.", "job:a dentist", "Alice's wife is a dentist")]
    [InlineData("My father used to be a dentist.", "<job:a dentist", "Alice's father used to be a dentist")]
    [InlineData("My friend Ola works as a chef.", "job:a chef", "Alice's friend (Ola) is a chef")]
    [InlineData("My dad retired in 2019.", "employment:retired", "Alice's dad is retired")]
    public Task Read_RelativesJob_IsAboutThem(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I became a fan.")]
    [InlineData("My doctor is a genius.")]
    [InlineData("I feel like a plumber.")]
    [InlineData("I didn't get promoted to captain.")]
    [InlineData("I haven't retired.")]
    public Task Read_NoJob_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("I could be a teacher.")]
    [InlineData("She's a plumber.")]
    [InlineData("Tom is a plumber.")]
    [InlineData("My boss says I'm a plumber.")]
    [InlineData("Am I a plumber?")]
    [InlineData("If I were a plumber, I'd fix it.")]
    [InlineData("I want to be a plumber.")]
    [InlineData("You are a plumber.")]
    public Task Read_NotTheSpeakersClaim_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("I became a midwife in 2018.", "job:a midwife", "2018-01-01", "")]
    [InlineData("I worked as a translator in 2015.", "<job:a translator", "2015-01-01", "2016-01-01")]
    [InlineData("I'll be a teacher next year.", ">job:a teacher", "2024-01-01", "")]
    public Task Read_Dated_HoldsThen(string text, string expected, string from, string to) => Statement.ValidAsync(text, Aspects, expected, from, to);

    [Theory]
    [InlineData("I'm a plumber.")]
    [InlineData("I retired.")]
    public Task Read_Job_HoldsOneAtATime(string text) => Statement.ExclusiveAsync(text, Aspects, true);

    [Theory]
    [InlineData("I think I'm a plumber.", "I'm a plumber.")]
    public Task Read_HedgedJob_IsLessSure(string unsure, string plain) => Statement.LessSureAsync(unsure, plain, Aspects);
}
