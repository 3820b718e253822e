using OMem.Tests.Engine;
using static OMem.Tests.Engine.EngineFixture;

namespace OMem.Tests.Working;

/// <summary>How labels become topics, and how topics and episodes are read back.</summary>
public sealed class TopicMemoryTests
{
    [Fact]
    public async Task Topics_SameWordsInAnotherOrder_AreOneTopic()
    {
        await using var fixture = new EngineFixture(Labels());
        await TellAsync(fixture, "rowing club", "clubs of rowing", "tax form");

        var topics = await fixture.Memory.GetTopicsAsync();

        topics.Select(topic => topic.Label).ShouldBe(["rowing club", "tax form"]);
        topics[0].Interactions.ShouldBe([1L, 2L]);
        topics[0].FirstAt.ShouldBe(Start);
        topics[0].LastAt.ShouldBe(Start.AddMinutes(1));
    }

    [Fact]
    public async Task Topics_SameLabelTwiceInOneMessage_IsFiledOnce()
    {
        await using var fixture = new EngineFixture(Labels());
        await TellAsync(fixture, "rowing club|rowing clubs");

        (await fixture.Memory.GetTopicsAsync()).ShouldHaveSingleItem().Interactions.ShouldBe([1L]);
    }

    [Fact]
    public async Task Topics_MostTalkedAboutFirst_UpToTheLimit()
    {
        await using var fixture = new EngineFixture(Labels());
        await TellAsync(fixture, "tax form", "rowing club", "rowing club", "violin lesson", "violin lesson", "violin lesson");

        (await fixture.Memory.GetTopicsAsync(new TopicQuery { Limit = 2 })).Select(topic => topic.Label).ShouldBe(["violin lesson", "rowing club"]);
    }

    [Fact]
    public async Task Topics_NearAText_LeavesOthersOut()
    {
        await using var fixture = new EngineFixture(Labels());
        await TellAsync(fixture, "tax form", "rowing club", "violin lesson");

        (await fixture.Memory.GetTopicsAsync(new TopicQuery { Near = "Which rowing club?", Limit = 1 })).ShouldHaveSingleItem().Label.ShouldBe("rowing club");
    }

    [Fact]
    public async Task Topics_Blank_AreNotFiled()
    {
        await using var fixture = new EngineFixture(Labels());
        await TellAsync(fixture, " | ");

        (await fixture.Memory.GetTopicsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Episodes_OfAText_BringBackWhereItsCluesOccur()
    {
        await using var fixture = new EngineFixture(Labels());
        await TellAsync(fixture, "lighthouse walk", "lighthouse keeper", "tax form");

        var episodes = await fixture.Memory.GetEpisodesAsync(new EpisodeQuery { Text = "the keeper of the lighthouse in Narnia" });

        episodes.Select(episode => episode.Clue).ShouldBe(["keeper", "lighthous"]);
        episodes[0].Interactions.ShouldBe([2L]);
        episodes[1].Interactions.ShouldBe([1L, 2L]);
        episodes[0].Weight.ShouldBeGreaterThan(episodes[1].Weight);
    }

    [Fact]
    public async Task Episodes_WithoutAText_AreTheRarestThatBringBackMoreThanOne()
    {
        await using var fixture = new EngineFixture(Labels());
        await TellAsync(fixture, "lighthouse walk", "lighthouse keeper", "walk home", "walk again", "tax form");

        (await fixture.Memory.GetEpisodesAsync()).Select(episode => episode.Clue).ShouldBe(["lighthous", "walk"]);
        (await fixture.Memory.GetEpisodesAsync(new EpisodeQuery { Limit = 1 })).ShouldHaveSingleItem().Clue.ShouldBe("lighthous");
    }

    [Fact]
    public async Task Stats_OfAScope_CountWhatItHolds()
    {
        await using var fixture = new EngineFixture(Labels());
        (await fixture.Memory.GetStatsAsync()).ShouldSatisfyAllConditions(stats => stats.Interactions.ShouldBe(0), stats => stats.Span.ShouldBeNull(), stats => stats.Speakers.ShouldBeEmpty());
        await TellAsync(fixture, "lighthouse walk", "tax form");
        await fixture.Memory.RememberAsync([Say("b1", "ferry", "Bob", "s2", minutes: 90)]);
        await fixture.Memory.FlushAsync();

        var stats = await fixture.Memory.GetStatsAsync();

        stats.Interactions.ShouldBe(3);
        stats.Sessions.ShouldBe(2);
        stats.Speakers.Select(speaker => (speaker.Speaker, speaker.Interactions)).ShouldBe([("Alice", 2), ("Bob", 1)]);
        stats.Topics.ShouldBe(3);
        stats.LedgerEntries.ShouldBe(3);
        stats.CurrentAttributes.ShouldBe(0);
        stats.Span!.From.ShouldBe(Start);
        stats.Span.To.ShouldBe(Start.AddMinutes(90).AddTicks(1));
    }

    /// <summary>Each label of a message, separated by bars, is a topic.</summary>
    private static ScriptedReader Labels() => new(stored => new InteractionUnderstanding(
        stored.Sequence,
        [.. stored.Interaction.Text.Split('|').Select(label => new TopicCandidate(label, 1, new Evidence(stored.Sequence, stored.Interaction.Id, 0, 1)))],
        [],
        []));

    private static async Task TellAsync(EngineFixture fixture, params string[] texts)
    {
        await fixture.Memory.RememberAsync([.. texts.Select((text, i) => Say($"m{i}", text, minutes: i))]);
        await fixture.Memory.FlushAsync();
    }
}
