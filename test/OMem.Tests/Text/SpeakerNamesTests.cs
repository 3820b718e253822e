using OMem.Text;

namespace OMem.Tests.Text;

public sealed class SpeakerNamesTests
{
    [Theory]
    [InlineData("Caroline,Melanie", "What does Caroline like?", "2:Caroline")]
    [InlineData("Caroline,Melanie", "What does caroline's dog eat?", "2:Caroline")]
    [InlineData("Caroline,Melanie", "Did Melanie and Caroline meet?", "1:Melanie 3:Caroline")]
    [InlineData("Caroline,Melanie", "What did Carolyne say?", "2:Caroline")]
    [InlineData("Caroline,Melanie", "what did mel say", "2:Melanie")]
    [InlineData("Caroline,Melanie", "What did Mel say?", "2:Melanie")]
    [InlineData("Caroline,Melanie", "Whose idea was it?", "")]
    [InlineData("Carter", "What car does Carter drive?", "3:Carter")]
    [InlineData("Carter,Dana", "What car does Dana drive?", "3:Dana")]
    [InlineData("Maria,Anna", "When did Anna move in March?", "2:Anna")]
    [InlineData("Jon,Gina", "Where was Jonathan born?", "2:Jon")]
    [InlineData("Jon,Gina", "What did Jo buy?", "")]
    [InlineData("John Smith,Jane Smith", "Where does Smith live?", "2:Jane Smith 2:John Smith")]
    [InlineData("John Smith,Jane Smith", "Where does John Smith live?", "2:John Smith 3:John Smith")]
    [InlineData("Will,Kate", "Will Kate come?", "1:Kate")]
    [InlineData("Will,Kate", "Did Will come?", "1:Will")]
    [InlineData("Speaker 1,Speaker 2", "What did Speaker 1 say?", "2:Speaker 1 2:Speaker 2")]
    [InlineData("A,B", "Did a dog see B?", "4:B")]
    [InlineData("田中,佐藤", "田中はどこ？", "1:田中")]
    [InlineData("user,assistant", "What did the assistant advise?", "3:assistant")]
    [InlineData("Zoë", "Where is zoë?", "2:Zoë")]
    [InlineData("", "Where is she?", "")]
    [InlineData("!!!,\uD800", "Where is she?", "")]
    public void Find_Question_SaysWhichWordsNameWhom(string speakers, string question, string expected)
    {
        var names = new SpeakerNames(speakers.Split(','));

        var found = names.Find(Tokenizer.Tokenize(question));

        string.Join(' ', found.Select(match => $"{match.TokenIndex}:{match.Speaker}")).ShouldBe(expected);
    }

    [Fact]
    public void Find_SpeakersInAnotherOrderAndTwice_GivesTheSame()
    {
        var question = Tokenizer.Tokenize("Did Smith call Jane?");

        new SpeakerNames(["John Smith", "Jane Smith", "John Smith"]).Find(question)
            .ShouldBe(new SpeakerNames(["Jane Smith", "John Smith"]).Find(question));
    }

    [Theory]
    [InlineData("kitten", "sitting", 3, true)]
    [InlineData("kitten", "sitting", 2, false)]
    [InlineData("", "ab", 2, true)]
    [InlineData("abc", "abc", 0, true)]
    [InlineData("abc", "acb", 1, false)]
    [InlineData("caroline", "carolyn", 2, true)]
    public void IsWithin_TwoWords_CountsEdits(string left, string right, int limit, bool expected)
    {
        EditDistance.IsWithin(left, right, limit).ShouldBe(expected);
        EditDistance.IsWithin(right, left, limit).ShouldBe(expected);
    }

    [Fact]
    public void IsWithin_WordsBeyondTheBound_IsFalse() =>
        EditDistance.IsWithin(new string('a', 65), new string('a', 65), 2).ShouldBeFalse();
}
