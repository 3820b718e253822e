using OMem;
using OMem.Sqlite;
using Sentinel.Cli.Tests.Support;

namespace Sentinel.Cli.Tests.Commands;

/// <summary>The OMem store behind recall by words.</summary>
public sealed class MemoryStoreTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Replay_InAStoreThatKnowsTheWholeRun_GivesTheSameBytesAgain()
    {
        (await _place.RunAsync(_place.Replay("plain"))).Code.ShouldBe(0);
        (await _place.RunAsync(_place.Replay("kept", "--memory", "store"))).Code.ShouldBe(0);
        (await _place.RunAsync(_place.Replay("again", "--memory", "store"))).Code.ShouldBe(0);

        var plain = await File.ReadAllBytesAsync(_place.At("plain"));
        (await File.ReadAllBytesAsync(_place.At("kept"))).ShouldBe(plain);
        (await File.ReadAllBytesAsync(_place.At("again"))).ShouldBe(plain);
    }

    [Fact]
    public async Task Replay_WithAStore_LeavesEpisodesThatOMemRecallsAsOfTheirTime()
    {
        (await _place.RunAsync(_place.Replay("journal", "--memory", "store"))).Code.ShouldBe(0);

        await using var store = new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = _place.At("store/memory.omem") });
        await using var engine = new MemoryEngine(store);
        var memory = engine.ForScope(new MemoryScope("acme", "ines", "sentinel"));
        var found = (await memory.RecallAsync(new RecallQuery("atr_shock down"))).Items;
        found.ShouldNotBeEmpty();
        found.ShouldAllBe(item => item.Citations[0].Role == SpeakerRole.Tool);
        var before = found.Min(item => item.Citations[0].OccurredAt).AddDays(-1);
        (await memory.RecallAsync(new RecallQuery("atr_shock down") { AsOf = before })).Items.ShouldAllBe(item => item.Citations[0].OccurredAt <= before);
        (await engine.ForScope(new MemoryScope("acme", "theo", "sentinel")).RecallAsync(new RecallQuery("atr_shock down"))).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Replay_AStoreThatNothingReads_IsAnError()
    {
        var (code, _, error) = await _place.RunAsync(_place.Replay("journal", "--memory", "store", "--arm", "persona"));

        code.ShouldBe(2);
        error.ShouldContain("this arm reads none");
        Directory.Exists(_place.At("store")).ShouldBeFalse();
    }
}
