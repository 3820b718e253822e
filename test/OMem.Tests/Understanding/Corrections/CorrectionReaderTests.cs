using OMem.Understanding.Corrections;

namespace OMem.Tests.Understanding.Corrections;

/// <summary>Which sentences correct, and what they put in place of what.</summary>
public sealed class CorrectionReaderTests
{
    [Theory]
    [InlineData("I meant Lisbon.", null, "Lisbon")]
    [InlineData("Sorry, I meant Lisbon.", null, "Lisbon")]
    [InlineData("Oops, I mean Lisbon.", null, "Lisbon")]
    [InlineData("I meant Lisbon, not Porto.", "Porto", "Lisbon")]
    [InlineData("Correction: Lisbon", null, "Lisbon")]
    [InlineData("It's not Porto, it's Lisbon.", "Porto", "Lisbon")]
    [InlineData("That was not Porto but Lisbon.", "Porto", "Lisbon")]
    [InlineData("Actually not Porto but Lisbon.", "Porto", "Lisbon")]
    [InlineData("Sorry, Lisbon, not Porto.", "Porto", "Lisbon")]
    [InlineData("Wait, it's 14, not 12.", "12", "14")]
    public void Read_Correction_GivesBothSides(string text, string? wrong, string right)
    {
        var correction = CorrectionReader.Read(Grammar.Clauses.Sentence(text)).ShouldNotBeNull();

        correction.Wrong.ShouldBe(wrong);
        correction.Right.ShouldBe(right);
        correction.Phrase.SourceStart.ShouldBe(0);
    }

    [Theory]
    [InlineData("I mean, who knows.")]
    [InlineData("I mean it.")]
    [InlineData("I meant to call.")]
    [InlineData("Sorry, I meant what I said.")]
    [InlineData("I do not sing.")]
    [InlineData("Not Porto, Lisbon?")]
    [InlineData("Sorry for the wait.")]
    [InlineData("Lisbon it is.")]
    public void Read_NoCorrection_GivesNone(string text) => CorrectionReader.Read(Grammar.Clauses.Sentence(text)).ShouldBeNull();

    [Theory]
    [InlineData("I moved to Porto.", "Porto", "Lisbon", "I moved to Lisbon.")]
    [InlineData("Porto, then Porto again", "Porto", "Lisbon", "Porto, then Lisbon again")]
    [InlineData("I moved to PORTO.", "porto", "Lisbon", "I moved to Lisbon.")]
    [InlineData("Portofino and Porto", "Porto", "Lisbon", "Portofino and Lisbon")]
    [InlineData("Porto and Portofino", "Porto", "Lisbon", "Lisbon and Portofino")]
    [InlineData("Portofino", "Porto", "Lisbon", null)]
    [InlineData("", "Porto", "Lisbon", null)]
    public void Replace_LastWholeWord_IsPutRight(string text, string wrong, string right, string? expected) =>
        CorrectedText.Replace(text, wrong, right).ShouldBe(expected);

    [Fact]
    public async Task Read_CorrectionInTheSameMessage_ChangesWhatStoodBefore()
    {
        var read = await Reading.ReadAsync("I moved to Porto. Sorry, I meant Lisbon.");

        var right = read.Attributes.Single(attribute => attribute.Corrects is not null);
        right.Value.ShouldBe("Lisbon");
        right.Corrects.ShouldBe("Porto");
    }

    [Fact]
    public async Task Read_CorrectionWithoutTheWrongWords_TakesTheLatestMessage()
    {
        var read = await Reading.ReadAsync(
            [Reading.Message("Sorry, I meant Lisbon.", sequence: 3)], Reading.Message("I moved to Porto.", sequence: 1), Reading.Message("My name is Ada.", sequence: 2));

        read[0].Attributes.Where(attribute => attribute.Corrects is not null).ShouldHaveSingleItem().Aspect.ShouldBe("name");
    }

    [Fact]
    public async Task Read_CorrectionOfAnAssistant_IsNotAPersonsWord()
    {
        var read = await Reading.ReadAsync([Reading.Message("Sorry, I meant Lisbon.", sequence: 2)], Reading.Message("I moved to Porto.", SpeakerRole.Assistant, sequence: 1));

        read[0].Attributes.ShouldBeEmpty();
    }
}
