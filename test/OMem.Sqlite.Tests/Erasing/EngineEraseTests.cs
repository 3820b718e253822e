using Microsoft.Extensions.Time.Testing;

namespace OMem.Sqlite.Tests.Erasing;

/// <summary>Erasing and forgetting through the engine, on a real file and with two engines on it.</summary>
public sealed class EngineEraseTests : IDisposable
{
    private static readonly CorrectionNote Note = new("ann@example.org", "on request");
    private static readonly MemoryScope Ann = new("acme", "ann");
    private static readonly string[] Gone = ["quokkazor", "zanzibor", "Pilotrix", "pilotrix"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("omem-engine-erase-");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2024, 5, 1, 9, 0, 0, TimeSpan.Zero));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Erase_EverythingThatWasMadeOfIt_IsInNoByteOfTheFiles()
    {
        await using (var store = Open())
        await using (var engine = Engine(store))
        {
            var memory = engine.ForScope(Ann);
            await SayAsync(memory, ("m1", "I love quokkazor concerts."), ("m2", "I love quokkazor records."), ("m3", "I moved to Zanzibor."), ("m4", "I moved to Lisbon."), ("m5", "I work as a pilotrix."), ("m6", "I love tea."));
            var liking = (await memory.GetPersonaAsync()).Attributes.First(item => item.Value.Contains("quokkazor", StringComparison.Ordinal));
            await memory.CorrectAsync(liking.Id, new Replacement { Value = "quokkazor parades", Text = "Ann loves quokkazor parades" }, Note);
            await memory.ForgetAsync(new MemorySelection { Interactions = ["m3"] }, Note);
            await memory.RebuildAsync();

            var receipt = await memory.EraseAsync(new MemorySelection { Interactions = ["m1", "m2", "m3", "m5"] }, Note, new EraseOptions { Verify = true });

            receipt.Interactions.ShouldBe(4);
            receipt.IsClean.ShouldBeTrue();
            receipt.FoundFragments.ShouldBe(0);
            receipt.SearchedFragments!.Value.ShouldBeGreaterThan(0);
            EraseReceipts.Read(EraseReceipts.Write(receipt)).ShouldBe(receipt);
            EraseReceipts.IsOf(receipt, Ann).ShouldBeTrue();
            await memory.FlushAsync();
            (await memory.GetPersonaAsync()).Attributes.Select(static item => item.Value).Order(StringComparer.Ordinal).ShouldBe(["Lisbon", "tea"]);
            (await store.CheckIntegrityAsync()).ShouldBeEmpty();
        }

        foreach (var file in _folder.EnumerateFiles())
        {
            var bytes = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file.FullName));
            Gone.Where(word => bytes.Contains(word, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(file.Name);
        }
    }

    [Fact]
    public async Task Erase_AnotherEngineHasItHot_SeesNothingOfItAtItsNextRead()
    {
        await using var store = Open();
        await using var engine = Engine(store);
        await using var otherStore = Open();
        await using var other = Engine(otherStore);
        var (memory, beside) = (engine.ForScope(Ann), other.ForScope(Ann));
        await SayAsync(memory, ("m1", "I love quokkazor concerts."), ("m2", "I moved to Zanzibor."), ("m3", "I love tea."));
        (await beside.RecallAsync(new RecallQuery("quokkazor"))).Items.ShouldNotBeEmpty();

        await memory.ForgetAsync(new MemorySelection { Interactions = ["m1"] }, Note);
        (await beside.RecallAsync(new RecallQuery("quokkazor concerts"))).Items.ShouldAllBe(item => !item.Text.Contains("quokkazor"));
        await memory.EraseAsync(new MemorySelection { Interactions = ["m1", "m2"] }, Note);
        (await beside.RecallAsync(new RecallQuery("quokkazor Zanzibor"))).Items.ShouldAllBe(item => item.Text.Contains("tea"));

        await memory.EraseAsync(MemorySelection.All, Note);
        (await beside.GetStatsAsync()).Interactions.ShouldBe(0);
        await SayAsync(beside, ("m1", "I love chess."));
        (await memory.GetPersonaAsync()).Attributes.Select(static item => item.Value).ShouldBe(["chess"]);
        (await memory.ReadLogAsync().Select(static stored => stored.Sequence).ToListAsync()).ShouldBe([1]);
    }

    [Fact]
    public async Task Erase_WhileOthersReadAndWrite_NothingComesBack()
    {
        await using var store = Open();
        await using var engine = Engine(store, TimeProvider.System);
        await using var otherStore = Open();
        await using var other = Engine(otherStore, TimeProvider.System);
        var (memory, beside) = (engine.ForScope(Ann), other.ForScope(Ann));
        await SayAsync(memory, [.. Enumerable.Range(0, 20).Select(static i => ($"m{i}", i % 2 == 0 ? $"I love quokkazor number {i}." : $"I love tea number {i}."))]);
        using var stop = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                await beside.RecallAsync(new RecallQuery("quokkazor tea"));
                await beside.RememberAsync([new Interaction { Id = $"n{i}", Speaker = "Ann", Text = $"I love chess number {i}.", OccurredAt = _time.GetUtcNow() }]);
                await beside.FlushAsync();
            }
        });
        for (var i = 0; i < 20; i += 2)
        {
            await memory.EraseAsync(new MemorySelection { Interactions = [$"m{i}"] }, Note);
        }

        await stop.CancelAsync();
        await reading;
        foreach (var seen in new[] { memory, beside })
        {
            await seen.FlushAsync();
            (await seen.RecallAsync(new RecallQuery("quokkazor") { MaxItems = 100, TokenBudget = 10_000 })).Items.ShouldAllBe(item => !item.Text.Contains("quokkazor"));
            (await seen.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true })).Attributes.ShouldAllBe(item => !item.Text.Contains("quokkazor"));
        }
    }

    private async Task SayAsync(IMemory memory, params (string Id, string Text)[] said)
    {
        foreach (var (id, text) in said)
        {
            _time.Advance(TimeSpan.FromDays(1));
            await memory.RememberAsync([new Interaction { Id = id, Speaker = "Ann", Text = text, Session = "s1", OccurredAt = _time.GetUtcNow() }]);
            await memory.FlushAsync();
        }
    }

    private SqliteMemoryStore Open() => new(new SqliteMemoryStoreOptions { Path = Path.Combine(_folder.FullName, "memory.omem") });

    private MemoryEngine Engine(SqliteMemoryStore store, TimeProvider? time = null) =>
        new(store, options: new OMemOptions { BackgroundUnderstanding = false }, time: time ?? _time);
}
