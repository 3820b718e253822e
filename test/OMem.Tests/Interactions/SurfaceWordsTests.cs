using OMem.Interactions;

namespace OMem.Tests.Interactions;

public sealed class SurfaceWordsTests
{
    [Theory]
    [InlineData("Please always answer in metric units", true)]
    [InlineData("From now on, short answers.", true)]
    [InlineData("Don\u2019t use emoji", true)]
    [InlineData("When I ask for code, show tests", true)]
    [InlineData("please tell me more", false)]
    [InlineData("now on from", false)]
    [InlineData("", false)]
    public void IsDirective_PersonsText_IsTold(string text, bool expected) => Analyze(text).IsDirective.ShouldBe(expected);

    [Fact]
    public void IsDirective_Assistant_IsNever() => Analyze("Always use tests", SpeakerRole.Assistant).IsDirective.ShouldBeFalse();

    [Fact]
    public void Analyze_Message_CountsItsSigns()
    {
        var marks = Analyze("We went to Paris because you wanted to see Anna yesterday, remember your hat?");
        marks.PastWords.ShouldBe(2);
        marks.YouWords.ShouldBe(2);
        marks.GivesReason.ShouldBeTrue();
        marks.FirstPerson.ShouldBe(1);
        marks.TimeWords.ShouldBe(1);
        marks.IsQuestion.ShouldBeTrue();
        marks.ProperNames.ShouldBe(1, "the speaker's own name does not count");
        marks.Tokens.ShouldBe(20);
    }

    [Fact]
    public void Analyze_Caption_IsIndexedAndShownButGivesNoMarks()
    {
        var interaction = Message("Look at this") with
        {
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["caption"] = "I went to Rome yesterday" },
        };
        var terms = InteractionAnalyzer.Analyze(interaction);
        terms.Stems.ShouldBe(["look", "went", "rome", "yesterdai"]);
        terms.Marks.TimeWords.ShouldBe(0);
        InteractionAnalyzer.ShownText(interaction).ShouldBe("Look at this [I went to Rome yesterday]");
        InteractionAnalyzer.EmbeddingText(interaction).ShouldBe("Anna: Look at this [I went to Rome yesterday]");
    }

    private static SurfaceMarks Analyze(string text, SpeakerRole role = SpeakerRole.Person) =>
        InteractionAnalyzer.Analyze(Message(text) with { Role = role }).Marks;

    private static Interaction Message(string text) => new() { Id = "1", Speaker = "Anna", Text = text, OccurredAt = DateTimeOffset.UnixEpoch };
}
