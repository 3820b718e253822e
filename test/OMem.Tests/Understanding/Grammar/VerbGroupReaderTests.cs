using OMem.Understanding.Grammar;

namespace OMem.Tests.Understanding.Grammar;

/// <summary>Helpers, adverbs and main verbs.</summary>
public sealed class VerbGroupReaderTests
{
    [Theory]
    [InlineData("I live here.", "live")]
    [InlineData("I am here.", "be")]
    [InlineData("I'm here.", "be")]
    [InlineData("I moved here.", "move")]
    [InlineData("I have moved here.", "move")]
    [InlineData("I've never really liked it.", "like")]
    [InlineData("I was always singing.", "sing")]
    [InlineData("I had to leave.", "leave")]
    [InlineData("I'm going to leave.", "leave")]
    [InlineData("I do love it.", "love")]
    [InlineData("I didn't go.", "go")]
    [InlineData("I do yoga.", "do")]
    [InlineData("I have a dog.", "have")]
    [InlineData("I used to row.", "row")]
    [InlineData("I used a spoon.", "use")]
    [InlineData("My sister sings.", "sing")]
    public void Read_Group_GivesTheLemma(string text, string expected) => Clauses.Verb(text).Lemma.ShouldBe(expected);

    [Theory]
    [InlineData("I row.", nameof(Mood.Indicative))]
    [InlineData("I rowed.", nameof(Mood.Indicative))]
    [InlineData("I will row.", nameof(Mood.Future))]
    [InlineData("I'll row.", nameof(Mood.Future))]
    [InlineData("I won't row.", nameof(Mood.Future))]
    [InlineData("I'm going to row.", nameof(Mood.Future))]
    [InlineData("I'm about to row.", nameof(Mood.Future))]
    [InlineData("I was going to row.", nameof(Mood.Conditional))]
    [InlineData("I'm supposed to row.", nameof(Mood.Conditional))]
    [InlineData("I'd row.", nameof(Mood.Conditional))]
    [InlineData("I would row.", nameof(Mood.Conditional))]
    [InlineData("I should row.", nameof(Mood.Conditional))]
    [InlineData("I might row.", nameof(Mood.Conditional))]
    [InlineData("I have to row.", nameof(Mood.Conditional))]
    [InlineData("I almost rowed.", nameof(Mood.Conditional))]
    [InlineData("I can row.", nameof(Mood.Ability))]
    [InlineData("I can't row.", nameof(Mood.Ability))]
    public void Read_Group_GivesTheMood(string text, string expected) => Clauses.Verb(text).Mood.ToString().ShouldBe(expected);

    [Theory]
    [InlineData("I row.", false, false, false)]
    [InlineData("I rowed.", true, false, false)]
    [InlineData("I have rowed.", false, true, false)]
    [InlineData("I had rowed.", true, true, false)]
    [InlineData("I'd gone.", true, true, false)]
    [InlineData("I'm rowing.", false, false, true)]
    [InlineData("I was rowing.", true, false, true)]
    [InlineData("I've been rowing.", false, true, true)]
    [InlineData("I had been rowing.", true, true, true)]
    [InlineData("I did not row.", true, false, false)]
    [InlineData("I had to row.", true, false, false)]
    [InlineData("I am outgoing.", false, false, false)]
    public void Read_Group_GivesTenseAndAspect(string text, bool past, bool perfect, bool progressive)
    {
        var verb = Clauses.Verb(text);

        (verb.IsPast, verb.IsPerfect, verb.IsProgressive).ShouldBe((past, perfect, progressive));
    }

    [Theory]
    [InlineData("I row.", false)]
    [InlineData("I don't row.", true)]
    [InlineData("I never row.", true)]
    [InlineData("I hardly row.", true)]
    [InlineData("I have not rowed.", true)]
    [InlineData("I'm not here.", true)]
    [InlineData("I can't row.", true)]
    [InlineData("I always row.", false)]
    [InlineData("My son doesn't row.", true)]
    public void Read_Group_GivesNegation(string text, bool expected) => Clauses.Verb(text).IsNegated.ShouldBe(expected);

    [Fact]
    public void Read_NoLongerAndUsedTo_AreKeptApart()
    {
        Clauses.Verb("I no longer row.").NoLonger.ShouldBeTrue();
        Clauses.Verb("I am no longer shy.").NoLonger.ShouldBeTrue();
        Clauses.Verb("I used to row.").ShouldSatisfyAllConditions(verb => verb.UsedTo.ShouldBeTrue(), verb => verb.IsPast.ShouldBeTrue(), verb => verb.NoLonger.ShouldBeFalse());
        Clauses.Verb("I row.").ShouldSatisfyAllConditions(verb => verb.UsedTo.ShouldBeFalse(), verb => verb.NoLonger.ShouldBeFalse());
    }

    [Theory]
    [InlineData("I usually row.", "usually")]
    [InlineData("I never row.", "never")]
    [InlineData("I'm always late.", "always")]
    [InlineData("I row.", null)]
    public void Read_WordOfHabit_IsTheFrequency(string text, string? expected) => Clauses.Verb(text).Frequency.ShouldBe(expected);

    [Theory]
    [InlineData("I probably row.", true)]
    [InlineData("I kind of row.", true)]
    [InlineData("I sort of row.", true)]
    [InlineData("I really row.", false)]
    public void Read_Hedge_IsMarked(string text, bool expected) => Clauses.Verb(text).IsHedged.ShouldBe(expected);

    [Theory]
    [InlineData("I'd love a boat.", true)]
    [InlineData("I would like a boat.", true)]
    [InlineData("I'd buy a boat.", false)]
    [InlineData("I love boats.", false)]
    public void Read_WouldLike_IsAWish(string text, bool expected) => Clauses.Verb(text).IsWish.ShouldBe(expected);

    [Theory]
    [InlineData("I read novels.", true)]
    [InlineData("I put it there.", true)]
    [InlineData("I wrote novels.", false)]
    [InlineData("My son read novels.", false)]
    public void Read_FormOfTwoTenses_IsAmbiguousOnlyInTheFirstPerson(string text, bool expected) => Clauses.Verb(text).IsAmbiguous.ShouldBe(expected);

    [Theory]
    [InlineData("I will.")]
    [InlineData("I really, really.")]
    [InlineData("I purple.")]
    public void Read_NoMainVerb_GivesNone(string text) => Clauses.Of(text).ShouldAllBe(clause => clause.Verb == null);

    [Theory]
    [InlineData("I live here.", true)]
    [InlineData("I've lived here.", true)]
    [InlineData("I'm living here.", true)]
    [InlineData("I lived here.", false)]
    [InlineData("I used to live here.", false)]
    [InlineData("I'd live here.", false)]
    [InlineData("I will live here.", false)]
    public void IsPresentState_Group_SaysWhetherItHoldsNow(string text, bool expected) => Clauses.Verb(text).IsPresentState.ShouldBe(expected);
}
