using System.Text.Json;
using CsCheck;
using OMem.Storage;
using OMem.Tests.Engine;

namespace OMem.Tests.Portability;

public sealed class RoundTripTests
{
    private static readonly MemoryScope Elsewhere = new("other tenant", "bob", "agent");

    [Fact]
    public Task Export_RestoredElsewhere_AnyScope_HasTheSameBytes() => Scopes.Any.SampleAsync(
        async restore =>
        {
            await using var from = new EngineFixture();
            await using var to = new EngineFixture();
            await from.Store.RestoreAsync(EngineFixture.Alice, restore);
            var export = await from.Memory.ExportAsync();

            var result = await to.Engine.ForScope(Elsewhere).RestoreAsync(export);

            result.AlreadyThere.ShouldBeFalse();
            result.Content.Interactions.ShouldBe(restore.Log.Count);
            result.Content.Waiting.ShouldBe(restore.Waiting.Count);
            (await to.Engine.ForScope(Elsewhere).ExportAsync()).ShouldBe(export);
            await SameAsync(from.Store, to.Store);
        },
        iter: 300);

    [Fact]
    public async Task Restore_MemoryThatWasUnderstood_RecallsAndIndexesAsTheOriginal()
    {
        await using var from = new EngineFixture();
        await using var to = new EngineFixture();
        to.Time.Advance(TimeSpan.FromDays(400));
        await from.Memory.RememberAsync([
            EngineFixture.Say("m1", "I moved to Lisbon last week and I work as a nurse."),
            EngineFixture.Say("m2", "My favourite tea is jasmine tea.", minutes: 1),
            EngineFixture.Say("m3", "I moved to Porto. I don't eat meat.", session: "s2", minutes: 90_000)]);
        await from.Memory.FlushAsync();
        await from.Memory.RememberAsync([EngineFixture.Say("m4", "I adopted a dog called Rex.", minutes: 90_001)]);
        var export = await from.Memory.ExportAsync();

        await to.Memory.RestoreAsync(export);

        var (expected, actual) = (await from.Store.ReadDerivedAsync(EngineFixture.Alice), await to.Store.ReadDerivedAsync(EngineFixture.Alice));
        expected.Items.Count.ShouldBeGreaterThan(3);
        Json(actual with { Version = 0 }).ShouldBe(Json(expected with { Version = 0 }));
        Json(await to.Store.ReadLogAsync(EngineFixture.Alice, 0).ToListAsync()).ShouldBe(Json(await from.Store.ReadLogAsync(EngineFixture.Alice, 0).ToListAsync()));
        foreach (var question in (string[])["Where does Alice live?", "jasmine tea", "What does Alice do for work?"])
        {
            Json(await to.Memory.RecallAsync(new RecallQuery(question))).ShouldBe(Json(await from.Memory.RecallAsync(new RecallQuery(question))));
        }

        (await to.Memory.GetStatusAsync()).Pending.ShouldBe(1);
        await to.Memory.FlushAsync();
        await from.Memory.FlushAsync();
        Exports.Lines(await to.Memory.ExportAsync()).Where(line => !line.Contains("\"ledger\"", StringComparison.Ordinal)).Count()
            .ShouldBe(Exports.Lines(await from.Memory.ExportAsync()).Where(line => !line.Contains("\"ledger\"", StringComparison.Ordinal)).Count());
    }

    [Fact]
    public async Task Restore_MemoryOfAnotherReader_ComesAlongWithoutBeingReadAgain()
    {
        var (here, there) = (new ScriptedReader(ScriptedReader.Attribute) { Identity = new("llm", "model-x") }, new ScriptedReader(ScriptedReader.Nothing));
        await using var from = new EngineFixture(here);
        await using var to = new EngineFixture(there);
        await from.Memory.RememberAsync([EngineFixture.Say("m1", "home: Oslo"), EngineFixture.Say("m2", "home: Rome", minutes: 1)]);
        await from.Memory.FlushAsync();

        await to.Memory.RestoreAsync(await from.Memory.ExportAsync());
        await to.Memory.FlushAsync();

        there.Calls.ShouldBe(0);
        (await to.Memory.GetStatusAsync()).BuiltBy.ShouldBe(["llm@model-x"]);
        (await to.Memory.GetPersonaAsync()).Attributes.ShouldHaveSingleItem().Value.ShouldBe("Rome");
        (await to.Memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true })).Attributes.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Restore_MemoryThatWasCorrected_CanBeUndoneThereAsHere()
    {
        await using var from = new EngineFixture();
        await using var to = new EngineFixture();
        var note = new CorrectionNote("Alice", "it was never so");
        await from.Memory.RememberAsync([EngineFixture.Say("m1", "I moved to Lisbon last week and I work as a nurse.")]);
        await from.Memory.FlushAsync();
        var item = (await from.Memory.GetPersonaAsync()).Attributes[0];
        var retracted = await from.Memory.RetractAsync(item.Id, note);

        await to.Memory.RestoreAsync(await from.Memory.ExportAsync());
        (await to.Memory.GetPersonaAsync()).Attributes.ShouldNotContain(attribute => attribute.Id == item.Id);
        foreach (var memory in (IMemory[])[from.Memory, to.Memory])
        {
            await memory.UndoAsync(new UndoRequest { Entry = retracted.Entry, Note = note });
            await memory.RedoAsync(note);
            await memory.UndoAsync(new UndoRequest { After = retracted.Entry - 1, Note = note, Cascade = true });
        }

        Json((await to.Memory.GetPersonaAsync()).Attributes.Single(attribute => attribute.Id == item.Id)).ShouldBe(Json(item));
        (await to.Memory.ExportAsync()).ShouldBe(await from.Memory.ExportAsync());
    }

    [Fact]
    public async Task Restore_AfterARebuild_KeepsTheLedger()
    {
        await using var from = new EngineFixture();
        await using var to = new EngineFixture();
        await from.Memory.RememberAsync([EngineFixture.Say("m1", "I love jazz.")]);
        await from.Memory.FlushAsync();
        await from.Memory.RebuildAsync();

        await to.Memory.RestoreAsync(await from.Memory.ExportAsync());

        Json(await to.Memory.GetHistoryAsync().ToListAsync()).ShouldBe(Json(await from.Memory.GetHistoryAsync().ToListAsync()));
        (await to.Memory.GetHistoryAsync().ToListAsync()).ShouldContain(entry => entry.Operation == LedgerOperation.Rebuild);
    }

    [Fact]
    public async Task Restore_IntoALiveScopeThatWasReadWhileEmpty_IsSeenAtOnce()
    {
        await using var from = new EngineFixture();
        await using var to = new EngineFixture();
        await from.Memory.RememberAsync([EngineFixture.Say("m1", "My favourite tea is jasmine tea.")]);
        await from.Memory.FlushAsync();
        (await to.Memory.RecallAsync(new RecallQuery("jasmine"))).Items.ShouldBeEmpty();

        await to.Memory.RestoreAsync(await from.Memory.ExportAsync());

        (await to.Memory.RecallAsync(new RecallQuery("jasmine"))).Items.ShouldNotBeEmpty();
        (await to.Memory.RememberAsync([EngineFixture.Say("m1", "My favourite tea is jasmine tea.")])).AlreadyStored.ShouldBe(1);
        (await to.Memory.RememberAsync([EngineFixture.Say("m2", "Or mint.", minutes: 1)])).LastSequence.ShouldBe(2);
    }

    [Fact]
    public async Task Export_EmptyScope_IsARestorableHeaderAndEnd()
    {
        await using var from = new EngineFixture();
        await using var to = new EngineFixture();

        var export = await from.Memory.ExportAsync();

        Exports.Lines(export).Length.ShouldBe(2);
        (await to.Memory.RestoreAsync(export)).Content.ShouldBe(new ExportSummary(0, 0, 0, 0, 0, 0, 0));
        (await to.Memory.ExportAsync()).ShouldBe(export);
    }

    [Fact]
    public async Task Export_AsAnotherScope_HoldsNothingOfTheFirst()
    {
        await using var fixture = new EngineFixture();
        await fixture.Memory.RememberAsync([EngineFixture.Say("m1", "I love jazz.")]);
        await fixture.Memory.FlushAsync();

        var export = Exports.Lines(await fixture.Engine.ForScope(Elsewhere).ExportAsync());

        export.Length.ShouldBe(2);
        string.Concat(export).ShouldNotContain("jazz");
    }

    [Fact]
    public async Task Export_WhileOthersRememberAndUnderstand_IsAlwaysOneConsistentView()
    {
        await using var fixture = new EngineFixture();
        using var done = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 60; i++)
            {
                await fixture.Memory.RememberAsync([EngineFixture.Say($"m{i}", $"I love band number {i}.", minutes: i)]);
                await fixture.Memory.FlushAsync();
            }

            await done.CancelAsync();
        });

        while (!done.IsCancellationRequested && !writing.IsFaulted)
        {
            byte[] export;
            try
            {
                export = await fixture.Memory.ExportAsync();
            }
            catch (ScopeConflictException)
            {
                continue;
            }

            await using var to = new EngineFixture();
            await to.Memory.RestoreAsync(export);
            (await to.Memory.ExportAsync()).ShouldBe(export);
        }

        await writing;
    }

    private static async Task SameAsync(IMemoryStore from, IMemoryStore to)
    {
        Json(await to.ReadLedgerAsync(Elsewhere, new HistoryQuery()).ToListAsync())
            .ShouldBe(Json(await from.ReadLedgerAsync(EngineFixture.Alice, new HistoryQuery()).ToListAsync()));
        Json((await to.ReadDerivedAsync(Elsewhere)).Items.Select(stored => stored.Item))
            .ShouldBe(Json((await from.ReadDerivedAsync(EngineFixture.Alice)).Items.Select(stored => stored.Item)));
        Json((await to.ReadLogAsync(Elsewhere, 0).ToListAsync()).Select(row => row.Stored))
            .ShouldBe(Json((await from.ReadLogAsync(EngineFixture.Alice, 0).ToListAsync()).Select(row => row.Stored)));
        (await to.ReadWaitingAsync(Elsewhere)).ShouldBe(await from.ReadWaitingAsync(EngineFixture.Alice));
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);
}
