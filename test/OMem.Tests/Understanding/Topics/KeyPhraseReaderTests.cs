using OMem.Understanding.Prose;
using OMem.Understanding.Topics;

namespace OMem.Tests.Understanding.Topics;

/// <summary>Key phrases of single messages.</summary>
public sealed class KeyPhraseReaderTests
{
    [Theory]
    [InlineData("I joined a rowing club.", "rowing club")]
    [InlineData("The kitchen renovation is late.", "kitchen renovation")]
    [InlineData("We saw penguins in Patagonia.", "patagonia")]
    [InlineData("I signed up for a beekeeping course.", "beekeeping course")]
    public void Read_Message_FindsItsNouns(string text, string expected) => Labels(text).ShouldContain(expected);

    [Theory]
    [InlineData("I will run and jump and go.")]
    [InlineData("Yesterday, last week, in 2019.")]
    [InlineData("Do you think so?")]
    [InlineData("really slowly and quietly")]
    public void Read_VerbsTimesAndAdverbs_AreNoTopics(string text) => Labels(text).ShouldBeEmpty();

    [Fact]
    public void Read_LongRun_KeepsItsLastThreeWords() =>
        Labels("It is a shiny vintage Italian espresso machine.").ShouldHaveSingleItem().ShouldBe("italian espresso machine");

    [Fact]
    public void Read_OftenNamed_ComesFirst()
    {
        var phrases = Read("The harbour was cold. A bakery sold rolls. The harbour was loud, and nobody left the harbour.");

        phrases[0].Label.ShouldBe("harbour");
        phrases.Select(phrase => phrase.Score).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void Read_SameStem_IsOneTopic() => Labels("The violin is old. Our violins are loud.").Count(label => label.StartsWith("violin", StringComparison.Ordinal)).ShouldBe(1);

    [Fact]
    public void Read_ManyPhrases_KeepsTheMost() =>
        Labels("a kettle, a hammer, a ladder, a bucket, a candle, a blanket").Length.ShouldBe(KeyPhraseReader.Most);

    [Fact]
    public void Read_Twice_GivesTheSameOrder()
    {
        const string Text = "a kettle, a hammer, a ladder, a bucket, a candle";

        Labels(Text).ShouldBe(Labels(Text));
        Labels(Text)[0].ShouldBe("kettle");
    }

    private static List<KeyPhrase> Read(string text) => KeyPhraseReader.Read(ProseReader.Read(text));

    private static string[] Labels(string text) => [.. Read(text).Select(phrase => phrase.Label)];
}
