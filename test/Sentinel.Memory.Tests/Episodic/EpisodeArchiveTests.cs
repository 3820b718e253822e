using OMem;
using OMem.Storage;

namespace Sentinel.Memory.Tests.Episodic;

public sealed class EpisodeArchiveTests
{
    [Fact]
    public async Task Recall_ByWordsOfAFeed_FindsTheEpisode()
    {
        await using var memory = await WithNewsAsync(new InMemoryMemoryStore());

        var recall = await memory.Toolkit.RecallEpisodesAsync(Make.At(100), new EpisodeRequest { Query = "Mercury withdrawals", K = 1 });

        recall.Items.Single().Items.ShouldHaveSingleItem().Episode.KnownAt.ShouldBe(Make.At(7));
        recall.Items.Single().Items[0].Episode.Text.ShouldContain("trust external");
    }

    [Fact]
    public async Task Store_AsOmemSeesIt_KnowsNothingBeforeItsTime()
    {
        var store = new InMemoryMemoryStore();
        await using (var memory = await WithNewsAsync(store))
        {
            await memory.FlushAsync();
        }

        await using var engine = new MemoryEngine(store, options: new OMemOptions { BackgroundUnderstanding = false });
        var omem = engine.ForScope(Make.Scope);

        (await omem.RecallAsync(new RecallQuery("Mercury withdrawals") { AsOf = Make.At(7) - TimeSpan.FromTicks(1) })).Items
            .ShouldNotContain(item => item.Text.Contains("mercury", StringComparison.Ordinal));
        (await omem.RecallAsync(new RecallQuery("Mercury withdrawals") { AsOf = Make.At(7) })).Items
            .ShouldContain(item => item.Text.Contains("mercury", StringComparison.Ordinal));
        await foreach (var stored in omem.ReadLogAsync())
        {
            stored.Interaction.Role.ShouldBe(SpeakerRole.Tool);
            stored.Interaction.Metadata["source"].ShouldBe("sentinel");
            stored.RecordedAt.ShouldBeLessThanOrEqualTo(Make.At(60));
            stored.RecordedAt.ShouldBeGreaterThanOrEqualTo(stored.Interaction.OccurredAt);
        }
    }

    [Fact]
    public async Task Understanding_OfEvents_GivesTopicsAndNothingAboutPeople()
    {
        var store = new InMemoryMemoryStore();
        await using var memory = await WithNewsAsync(store);
        await memory.FlushAsync();

        await using var engine = new MemoryEngine(store, options: new OMemOptions { BackgroundUnderstanding = false });
        var omem = engine.ForScope(Make.Scope);

        (await omem.GetTopicsAsync()).Select(topic => topic.Label).ShouldBe(["btcusdt", "news"], ignoreOrder: true);
        var card = await omem.GetPersonaAsync();
        card.Attributes.ShouldBeEmpty();
        card.Facts.ShouldBeEmpty();
        (await omem.GetStatusAsync()).Pending.ShouldBe(0);
    }

    [Fact]
    public async Task Open_SameJournalOverTheSameStore_StoresNothingTwice()
    {
        var store = new InMemoryMemoryStore();
        using var journal = DecisionJournal.InMemory(Make.Scope);
        await using (var memory = Make.Memory(journal, options => options with { Store = store }))
        {
            Worlds.Live(memory, 1, 60);
            await memory.FlushAsync();
        }

        var before = await CountAsync(store);
        await using (var again = Make.Memory(journal, options => options with { Store = store }))
        {
            await again.FlushAsync();
        }

        before.ShouldBeGreaterThan(10);
        (await CountAsync(store)).ShouldBe(before);
    }

    private static async Task<int> CountAsync(InMemoryMemoryStore store)
    {
        await using var engine = new MemoryEngine(store, options: new OMemOptions { BackgroundUnderstanding = false });
        return await engine.ForScope(Make.Scope).ReadLogAsync().CountAsync();
    }

    private static Task<TraderMemory> WithNewsAsync(InMemoryMemoryStore store)
    {
        var memory = Make.Memory(with: options => options with { Store = store });
        for (var hour = 1; hour <= 60; hour++)
        {
            memory.Settle(Make.Bar(hour, 100 + (hour % 5)));
            var events = new List<MarketEvent>();
            if (hour % 6 is 1)
            {
                var happening = Make.Event(hour, MarketEventTypes.News);
                events.Add(happening);
                memory.Observe(new EventEntry(happening, hour is 7 ? "Exchange Mercury halts withdrawals" : "Exchange volume report", "wire", SourceTrust.External));
            }

            memory.Observe(Make.Snapshot(hour), []);
            memory.Record(Make.Decision(hour, IntentDirection.Flat, Make.State(hour % 3), events));
        }

        return Task.FromResult(memory);
    }
}
