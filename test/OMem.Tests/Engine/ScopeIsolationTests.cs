using static OMem.Tests.Engine.EngineFixture;

namespace OMem.Tests.Engine;

/// <summary>Store as A, read as B, on every public path.</summary>
public sealed class ScopeIsolationTests : IAsyncDisposable
{
    private readonly EngineFixture _fixture = new();

    public static TheoryData<string, string, string?> Strangers => new()
    {
        { "acme", "bob", null },
        { "other", "alice", null },
        { "acme", "alice", "agent-1" },
        { "ACME", "alice", null },
        { "acme", "Alice", null },
        { "acme/alice", "x", null },
    };

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task EveryRead_AsAnotherScope_FindsNothing(string tenant, string user, string? agent)
    {
        await _fixture.Memory.RememberAsync([Say("m1", "I live in Oslo and I love jazz"), Say("m2", "My sister Anna plays jazz")]);
        await _fixture.Memory.FlushAsync();
        var stranger = _fixture.Engine.ForScope(new MemoryScope(tenant, user, agent));

        var recall = await stranger.RecallAsync(new RecallQuery("Who loves jazz in Oslo?") { IncludeTrace = true });
        recall.Items.ShouldBeEmpty();
        recall.Signal.IsKnown.ShouldBeFalse();
        recall.Trace!.Candidates.ShouldBeEmpty();
        recall.Analysis.Speakers.ShouldBeEmpty();
        recall.Analysis.Clues.ShouldAllBe(clue => clue.Frequency == 0);

        var persona = await stranger.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true });
        persona.Attributes.ShouldBeEmpty();
        persona.Facts.ShouldBeEmpty();
        persona.Clusters.ShouldBeEmpty();
        (await stranger.GetTopicsAsync()).ShouldBeEmpty();
        (await stranger.GetTopicsAsync(new TopicQuery { Near = "jazz" })).ShouldBeEmpty();
        (await stranger.GetEpisodesAsync()).ShouldBeEmpty();
        (await stranger.GetEpisodesAsync(new EpisodeQuery { Text = "jazz" })).ShouldBeEmpty();
        (await stranger.GetHistoryAsync().ToListAsync()).ShouldBeEmpty();
        (await stranger.ReadLogAsync().ToListAsync()).ShouldBeEmpty();
        var stats = await stranger.GetStatsAsync();
        stats.Interactions.ShouldBe(0);
        stats.Speakers.ShouldBeEmpty();
        var status = await stranger.GetStatusAsync();
        status.LogSequence.ShouldBe(0);
        status.Pending.ShouldBe(0);
    }

    [Fact]
    public async Task Rebuild_OfOneScope_LeavesTheOtherAlone()
    {
        var bob = _fixture.Engine.ForScope(new MemoryScope("acme", "bob"));
        await _fixture.Memory.RememberAsync([Say("m1", "I live in Oslo")]);
        await bob.RememberAsync([Say("m1", "I live in Rome", "Bob")]);
        await _fixture.Memory.FlushAsync();
        await bob.FlushAsync();
        var before = await bob.GetHistoryAsync().ToListAsync();

        await _fixture.Memory.RebuildAsync();

        (await bob.GetHistoryAsync().ToListAsync()).Count.ShouldBe(before.Count);
    }

    [Fact]
    public async Task Remember_SameIdInTwoScopes_AreTwoInteractions()
    {
        var bob = _fixture.Engine.ForScope(new MemoryScope("acme", "bob"));
        await _fixture.Memory.RememberAsync([Say("m1", "I live in Oslo")]);

        (await bob.RememberAsync([Say("m1", "I live in Rome", "Bob")])).Stored.ShouldBe(1);
        (await _fixture.Engine.ListScopesAsync()).ShouldBe([Alice, new MemoryScope("acme", "bob")]);
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();
}
