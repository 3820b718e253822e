using OMem.Understanding.Grammar;

namespace OMem.Tests.Understanding.Grammar;

/// <summary>How sentences fall into clauses, and which of them the speaker asserts.</summary>
public sealed class ClauseReaderTests
{
    [Theory]
    [InlineData("I live in Bonn.", "i live in bonn")]
    [InlineData("I love tea but I hate coffee.", "i love tea", "but i hate coffee")]
    [InlineData("I moved to Bonn, and my sister moved to Ulm.", "i moved to bonn", "and my sister moved to ulm")]
    [InlineData("I went home and cooked pasta.", "i went home", "and cooked pasta")]
    [InlineData("When I was young, I lived in Ulm.", "when i was young", "i lived in ulm")]
    [InlineData("I think I like it here.", "i think", "i like it here")]
    [InlineData("Last summer I sailed to Malta.", "last summer i sailed to malta")]
    [InlineData("Well, honestly, I love it.", "well honestly i love it")]
    [InlineData("Finished the quilt yesterday!", "finished the quilt yesterday")]
    [InlineData("Lovely weather today.")]
    [InlineData("")]
    public void Read_Sentence_SplitsAtSubjectsAndSharedVerbs(string text, params string[] expected) => Clauses.Texts(text).ShouldBe(expected);

    [Theory]
    [InlineData("I live in Bonn.", true)]
    [InlineData("I think I live in Bonn.", true)]
    [InlineData("I know that I live in Bonn.", true)]
    [InlineData("Because I live in Bonn.", true)]
    [InlineData("When I lived in Bonn.", true)]
    [InlineData("When I live in Bonn.", false)]
    [InlineData("If I live in Bonn.", false)]
    [InlineData("Unless I live in Bonn.", false)]
    [InlineData("I hope I live in Bonn.", false)]
    [InlineData("I don't believe I live in Bonn.", false)]
    [InlineData("I would say I live in Bonn.", false)]
    [InlineData("Do I live in Bonn?", false)]
    [InlineData("So, do I live in Bonn", false)]
    [InlineData("She said I live in Bonn.", false)]
    [InlineData("She told me I live in Bonn.", false)]
    [InlineData("According to Bo, I live in Bonn.", false)]
    [InlineData("What if I live in Bonn.", false)]
    public void IsAsserted_OfLiving_SaysWhetherTheSpeakerStandsForIt(string text, bool expected) =>
        Clauses.Of(text).Any(clause => clause.IsAsserted && clause.Verb!.Lemma == "live").ShouldBe(expected);

    [Theory]
    [InlineData("I live here.", nameof(ClauseLink.None))]
    [InlineData("and I live here.", nameof(ClauseLink.Joined))]
    [InlineData("because I live here.", nameof(ClauseLink.Joined))]
    [InlineData("while I live here.", nameof(ClauseLink.Temporal))]
    [InlineData("whether I live here.", nameof(ClauseLink.Hypothetical))]
    [InlineData("and if I live here.", nameof(ClauseLink.Hypothetical))]
    [InlineData("so that I live here.", nameof(ClauseLink.Content))]
    public void Read_Opening_GivesItsLink(string text, string expected) => Clauses.First(text).Link.ToString().ShouldBe(expected);

    [Theory]
    [InlineData("I think I snore.", "think")]
    [InlineData("I wish that I slept more.", "wish")]
    [InlineData("I told you I snore.", "tell")]
    [InlineData("I don't think I snore.", "wish")]
    [InlineData("I could swear I snore.", "wish")]
    public void Read_VerbOfThinking_IsTheMatrixOfWhatFollows(string text, string expected) => Clauses.Of(text)[^1].Matrix.ShouldBe(expected);

    [Fact]
    public void Read_QuestionAtTheEnd_LeavesTheStatementBefore()
    {
        var clause = Clauses.Of("I live in Bonn, do you like it?").ShouldHaveSingleItem();

        clause.IsAsserted.ShouldBeTrue();
    }

    [Fact]
    public void Read_SharedSubject_IsThatOfTheClauseBefore()
    {
        var clauses = Clauses.Of("My sister Ada sings and plays the harp.");

        clauses.Length.ShouldBe(2);
        clauses[1].Subject.Display("Bea").ShouldBe("Bea's sister (Ada)");
        clauses[1].Verb!.Lemma.ShouldBe("play");
    }

    [Fact]
    public void Read_Clauses_CoverTheSentenceWithoutOverlap()
    {
        var clauses = Clauses.Of("Yesterday I went out, but my brother stayed home because he was ill and I cooked.");

        clauses[^1].End.ShouldBe(clauses[0].Sentence.End);
        for (var i = 1; i < clauses.Length; i++)
        {
            clauses[i].First.ShouldBe(clauses[i - 1].End);
        }
    }

    [Fact]
    public void After_BeyondTheClause_IsEmpty()
    {
        var clause = Clauses.First("I sing but I dance.");

        clause.After(0).ShouldBeEmpty();
        clause.After(99).ShouldBeEmpty();
        clause.Rest.IsEmpty.ShouldBeTrue();
    }
}
