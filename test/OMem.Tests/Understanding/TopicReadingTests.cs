namespace OMem.Tests.Understanding;

/// <summary>What single messages are about.</summary>
public sealed class TopicReadingTests
{
    [Theory]
    [InlineData("I signed up for a pottery class.", "pottery class")]
    [InlineData("We booked a trip to Rome.", "rome")]
    [InlineData("My data analyst job starts on Monday.", "data analyst")]
    public async Task Read_Message_NamesItsSubject(string text, string topic) =>
        (await Reading.ReadAsync(text)).Topics.Select(found => found.Label).ShouldContain(topic);

    [Theory]
    [InlineData("Hey, good to see you! How have you been?")]
    [InlineData("Wow, that's awesome! Thanks so much.")]
    [InlineData("See you then! Take care!")]
    [InlineData("lol yes")]
    [InlineData("")]
    [InlineData("😀😀")]
    public async Task Read_SmallTalk_HasNoTopic(string text) => (await Reading.ReadAsync(text)).Topics.ShouldBeEmpty();

    [Fact]
    public async Task Read_LongMessage_HasAtMostFourTopicsWhoseWeightsAddUpToOne()
    {
        var topics = (await Reading.ReadAsync(
            "The violin lesson was hard, the garden needs water, our kitchen sink leaks, the tax form is late, my bike tyre is flat and the cat food ran out.")).Topics;

        topics.Count.ShouldBe(4);
        topics.Sum(topic => topic.Weight).ShouldBe(1, 0.01);
    }

    [Fact]
    public async Task Read_Topic_SpanHoldsItsWords()
    {
        const string Text = "Yesterday I signed up for a pottery class.";
        var topic = (await Reading.ReadAsync(Text)).Topics.Single();

        Text.Substring(topic.Evidence.Start, topic.Evidence.Length).ShouldBe("pottery class");
    }
}
