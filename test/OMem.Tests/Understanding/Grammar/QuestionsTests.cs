using OMem.Understanding.Grammar;

namespace OMem.Tests.Understanding.Grammar;

/// <summary>Where a sentence starts to ask, and what may stand before a subject.</summary>
public sealed class QuestionsTests
{
    [Theory]
    [InlineData("Do you sing?", 0)]
    [InlineData("do you sing", 0)]
    [InlineData("what do you sing", 0)]
    [InlineData("I sing, do you?", 2)]
    [InlineData("I sing and do you", 2)]
    [InlineData("You sing?", 0)]
    [InlineData("How are we", 0)]
    public void Start_Asking_IsItsFirstWord(string text, int expected) => Questions.Start(Clauses.Sentence(text)).ShouldBe(expected);

    [Theory]
    [InlineData("I sing.")]
    [InlineData("What I sing is folk.")]
    [InlineData("When I was small I sang.")]
    [InlineData("I do sing.")]
    [InlineData("Do yoga with us.")]
    public void Start_Telling_IsTheEnd(string text)
    {
        var sentence = Clauses.Sentence(text);

        Questions.Start(sentence).ShouldBe(sentence.End);
    }

    [Theory]
    [InlineData("last summer I sang", 2)]
    [InlineData("in my childhood I sang", 3)]
    [InlineData("two weeks ago we sang", 3)]
    [InlineData("last summer Tom sang", 0)]
    [InlineData("I sang", 0)]
    [InlineData("last summer - I sang", 0)]
    public void AfterTimePhrase_BeforeTheSpeaker_IsSkipped(string text, int expected) =>
        Openings.AfterTimePhrase(Clauses.Sentence(text), 0).ShouldBe(expected);

    [Theory]
    [InlineData("know", true, true, false)]
    [InlineData("think", true, true, true)]
    [InlineData("hope", true, false, false)]
    [InlineData("say", true, false, false)]
    [InlineData("eat", false, false, false)]
    public void Matrices_Verb_SayWhetherItTakesAndAssertsAClause(string lemma, bool takes, bool asserts, bool weak)
    {
        Matrices.TakesClause(lemma).ShouldBe(takes);
        Matrices.Asserts(lemma).ShouldBe(asserts);
        Matrices.IsWeak(lemma).ShouldBe(weak);
    }

    [Theory]
    [InlineData("I sang and danced.", 2)]
    [InlineData("I was thrilled and excited.", 1)]
    [InlineData("I like tea and love jam.", 2)]
    [InlineData("I sing and table.", 1)]
    public void Read_VerbWithoutSubject_StandsAloneOnlyWhereItCan(string text, int clauses) => Clauses.Of(text).Length.ShouldBe(clauses);
}
