using OMem.Interactions;
using OMem.Recall;
using OMem.Text;

namespace OMem.Tests.Recall;

public sealed class QueryAnalyzerTests
{
    [Theory]
    [InlineData("When did she leave?", AnswerKind.Time)]
    [InlineData("What year was it?", AnswerKind.Time)]
    [InlineData("Which month did he move?", AnswerKind.Time)]
    [InlineData("How long has she been there?", AnswerKind.Time)]
    [InlineData("How many weeks passed?", AnswerKind.Time)]
    [InlineData("How many cats does she have?", AnswerKind.Quantity)]
    [InlineData("How often does he run?", AnswerKind.Quantity)]
    [InlineData("Who gave it?", AnswerKind.Person)]
    [InlineData("Where is it?", AnswerKind.Place)]
    [InlineData("Why did he go?", AnswerKind.Reason)]
    [InlineData("How come he left?", AnswerKind.Reason)]
    [InlineData("Did he go?", AnswerKind.YesNo)]
    [InlineData("What did he say about where she lives?", AnswerKind.Other)]
    [InlineData("", AnswerKind.Other)]
    public void Kind_Question_IsTold(string text, AnswerKind kind) => QuestionKind.Of(Tokenizer.Tokenize(text)).ShouldBe(kind);

    [Theory]
    [InlineData("What instruments does she play?", true)]
    [InlineData("Which musical instruments does she play?", true)]
    [InlineData("List the cities", true)]
    [InlineData("What kinds of food?", true)]
    [InlineData("What is his job?", false)]
    [InlineData("What class did he take?", false)]
    public void IsList_Question_IsTold(string text, bool expected) => QuestionKind.IsList(Tokenizer.Tokenize(text)).ShouldBe(expected);

    [Theory]
    [InlineData("What did Caroline research in Paris?", "Caroline research Paris")]
    [InlineData("what is that", "what is that")]
    [InlineData("", "")]
    public void EmbeddingTexts_Question_KeepsContentWords(string text, string content)
    {
        QueryAnalyzer.EmbeddingTexts(new ScopeIndex(null, 0).View, text).Content.ShouldBe(content);
        QueryAnalyzer.EmbeddingTexts(new ScopeIndex(null, 0).View, text).Whole.ShouldBe(text);
    }

    [Fact]
    public void EmbeddingTexts_NamedSpeaker_IsLeftOut()
    {
        var texts = QueryAnalyzer.EmbeddingTexts(RecallFixture.Chat().View, "What pottery did Mira make?");
        (texts.Content, texts.Whole).ShouldBe(("pottery make", "What pottery did Mira make?"));
        texts.Focus.Select(part => texts.Whole[part]).ShouldBe(["pottery", "make"]);
        QueryAnalyzer.EmbeddingTexts(RecallFixture.Chat().View, "Mira?").Content.ShouldBe("Mira?");
    }

    [Theory]
    [InlineData("When did she leave?", (int)(QuestionSigns.SaysWhen | QuestionSigns.SaysDid))]
    [InlineData("Would she like it?", (int)(QuestionSigns.AsksInference))]
    [InlineData("Which city might he visit?", (int)(QuestionSigns.AsksWhere | QuestionSigns.AsksInference))]
    [InlineData("Why? How often and where?", (int)(QuestionSigns.AsksWhy | QuestionSigns.AsksHowLong | QuestionSigns.AsksWhere))]
    [InlineData("I am worn out after that party", (int)(QuestionSigns.IsStatement))]
    [InlineData("The neighbours are loud again and nobody does anything", (int)(QuestionSigns.IsStatement))]
    [InlineData("pottery lessons workshop", (int)(QuestionSigns.None))]
    [InlineData("I wonder, is it time?", (int)(QuestionSigns.None))]
    [InlineData("tell me about my trip", (int)(QuestionSigns.None))]
    [InlineData("so what is my name", (int)(QuestionSigns.None))]
    [InlineData("", (int)(QuestionSigns.None))]
    public void Signs_Text_AreTold(string text, int signs) => QuestionWords.Signs(Tokenizer.Tokenize(text), text).ShouldBe((QuestionSigns)signs);

    [Fact]
    public void EmbeddingTexts_LongText_IsCutAtWholeCharacters()
    {
        var text = new string('a', InteractionAnalyzer.MaxEmbeddingLength - 1) + "😀😀";
        QueryAnalyzer.EmbeddingTexts(new ScopeIndex(null, 0).View, text).Whole.ShouldBe(new string('a', InteractionAnalyzer.MaxEmbeddingLength - 1));
    }

    [Fact]
    public void Analyze_NamedSpeaker_IsNoClue()
    {
        var view = RecallFixture.Chat().View;
        var question = QueryAnalyzer.Analyze(view, "What pottery did Mira make with Jonas's kiln? Pottery!");
        question.Speakers.Select(speaker => view.Speakers[speaker]).ShouldBe(["Mira", "Jonas"]);
        question.Terms.Select(term => term.Stem).ShouldBe(["potteri", "make", "kiln"]);
        question.Terms[0].Frequency.ShouldBe(2);
    }

    [Fact]
    public void Analyze_AssistantScope_UserAndAssistantAreNoNames()
    {
        var view = new RecallFixture().Say("user", "I like tea").Say("assistant", "Noted", role: SpeakerRole.Assistant).View;
        var question = QueryAnalyzer.Analyze(view, "What did the user tell the assistant?");
        question.Speakers.ShouldBeEmpty();
        view.HasAssistant.ShouldBeTrue();
    }
}
