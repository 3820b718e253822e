using OMem.Recall;
using OMem.Tests.Recall;

namespace OMem.Tests.Working;

/// <summary>Topics near a question vote for the interactions filed under them.</summary>
public sealed class TopicVotesTests
{
    private static readonly RecallPipeline Pipeline = new(RecallWeights.Default);

    [Fact]
    public void Score_TopicNearTheQuestion_RaisesItsInteractions()
    {
        using var ranking = Rank(RecallFixture.Chat().Topic("pottery", 1, 3), "pottery");

        Vote(ranking, 1).ShouldBeGreaterThan(Vote(ranking, 2));
        Vote(ranking, 3).ShouldBe(Vote(ranking, 1));
        Vote(ranking, 2).ShouldBe(Vote(ranking, 8));
    }

    [Fact]
    public void Score_TwoTopics_AddUp()
    {
        using var ranking = Rank(RecallFixture.Chat().Topic("pottery class", 1, 3).Topic("pottery", 3, 8), "pottery class");

        Vote(ranking, 3).ShouldBeGreaterThan(Vote(ranking, 1));
        Vote(ranking, 1).ShouldBeGreaterThan(Vote(ranking, 8));
        Vote(ranking, 8).ShouldBeGreaterThan(Vote(ranking, 2));
    }

    [Fact]
    public void Score_NoTopicNear_LeavesTheColumnOut()
    {
        using var ranking = Rank(RecallFixture.Chat().Topic("sailing", 1), "pottery");

        ranking.Features.IsBegun(Feature.Topic).ShouldBeFalse();
        Note(ranking).ShouldBe("0 vectors compared, 0 topics near the question");
    }

    [Fact]
    public void Score_InteractionsBeyondTheView_AreSkipped()
    {
        using var ranking = Rank(RecallFixture.Chat().Topic("pottery", 0, -5, 1, 99, long.MaxValue), "pottery");

        Vote(ranking, 1).ShouldBeGreaterThan(Vote(ranking, 2));
    }

    [Fact]
    public void Score_ManyTopics_OnlyEightVote()
    {
        var chat = RecallFixture.Chat();
        for (var i = 0; i < 20; i++)
        {
            chat.Topic($"pottery number{i:00}", 1);
        }

        using var ranking = Rank(chat, "pottery");

        Note(ranking).ShouldBe("0 vectors compared, 8 topics near the question");
    }

    private static Ranking Rank(RecallFixture chat, string question) =>
        Pipeline.Rank(chat.View, chat.Derived, new RecallQuery(question) { IncludeTrace = true }, null);

    private static float Vote(Ranking ranking, int sequence) => ranking.Features.Value(Feature.Topic, sequence - 1);

    private static string Note(Ranking ranking) => ranking.Channels.Single(channel => channel.Channel == "working").Note;
}
