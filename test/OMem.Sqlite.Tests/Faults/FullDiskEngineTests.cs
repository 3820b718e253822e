using Microsoft.Extensions.Time.Testing;
using OMem.Sqlite.Tests.Isolation;

namespace OMem.Sqlite.Tests.Faults;

/// <summary>Every write of the engine on a file that may not grow: a clear error, nothing half done, and all goes on when there is space.</summary>
public sealed class FullDiskEngineTests : IDisposable
{
    private const int Chats = 40;

    private static readonly MemoryScope Alice = new("acme", "alice");
    private static readonly string Long = new('r', 4_000);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2024, 5, 1, 9, 0, 0, TimeSpan.Zero));

    private string File => _folder.File("store.omem");

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Writes => ["remember", "confirm", "correct", "undo and redo", "retract"];

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Write_NoSpaceLeft_IsRefusedWholeAndWorksAgainWithSpace(string name)
    {
        await WithAsync(pages: null, static async memory =>
        {
            await memory.RememberAsync(Talk(0, Chats));
            await memory.FlushAsync();
        });

        byte[] last = [];
        var done = 0;
        await WithAsync(pages: 1, async memory =>
        {
            last = await Exported.BytesAsync(memory);
            var fault = await Should.ThrowAsync<MemoryStoreException>(async () =>
            {
                for (; done < 2_000; done++)
                {
                    await WriteAsync(memory, name, done);
                    last = await Exported.BytesAsync(memory);
                }
            });
            IsFull(fault);
            (await Exported.BytesAsync(memory)).ShouldBe(last);
            await memory.RecallAsync(new RecallQuery("Where does Alice live?"));
        });

        await WithAsync(pages: null, async memory =>
        {
            (await Exported.BytesAsync(memory)).ShouldBe(last);
            await WriteAsync(memory, name, done);
            (await Exported.BytesAsync(memory)).ShouldNotBe(last);
        });
    }

    [Fact]
    public async Task Flush_NoSpaceLeft_LosesNothingAndGoesOnWhereItStopped()
    {
        await WithAsync(pages: null, static memory => memory.RememberAsync(Talk(0, 5 * Chats)));
        await WithAsync(pages: 1, static async memory =>
        {
            IsFull(await Should.ThrowAsync<MemoryStoreException>(() => memory.FlushAsync()));
            var status = await memory.GetStatusAsync();
            status.LogSequence.ShouldBe(5 * Chats);
            status.Parked.ShouldBe(0, "a full disk is no fault of the messages");
            status.Failures.ShouldBeEmpty();
        });

        await GoesOnAsync();
    }

    [Fact]
    public async Task Rebuild_NoSpaceLeft_LosesNothingAndGoesOnWhereItStopped()
    {
        await WithAsync(pages: null, static memory => memory.RememberAsync(Talk(0, 5 * Chats)));
        await WithAsync(pages: 1, static async memory => IsFull(await Should.ThrowAsync<MemoryStoreException>(() => memory.RebuildAsync())));

        await WithAsync(pages: null, static async memory => (await memory.ReadLogAsync().ToListAsync()).Count.ShouldBe(5 * Chats));
        await GoesOnAsync(isRebuilt: true);
    }

    [Fact]
    public async Task Restore_NoSpaceLeft_LeavesTheScopeEmpty()
    {
        var export = await ReferenceAsync(5 * Chats);
        await WithAsync(pages: null, static memory => memory.GetStatusAsync());
        await WithAsync(pages: 1, async memory =>
        {
            IsFull(await Should.ThrowAsync<MemoryStoreException>(() => memory.RestoreAsync(new MemoryStream(export))));
            (await memory.GetStatusAsync()).LogSequence.ShouldBe(0);
        });

        await WithAsync(pages: null, async memory =>
        {
            (await memory.RestoreAsync(new MemoryStream(export))).AlreadyThere.ShouldBeFalse();
            (await Exported.BytesAsync(memory)).ShouldBe(export);
        });
    }

    private static async Task WriteAsync(IMemory memory, string name, int turn)
    {
        var note = new CorrectionNote("Alice", $"{turn} {Long}");
        if (name is "remember")
        {
            await memory.RememberAsync(Talk(Chats + (turn * 5), 5));
            return;
        }

        if (name is "undo and redo" && turn > 0)
        {
            await (turn % 2 == 0 ? memory.RedoAsync(note) : memory.UndoAsync(new UndoRequest { Entry = await LastAsync(memory), Note = note }));
            return;
        }

        var item = (await memory.GetPersonaAsync()).Attributes[0];
        await (name switch
        {
            "correct" => memory.CorrectAsync(item.Id, new Replacement { Value = $"value {turn}", Text = $"Alice has value {turn}" }, note),
            "retract" => memory.RetractAsync(item.Id, note),
            _ => memory.ConfirmAsync(item.Id, note),
        });
    }

    /// <summary>The last entry that is no redo: undone again and again.</summary>
    private static async Task<long> LastAsync(IMemory memory) =>
        (await memory.GetHistoryAsync(new HistoryQuery { Operations = [LedgerOperation.Confirm, LedgerOperation.Redo] }).LastAsync()).Sequence;

    private static Interaction[] Talk(int from, int count) =>
    [
        .. Enumerable.Range(from, count).Select(static i => new Interaction
        {
            Id = $"m{i}",
            Speaker = "Alice",
            Text = (i % 4) switch { 0 => $"I live in Town{i}.", 1 => $"I love dish{i}.", 2 => $"I have a dog called Rex{i}.", _ => $"I visited Country{i} in 2020." },
            OccurredAt = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(i),
        }),
    ];

    private static void IsFull(MemoryStoreException fault)
    {
        fault.Fault.ShouldBe(MemoryStoreFault.Full);
        fault.Message.ShouldContain("no space is left");
    }

    /// <summary>With space again the memory becomes what it would have been.</summary>
    private async Task GoesOnAsync(bool isRebuilt = false)
    {
        await WithAsync(pages: null, async memory =>
        {
            await memory.FlushAsync();
            var expected = await ReferenceAsync(5 * Chats, isRebuilt);
            (await Exported.BytesAsync(memory)).ShouldBe(expected);
        });
    }

    private async Task<byte[]> ReferenceAsync(int count, bool isRebuilt = false)
    {
        await using var store = new InMemoryMemoryStore();
        await using var engine = Engine(store);
        var memory = engine.ForScope(Alice);
        await memory.RememberAsync(Talk(0, count));
        await (isRebuilt ? memory.RebuildAsync() : memory.FlushAsync());
        return await Exported.BytesAsync(memory);
    }

    private MemoryEngine Engine(IMemoryStore store) => new(store, options: new OMemOptions { BackgroundUnderstanding = false, UnderstandingBatchSize = 8 }, time: _time);

    /// <summary>Opens the file with a page limit, which SQLite raises to the pages it has; afterwards it is sound.</summary>
    private async Task WithAsync(int? pages, Func<IMemory, Task> work)
    {
        await using var store = StoreRows.Store(File, maxPages: pages);
        await using var engine = Engine(store);
        await work(engine.ForScope(Alice));
        (await store.CheckIntegrityAsync()).ShouldBeEmpty();
    }
}
