using OMem.Understanding.Grammar;

namespace OMem.Tests.Understanding.Grammar;

/// <summary>Value phrases, their lists, and their third person.</summary>
public sealed class PhraseReaderTests
{
    [Theory]
    [InlineData("I love old trains.", "old trains")]
    [InlineData("I love old trains because they are slow.", "old trains")]
    [InlineData("I love old trains, really.", "old trains")]
    [InlineData("I love old trains so much!", "old trains")]
    [InlineData("I love old trains a lot.", "old trains")]
    [InlineData("I love old trains too lol", "old trains")]
    [InlineData("I love trains - they are slow.", "trains")]
    [InlineData("I loved trains last year.", "trains")]
    [InlineData("I loved trains in May.", "trains")]
    [InlineData("I loved trains for two years.", "trains")]
    [InlineData("I loved trains two years ago.", "trains")]
    [InlineData("I love trains, trams and boats.", "trains trams and boats")]
    [InlineData("I love trains and I hate buses.", "trains")]
    [InlineData("I don't love trains any more.", "trains")]
    [InlineData("I don't love trains any longer.", "trains")]
    [InlineData("I love old trains that whistle", "old trains")]
    public void Read_AfterTheVerb_LeavesTheValue(string text, string expected)
    {
        var clause = Clauses.First(text);
        var phrase = PhraseReader.Read(clause, clause.Verb!.Next);

        phrase.Written.ShouldBe(expected);
    }

    [Theory]
    [InlineData("I bake bread every Sunday.", "bread every sunday")]
    [InlineData("I bake bread every Sunday too.", "bread every sunday")]
    public void Read_KeepsTime_LeavesTheTimeIn(string text, string expected)
    {
        var clause = Clauses.First(text);

        var phrase = PhraseReader.Read(clause, clause.Verb!.Next, keepsTime: true);

        Phrase.Text(phrase.Sentence, phrase.First, phrase.End).ShouldBe(expected);
    }

    [Fact]
    public void Read_LongPhrase_IsCutBeforeItsLastPreposition()
    {
        var clause = Clauses.First("I love long slow quiet walks with the neighbours' old dog through wet autumn woods by the lake.");

        var phrase = PhraseReader.Read(clause, clause.Verb!.Next);

        phrase.Count.ShouldBeLessThanOrEqualTo(PhraseReader.Longest);
        phrase.Written.ShouldBe("long slow quiet walks");
    }

    [Theory]
    [InlineData("I love jazz and soul.", "jazz", "soul")]
    [InlineData("I love jazz, soul, and funk.", "jazz", "soul", "funk")]
    [InlineData("I love both jazz and soul.", "jazz", "soul")]
    [InlineData("I love jazz or soul.", "jazz", "soul")]
    [InlineData("I love jazz.", "jazz")]
    [InlineData("I love songs about rain and snow.", "songs about rain and snow")]
    [InlineData("I love walking in the rain and swimming.", "walking in the rain", "swimming")]
    public void Items_List_GivesItsMembers(string text, params string[] expected)
    {
        var clause = Clauses.First(text);

        PhraseReader.Items(PhraseReader.Read(clause, clause.Verb!.Next)).Select(item => item.Written).ShouldBe(expected);
    }

    [Theory]
    [InlineData("last week", true)]
    [InlineData("in March", true)]
    [InlineData("in 2019", true)]
    [InlineData("since 2019", true)]
    [InlineData("for ten years", true)]
    [InlineData("for a while", true)]
    [InlineData("for fun", false)]
    [InlineData("in Rome", false)]
    [InlineData("on the beach", false)]
    [InlineData("yesterday", true)]
    [InlineData("three weeks ago", true)]
    [InlineData("three weeks", false)]
    [InlineData("twice a day", true)]
    [InlineData("at the moment", true)]
    [InlineData("at the pool", false)]
    [InlineData("any more", true)]
    [InlineData("any more cake", false)]
    [InlineData("", false)]
    public void StartsTime_Words_SaysWhetherTheyTellATime(string text, bool expected) =>
        PhraseReader.StartsTime(Clauses.Sentence("x " + text), 1).ShouldBe(expected);

    [Theory]
    [InlineData("x me and my dog", "them and their dog")]
    [InlineData("x a house of our own", "a house of their own")]
    [InlineData("x the one I am in", "the one they are in")]
    [InlineData("x where I was", "where they were")]
    [InlineData("x jazz, soul and Motown", "jazz, soul and Motown")]
    [InlineData("x it by myself", "it by themselves")]
    public void Turn_FirstPerson_BecomesTheThird(string text, string expected)
    {
        var sentence = Clauses.Sentence(text);

        ThirdPerson.Turn(new Phrase(sentence, 1, sentence.End)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("I row", "rows", "row")]
    [InlineData("I rowed", "rowed", "rowed")]
    [InlineData("I have rowed", "has rowed", "have rowed")]
    [InlineData("I've been rowing", "has been rowing", "have been rowing")]
    [InlineData("I had rowed", "had rowed", "had rowed")]
    [InlineData("I'm rowing", "is rowing", "are rowing")]
    [InlineData("I was rowing", "was rowing", "were rowing")]
    [InlineData("I will row", "will row", "will row")]
    [InlineData("I won't row", "is not going to row", "are not going to row")]
    [InlineData("I'm going to row", "is going to row", "are going to row")]
    [InlineData("I didn't row", "did not row", "did not row")]
    [InlineData("I don't row", "does not row", "do not row")]
    [InlineData("I had to row", "had to row", "had to row")]
    [InlineData("I used to row", "used to row", "used to row")]
    [InlineData("I was late", "was", "were")]
    [InlineData("I'm not late", "is not", "are not")]
    public void Verb_FirstPerson_BecomesTheThird(string text, string singular, string plural)
    {
        var clause = Clauses.First(text);

        ThirdPerson.Verb(clause.Sentence, clause.Verb!, plural: false).ShouldBe(singular);
        ThirdPerson.Verb(clause.Sentence, clause.Verb!, plural: true).ShouldBe(plural);
    }

    [Theory]
    [InlineData("Anna Lind sang", 0, "Anna")]
    [InlineData("Bread is good", 0, "bread")]
    [InlineData("we saw Anna", 2, "Anna")]
    [InlineData("we saw bread", 2, "bread")]
    public void Spelling_Word_KeepsTheCapitalOfNames(string text, int index, string expected) =>
        Phrase.Spelling(Clauses.Sentence(text), index).ShouldBe(expected);
}
