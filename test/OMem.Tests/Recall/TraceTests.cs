namespace OMem.Tests.Recall;

public sealed class TraceTests
{
    [Fact]
    public async Task Trace_EveryCandidate_ContributionsAddUpToItsScore()
    {
        var trace = (await RecallFixture.Chat().RecallAsync(new RecallQuery("When did Jonas move to Lisbon?") { IncludeTrace = true })).Trace!;
        trace.Considered.ShouldBe(8);
        trace.Candidates.ShouldNotBeEmpty();
        foreach (var candidate in trace.Candidates)
        {
            candidate.Contributions.Sum(part => part.Contribution).ShouldBe(candidate.Score, 1e-4);
            candidate.Contributions.Select(part => Math.Abs(part.Contribution)).ShouldBeInOrder(SortDirection.Descending);
            candidate.Reason.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public async Task Trace_AllChannels_SayWhatTheyDid()
    {
        var trace = (await RecallFixture.Chat().RecallAsync(new RecallQuery("Jonas trams in February?") { IncludeTrace = true })).Trace!;
        trace.Channels.Select(channel => channel.Channel).ShouldBe(["persona", "working", "episodic"]);
        trace.Channels[0].Note.ShouldBe("nothing understood yet");
        trace.Channels[2].Note.ShouldBe("1 of 2 clues occur, 1 dates, 1 speakers named");
        trace.Channels[2].Matched.ShouldBe(3);
    }

    [Fact]
    public async Task Trace_NearMisses_TellWhy()
    {
        var chat = RecallFixture.Chat();
        (await ReasonsAsync(chat, new RecallQuery("pottery") { MaxItems = 1 }))
            .ShouldContain((TraceDecision.BelowLimit, "its rank is beyond the limit of 1 items"));
        (await ReasonsAsync(chat, new RecallQuery("pottery") { TokenBudget = 12 }))
            .ShouldContain((TraceDecision.OverBudget, "its 16 tokens did not fit into what was left of 12"));
        (await ReasonsAsync(chat, new RecallQuery("pottery") { Speaker = "Jonas" }))
            .ShouldContain((TraceDecision.Filtered, "a filter of the query excludes it"));
        (await ReasonsAsync(chat, new RecallQuery("pottery") { Kinds = [RecallItemKind.Fact] }))
            .ShouldAllBe(reason => reason.Decision == TraceDecision.Filtered);
    }

    [Fact]
    public async Task Trace_KeptOnes_AreTheItems()
    {
        var result = await RecallFixture.Chat().RecallAsync(new RecallQuery("pottery kiln") { IncludeTrace = true, MaxItems = 3 });
        result.Trace!.Candidates.Where(candidate => candidate.Decision == TraceDecision.Kept).Select(candidate => candidate.Id)
            .ShouldBe(result.Items.Select(item => item.Id));
    }

    private static async Task<List<(TraceDecision Decision, string Reason)>> ReasonsAsync(RecallFixture chat, RecallQuery query)
    {
        var result = await chat.RecallAsync(query with { IncludeTrace = true });
        return [.. result.Trace!.Candidates.Where(candidate => candidate.Decision != TraceDecision.Kept)
            .Select(candidate => (candidate.Decision, candidate.Reason))];
    }
}
